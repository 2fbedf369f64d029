import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DaySpan, dayOf, isoDay } from '../../src/lib/day';
import { sideBars } from '../../src/model/side-bars';

const year = (of: number): DaySpan => ({ earliest: dayOf(of, 1, 1), latest: dayOf(of, 12, 31) });

const ends = (edges: readonly number[]) => [isoDay(edges[0] ?? 0), isoDay((edges.at(-1) ?? 0) - 1)];

const arbitrarySpan = fc
  .tuple(fc.integer({ min: -400_000, max: 40_000 }), fc.nat(400_000))
  .map(([earliest, length]): DaySpan => ({ earliest, latest: earliest + length }));

describe('the bars of two sides', () => {
  it('stand month under month for two years', () => {
    const { unit, a, b } = sideBars(year(2017), year(2018));
    expect(unit).toEqual({ unit: 'month', step: 1 });
    expect([a.length, b.length]).toEqual([13, 13]);
    expect([ends(a), ends(b)]).toEqual([
      ['2017-01-01', '2017-12-31'],
      ['2018-01-01', '2018-12-31'],
    ]);
  });

  it('begin in January where each window lies within a year', () => {
    const spring = { earliest: dayOf(2018, 3, 1), latest: dayOf(2018, 6, 15) };
    const { a, b } = sideBars(year(2017), spring);
    expect([ends(a)[0], ends(b)[0]]).toEqual(['2017-01-01', '2018-01-01']);
    expect(b.length).toBe(13);
  });

  it('are over the same days where the windows overlap', () => {
    const { a, b } = sideBars({ earliest: dayOf(2013, 1, 1), latest: dayOf(2024, 7, 30) }, year(2018));
    expect(a).toEqual(b);
    expect(ends(a)).toEqual(['2013-01-01', '2024-12-31']);
  });

  it('cover both windows with as many bars for each, and with few enough to label', () => {
    fc.assert(
      fc.property(arbitrarySpan, arbitrarySpan, (one, other) => {
        const { a, b } = sideBars(one, other);
        expect(a.length).toBe(b.length);
        expect(a.length).toBeLessThanOrEqual(40);
        for (const [edges, { earliest, latest }] of [[a, one] as const, [b, other] as const]) {
          expect(edges[0]).toBeLessThanOrEqual(earliest);
          expect(edges.at(-1)).toBeGreaterThan(latest);
          expect(edges).toEqual([...new Set(edges)].sort((x, y) => x - y));
        }
      }),
    );
  });
});
