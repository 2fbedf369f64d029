import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openRecords } from '../../src/formats/open-records';
import { streamOf } from '../fixtures/packed';

async function opened(name: string) {
  const bytes = readFileSync(new URL(`../cases/page/${name}.json`, import.meta.url));
  return openRecords(streamOf(bytes, 700));
}

describe('dates as people write them', () => {
  it('are left out, with every way in which they may be read', async () => {
    const { records, problems } = await opened('naive-dates');
    const listed = problems.map(({ found, code, proposals = [] }) =>
      `${found} ${code} ${proposals.join(' | ')}`.trim(),
    );
    expect(listed).toEqual([
      '"c.1830" dateForm 1830~',
      '"ca. 1890s" dateForm 189X~',
      '"1890s" dateForm 189X',
      '"1914-18" dateNoSuchDay 1914/1918',
      '"1827–30" dateForm 1827/1830',
      '"c.1827–30" dateForm 1827~/1830~',
      '"24.04.2014" dateForm 2014-04-24',
      '"01/02/2020" dateAmbiguous 2020-02-01 | 2020-01-02',
      '"20/08/2026" dateForm 2026-08-20',
      '"2026-08-20 18:30" dateForm 2026-08-20T18:30',
      '"20260820" dateForm 2026-08-20',
      '"2020年1月23日" dateForm 2020-01-23',
      '"2021/8/30" dateForm 2021-08-30',
      '"500 BC" dateForm -0499',
      '"c. 485 BC" dateForm -0484~',
      '"Between 500BC and 400BC" dateForm [-0499..-0399]',
      '"Before 400BC" dateForm [..-0400]',
      '"late 19th century" dateForm 18XX',
      '"Spring 1951" dateForm 1951-21',
      '"Winter 2013–14" dateForm 2013-24',
      '"May 1963" dateForm 1963-05',
      '"1 May 1963" dateForm 1963-05-01',
      '"Wed May 01 1963 00:00:00 GMT-0600" dateAmbiguous 1963-05-01 | 1963-05-01T00:00:00-06:00',
      '"1937 or 1938" dateForm [1937..1938]',
      '"?1850" dateForm 1850?',
      '"undated" dateForm',
      '"n.d." dateForm',
      '"NA" dateForm',
      '"1995-6" dateAmbiguous 1995-06 | 1995/1996',
      '"Q3 2021" dateForm 2021-35',
      '"-13800000000" dateTooFar',
      '"11/2014" dateForm 2014-11',
      '"1843-44/1845" dateNoSuchDay',
      '"1441 AH" dateForm',
      '"2012-2015" dateForm 2012/2015',
    ]);
    const kept = Array.from({ length: records.size }, (_, position) => records.rowAt(position).date);
    expect(kept).toEqual(['Y-12000', '2026-08-20T18:30:00Z']);
  });
});

describe('dates in EDTF', () => {
  it.each(['all-edtf', 'bce', 'bce-ranges', 'ages', 'range-10000-years', 'julian'])('are all read: %s', async name => {
    const { records, problems } = await opened(name);
    expect(problems).toEqual([]);
    expect(records.size).toBeGreaterThan(3);
  });
});

describe('activities of one day', () => {
  it.each([
    ['times-kept', 'k-open z-breakfast m-lunch a-concert b-next'],
    ['times-lost', 'a-concert m-lunch z-breakfast'],
  ])('stand in the order of their clock times, or of their ids where there are none: %s', async (name, ids) => {
    const { records } = await opened(name);
    const order = Array.from({ length: records.size }, (_, position) => records.idAt(position));
    expect(order.join(' ')).toBe(ids);
  });
});
