import { describe, expect, it } from 'vitest';
import { askedBy } from '../../fixtures/ask';
import { answer, openActivity } from '../../fixtures/ask-index';
import { openDocument } from '../../fixtures/dataset-document';
import { KERNELS } from '../../fixtures/kernels';
import type { Query } from '../../fixtures/query';
import { aboveOf, largeDocument, largeOracle, REGIONS, SIZE } from './large-record';

const document = largeDocument();
const oracle = largeOracle();

const LINKS = [
  '',
  '?q=bord&region=r49&from=1980&to=1989',
  '?q=bord&region=r48&from=1970-01-01&to=1970-02-19',
  '?region=r1,-r8&theme=t0',
  '?region=r0,r2&region.mode=all&theme=-t1,-t5&lanes=theme',
  '?region=_none&lanes=region',
  '?theme=t11&to=1983-05',
  '?theme=-_none&q=-police&lanes=theme&from=1975&to=1975',
  '?region=r46,r47,r48,r49&sort=-date',
  // One value or one day more or less than before.
  '?theme=t3,t9&lanes=region',
  '?theme=t3,t9,t11&lanes=region',
  '?theme=t3,t11&lanes=region',
  '?theme=t3,t11&lanes=theme',
  '?theme=t3,t11&from=1971&lanes=theme',
  '?theme=t3,t11&from=1971-01-02&to=1996-12-31&lanes=theme',
  '?theme=t3&from=1970-12-31&to=1996-12-30&lanes=theme',
];

function isFiltered({ facets, text }: Query): boolean {
  return Object.keys(facets).length > 0 || text.trim() !== '';
}

/** The part of an answer that the oracle can compute. */
function expectedOf(query: Query, sort: Query['sort']) {
  const selection = oracle.selection(query);
  const inOrder = sort === '-date' ? selection.toReversed() : selection;
  return {
    total: selection.length,
    rows: inOrder.slice(0, 1000).map(i => `a${i}`),
    counts: ['region', 'theme'].map(facet => oracle.counts(query, facet)),
    lanes: query.lanes && {
      inWindow: oracle.countIn(selection, query.lanes),
      anyTime: oracle.countIn(oracle.selection({ ...query, from: null, to: null }), query.lanes),
      recorded: isFiltered(query)
        ? oracle.countIn(oracle.selection({ ...query, facets: {}, text: '' }), query.lanes)
        : null,
      others: [],
    },
  };
}

describe.each(KERNELS)('a hundred thousand activities, counted in %s', (_kind, makeKernel) => {
  const opened = openDocument(document, makeKernel);

  it.each(LINKS)('are answered as ten would be: "%s"', link => {
    const query = askedBy(link, opened);
    const { total, rows, counts, lanes, density, years } = answer(opened.index, query);
    expect({ total, rows: rows.map(({ id }) => id), counts, lanes }).toEqual(expectedOf(query, query.sort));
    const anyTime = oracle.selection({ ...query, from: null, to: null }).length;
    expect(density.total.reduce((sum, count) => sum + count, 0)).toBeCloseTo(anyTime, 4);
    expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  it.each([
    ['', 0, 9999],
    ['?region=r1', 0, 9999],
    ['?from=1975&to=1984', 1826, 5478],
  ])('are marked from their beginning to their end: "%s"', (link, first, last) => {
    const query = askedBy(link, opened);
    const { marks } = answer(opened.index, query);
    const inWindow = marks.map(mark => mark.earliest).filter(day => day >= first && day <= last);
    const quarters = [0, 1, 2, 3].map(quarter => {
      const start = first + ((last - first) * quarter) / 4;
      return inWindow.filter(day => day >= start && day <= start + (last - first) / 4).length;
    });
    expect(inWindow.length).toBeGreaterThan(query.markLimit / 8);
    expect(inWindow.length).toBeLessThanOrEqual(query.markLimit);
    expect(Math.min(...quarters)).toBeGreaterThan(0);
    expect(Math.max(...quarters)).toBeLessThan(inWindow.length / 2);
  });

  it('are all marked in a window with few, and sampled on both sides of it', () => {
    const [first, last] = [1885, 1895];
    const query = askedBy('?from=1975-03-01&to=1975-03-11', opened);
    const { marks, total } = answer(opened.index, query);
    const days = marks.map(mark => mark.earliest);
    expect(days.filter(day => day >= first && day <= last)).toHaveLength(total);
    expect(total).toBeGreaterThan(query.markLimit / 2);
    expect(marks.length).toBeLessThanOrEqual(1.5 * query.markLimit);
    for (const beside of [days.filter(day => day < first), days.filter(day => day > last)]) {
      expect(beside.length).toBeGreaterThan(query.markLimit / 20);
    }
  });

  it('are all counted under a value above all others', () => {
    const { counts } = answer(opened.index, askedBy('', opened));
    const below = [...Array(REGIONS).keys()].filter(region => aboveOf(region).includes(0));
    expect(below).toHaveLength(REGIONS);
    expect(counts[0]?.counts[0]).toBe(SIZE - (counts[0]?.none ?? 0));
  });

  it('are opened with their neighbours', () => {
    const query = askedBy('?q=bord&region=r48', opened);
    const [first, second, third] = oracle.selection(query);
    expect(openActivity(opened.index, `a${second}`, query)).toMatchObject({
      previous: { id: `a${first}` },
      next: { id: `a${third}` },
      inSelection: true,
    });
  });
});
