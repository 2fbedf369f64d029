import { describe, expect, it } from 'vitest';
import type { Engine, Source } from '../../../src/engine/engine';
import { createLocalEngine } from '../../../src/engine/local/local-engine';
import { type Reading, withRole } from '../../../src/model/reading';

const TABLE = `A list of missions
When,What,Country,Topics
3/4/2018,First mission,Ghana,"Drugs; Ports"
5/6/2018,Second mission,Nigeria,Ports
soon,Third mission,Atlantis,Drugs; Ports
,,,
Total,3,,
`;

function engineOf(text: string): Engine {
  return createLocalEngine(async () => ({
    bytes: (async function* () {
      yield new TextEncoder().encode(text);
    })(),
    total: null,
  }));
}

async function openText(text: string, how: Pick<Source, 'reading' | 'remembered'> = {}) {
  const open = await engineOf(text).open({ kind: 'text', text, name: 'missions.csv', ...how });
  if (!open.table) throw new Error('The text was not read as a table.');
  return { ...open, table: open.table };
}

describe('a table of the reader', () => {
  it('comes with its reading and with what was found in each column', async () => {
    const { table, total } = await openText(TABLE);
    expect(table.reading.columns.map(({ as }) => as)).toEqual(['date', 'title', 'country', 'facet']);
    expect(table.rows).toBe(3);
    expect(total).toBe(0);
    expect(table.columns).toEqual([
      { example: '3/4/2018', filled: 3, distinct: 3, understood: 0 },
      { example: 'First mission', filled: 3, distinct: 3 },
      { example: 'Ghana', filled: 3, distinct: 3, understood: 2 },
      { example: 'Drugs; Ports', filled: 3, distinct: 2, split: ';' },
    ]);
    expect(table.order).toEqual({ cell: '3/4/2018', dmy: '2018-04-03', mdy: '2018-03-04', evidence: null });
  });

  it('names the cell that decides the order of day and month', async () => {
    const { table, total } = await openText(TABLE.replace('5/6/2018', '25/6/2018'));
    expect(table.order?.evidence).toEqual({ cell: '25/6/2018', row: 4 });
    expect(total).toBe(2);
  });

  it('is read as the given reading says', async () => {
    const { table } = await openText(TABLE);
    const reading: Reading = { ...withRole(table.reading, 2, 'facet'), dateOrder: 'mdy' };
    const again = await openText(TABLE, { reading });
    expect(again.total).toBe(2);
    expect(again.head.facets.map(({ label }) => label)).toEqual(['Country', 'Topics']);
    expect(again.table.columns[0]?.understood).toBe(2);
  });

  it('takes the roles of a remembered reading if the header is the same, but not its rows', async () => {
    const { table } = await openText(TABLE);
    const changed: Reading = { ...withRole(table.reading, 2, 'note'), dateOrder: 'mdy', header: 9, skip: [3, 4] };
    const remembered = JSON.stringify([{ columns: 1 }, changed]);
    const same = await openText(TABLE, { remembered });
    expect(same.table.reading).toMatchObject({ header: 2, dateOrder: 'mdy', columns: changed.columns });
    expect(same.total).toBe(2);
    const other = await openText(TABLE.replace('Country', 'Land'), { remembered });
    expect(other.table.reading.columns[2]?.as).toBe('country');
    const decided = await openText(TABLE.replace('5/6/2018', '25/6/2018'), { remembered });
    expect(decided.table.reading.dateOrder).toBe('dmy');
    expect((await openText(TABLE, { remembered: 'no JSON' })).table.reading).toEqual(table.reading);
  });

  it('comes without its reading from an address, where links must open at once', async () => {
    const open = await engineOf(TABLE).open({ kind: 'address', address: 'https://host.example/missions.csv' });
    expect(open.table).toBeUndefined();
  });
});
