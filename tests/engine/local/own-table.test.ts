import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/local-engine';
import { OpenFailure } from '../../../src/model/problem';
import { hasDates, withRole } from '../../../src/model/reading';
import { WHOLE } from '../../../src/model/selection';

const RECORD = {
  format: 'chronofacet-dataset/1',
  id: 'r',
  title: 'Record',
  facets: [],
  activities: ['one', 'two', 'three'].map(id => ({ id, date: '2019', title: id })),
};

const TABLE = 'id,date,title\none,2019,one\ntwo,2020,two\nfour,2021,four\n';

/** A file that counts how often it is read. */
function countedFile(text: string) {
  const file = new File([text], 'table.csv', { lastModified: 1 });
  let count = 0;
  const stream = file.stream.bind(file);
  file.stream = () => {
    count += 1;
    return stream();
  };
  return { file, reads: () => count };
}

describe('a table of the reader', () => {
  const open = async () => {
    const bytes = () => new Blob([JSON.stringify(RECORD)]).stream();
    const engine = createLocalEngine(async () => ({ bytes: bytes(), total: null }));
    const before = await engine.open({ kind: 'address', address: 'memory:' });
    const { file, reads } = countedFile(TABLE);
    const source = { kind: 'file', file, name: 'table.csv', comparedWith: before.key } as const;
    return { engine, source, reads, first: await engine.open(source) };
  };

  it('is compared with the record that was open, in whatever way it is read', async () => {
    const { engine, source, first } = await open();
    const counts = ({ changes }: typeof first) =>
      changes && [changes.changed.count, changes.new.count, changes.gone.count];
    expect(counts(first)).toEqual([1, 1, 1]);
    const reading = { ...first.table?.reading, skip: [4] } as NonNullable<typeof first.table>['reading'];
    expect(counts(await engine.open({ ...source, reading }))).toEqual([1, 0, 1]);
    const unknown = await engine.open({ ...source, comparedWith: 'another' });
    expect(unknown.changes).toBeUndefined();
  });

  it('is read from its file again only for other rows, or after the reader has opened it', async () => {
    const { engine, source, reads, first } = await open();
    const reading = first.table?.reading;
    if (!reading) throw new Error('no table');
    await engine.open({ ...source, reading: { ...reading, skip: [3] } });
    expect(reads()).toBe(1);
    const last = await engine.open({ ...source, grid: { delimiter: ',', header: 1, encoding: 'windows-1252' } });
    expect(reads()).toBe(2);
    await engine.ask(last.key, WHOLE, { counts: true });
    await engine.open({ ...source, reading });
    expect(reads()).toBe(3);
  });

  it('asks for its column of dates if none is read as dates, but an address fails', async () => {
    const table = 'title,place,when\nOne,Paris,soon\nTwo,Rome,later\n';
    const engine = createLocalEngine(async () => ({ bytes: new Blob([table]).stream(), total: null }));
    const source = { kind: 'text', text: table, name: 'table.csv' } as const;
    const { total, extent, table: read } = await engine.open(source);
    expect([total, extent, read && hasDates(read.reading)]).toEqual([2, null, false]);
    if (!read) throw new Error('no table');
    const again = await engine.open({ ...source, reading: withRole(read.reading, 2, 'date') });
    expect(again.table?.repairs[0]).toMatchObject({ kind: 'notDate', choices: [{ undated: ['soon', 'later'] }, {}] });
    await expect(engine.open({ kind: 'address', address: 'memory:' })).rejects.toMatchObject({ code: 'noDates' });
    await expect(engine.open({ ...source, text: 'a\nb\nc' })).rejects.toBeInstanceOf(OpenFailure);
  });

  it('is described in a reply of the same size, however many rows need attention', async () => {
    const engine = createLocalEngine(async () => ({ bytes: new Blob([]).stream(), total: null }));
    const sizeOf = async (table: string) => {
      const { table: read, ...open } = await engine.open({ kind: 'text', text: table, name: 'table.csv' });
      expect(read?.repairs.length).toBeGreaterThan(0);
      // The reading names each row to leave out, because that is its format.
      return JSON.stringify({ ...open, table: { ...read, reading: { ...read?.reading, skip: [] } } }).length;
    };
    const dates = ['3/4/2018', '5/6/18', '1900s', '2018-02-31', '?', '', 'Total', '2020', '2021'];
    const messy = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const date = dates[i % dates.length] ?? '';
        if (date === '' || date === 'Total') return date === '' ? `;;;alone ${i}` : 'Total;;;5';
        return `${date === '?' ? `word ${i}` : date};title ${i} ${'long '.repeat(9)};;${' '.repeat(i % 40)}a ${'b '.repeat(i % 9)}`;
      });
    const periods = (count: number) => Array.from({ length: count }, (_, i) => `${2000 + (i % 9)};1999;title ${i}`);
    for (const [header, rowsOf] of [
      ['date;title;note;kind', messy],
      ['start;end;title', periods],
    ] as const) {
      const few = await sizeOf([header, ...rowsOf(20_000)].join('\n'));
      const many = await sizeOf([header, ...rowsOf(40_000)].join('\n'));
      expect(few).toBeLessThan(1_000_000);
      expect(many).toBeLessThan(few * 1.02);
    }
  });
});
