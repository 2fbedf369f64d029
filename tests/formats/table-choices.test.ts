import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { OpenedRecords, ReadOptions } from '../../src/formats/form';
import { openRecords } from '../../src/formats/open-records';
import { withRowTurned } from '../../src/model/reading';

async function open(bytes: Uint8Array | string, options: ReadOptions = {}): Promise<OpenedRecords> {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const pieces = async function* () {
    yield given;
  };
  return openRecords(pieces(), { name: 'table.csv', ...options });
}

function titlesOf({ records }: OpenedRecords): unknown[] {
  return Array.from({ length: records.size }, (_, position) => records.activityAt(position).title);
}

function readingOf({ reading }: OpenedRecords) {
  if (!reading) throw new Error('no table');
  return reading;
}

const TOTALS = 'Report of 2019\nDate;Title;Kind\n2019-01-02;One;a\nTotal;3;\nDate;Title;Kind\n2019-01-03;Two;b\n';

describe('rows that are left out', () => {
  it('are listed with their reasons, and each below the header can be kept', async () => {
    const opened = await open(TOTALS);
    expect(opened.facts?.().leftOut.rows).toEqual([
      { row: 1, text: 'Report of 2019', reason: 'aboveHeader', isKept: false },
      { row: 4, text: 'Total | 3', reason: 'total', isKept: false },
      { row: 5, text: 'Date | Title | Kind', reason: 'repeatedHeader', isKept: false },
    ]);
    const again = await open(TOTALS, { reading: withRowTurned(readingOf(opened), 4) });
    expect(again.facts?.().leftOut.rows[1]).toMatchObject({ row: 4, isKept: true });
    expect(again.problems).toContainEqual(expect.objectContaining({ path: 'row 4.date', found: '"Total"' }));
    expect(withRowTurned(readingOf(again), 4)).toEqual(readingOf(opened));
  });
});

describe('the rows of a table', () => {
  it('follow another header, with its names', async () => {
    const opened = await open(`${TOTALS}2019-01-04;Three;b\n`, { grid: { header: 3 } });
    expect(readingOf(opened)).toMatchObject({ header: 3, skip: [1, 2, 4], columns: [{ name: '2019-01-02' }, {}, {}] });
    expect(titlesOf(opened)).toEqual(['Two', 'Three']);
  });

  it('follow another sheet', async () => {
    const sheets = ['First', 'Second'].map(name => ({
      name,
      rows: [
        ['Date', 'Title'],
        ['2019-01-02', `in ${name}`],
      ],
    }));
    const bytes = await writeXlsx({ sheets });
    const opened = await open(bytes, { grid: { sheet: 'Second' } });
    expect([titlesOf(opened), opened.facts?.().sheets]).toEqual([['in Second'], ['First', 'Second']]);
  });

  it('are decoded as the reading says, and say so', async () => {
    const bytes = Uint8Array.from([...'Date;Title\n2019-01-02;', '\u00e9', '\n2019-01-03;b\n'].join(''), letter =>
      letter.charCodeAt(0),
    );
    expect(titlesOf(await open(bytes))).toEqual(['é', 'b']);
    const opened = await open(bytes, { grid: { encoding: 'windows-1251' } });
    expect([titlesOf(opened), readingOf(opened).encoding]).toEqual([['й', 'b'], 'windows-1251']);
    expect(
      titlesOf(await open('Date;Title\n2019-01-02;é\n2019-01-03;b\n', { grid: { encoding: 'windows-1252' } })),
    ).toEqual(['Ã©', 'b']);
  });
});

describe('another reading of a table', () => {
  it('needs no file if the rows stay the same, and asks for it if they do not', async () => {
    const opened = await open(TOTALS);
    const reading = readingOf(opened);
    const again = opened.reread?.({ reading: withRowTurned(reading, 4) });
    expect(again?.problems).toEqual((await open(TOTALS, { reading: withRowTurned(reading, 4) })).problems);
    expect(again && titlesOf(again)).toEqual(['One', 'Two']);
    expect(opened.reread?.({ reading: { ...reading, delimiter: ',' } })).toBeNull();
    expect(opened.reread?.({ grid: { encoding: 'utf-16le' } })).toBeNull();
  });

  it('finds its columns by their names if the table has them in other places', async () => {
    const reading = readingOf(await open('Date;Title;Kind\n2019-01-02;One;a\n2019-01-03;Two;a\n'));
    const moved = await open('Kind;New;Date;Title\na;x;2019-01-02;One\n', { reading });
    expect(readingOf(moved).columns.map(({ name, as }) => `${name} ${as}`)).toEqual([
      'Kind facet',
      'New note',
      'Date date',
      'Title title',
    ]);
    expect(titlesOf(moved)).toEqual(['One']);
  });

  it('is remembered also where its header is not the proposed one', async () => {
    const table = 'When;Title\nold;new\n2019-01-02;One\n2019-01-03;Two\n';
    const chosen = readingOf(await open(table, { grid: { header: 2 } }));
    const remembered = [
      {
        ...chosen,
        columns: chosen.columns.map(column => ({
          ...column,
          as: column.name === 'new' ? ('short' as const) : column.as,
        })),
      },
    ];
    expect(readingOf(await open(table, { remembered }))).toMatchObject({
      header: 2,
      columns: [{ name: 'old' }, { name: 'new', as: 'short' }],
    });
  });
});
