import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoDay, MAX_YEAR, MIN_YEAR, parseIsoSpan } from '../../../src/lib/day';
import { stripTicks } from '../../../src/panels/density/strip-ticks';

const iso = (_: unknown, day: number) => isoDay(day);

describe('stripTicks', () => {
  it('are months for a short dataset, labelled where they fit', () => {
    const bounds = parseIsoSpan('2017') ?? { earliest: 0, latest: 0 };
    const ticks = stripTicks({ bounds, folds: [], width: 400 }, (_, day) => isoDay(day).slice(0, 7));
    expect(ticks.filter(({ isNamed }) => isNamed).map(({ label }) => label)).toEqual([
      '2017-01',
      '2017-04',
      '2017-07',
      '2017-10',
    ]);
    expect(ticks).toHaveLength(12);
  });

  it('are none without a width', () => {
    expect(stripTicks({ bounds: { earliest: 0, latest: 100 }, folds: [], width: 0 }, iso)).toEqual([]);
  });

  it('leave out folded days', () => {
    const bounds = { earliest: dayOf(2010, 1, 1), latest: dayOf(2019, 12, 31) };
    const folds = [{ earliest: dayOf(2012, 1, 1), latest: dayOf(2014, 6, 30) }];
    const days = stripTicks({ bounds, folds, width: 500 }, iso).map(({ day }) => day);
    expect(days.some(day => day >= dayOf(2012, 1, 1) && day <= dayOf(2014, 6, 30))).toBe(false);
    expect(days).toContain(dayOf(2015, 1, 1));
  });

  it('are no more than fit, in ascending order, within the strip', () => {
    const day = fc.integer({ min: dayOf(MIN_YEAR, 1, 1), max: dayOf(MAX_YEAR, 12, 31) });
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 2000 }), (one, other, width) => {
        const bounds = { earliest: Math.min(one, other), latest: Math.max(one, other) };
        const ticks = stripTicks({ bounds, folds: [], width }, iso);
        expect(ticks.length).toBeLessThanOrEqual(width / 6 + 2);
        ticks.forEach(({ x, label }, i) => {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + label.length * 7).toBeLessThanOrEqual(label === '' ? width + 1 : width);
          if (i > 0) expect(x).toBeGreaterThan(ticks[i - 1]?.x ?? 0);
        });
      }),
    );
  });
});
