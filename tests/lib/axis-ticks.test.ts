import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundYear, roundYearIndex, TICK_UNITS, ticksOf, withRoom } from '../../src/lib/axis-ticks';
import { dateOf, dayOf, isoDay, MAX_YEAR, MIN_YEAR } from '../../src/lib/day';

describe('ticksOf', () => {
  it.each([
    ['year', 100, [-250, 150], ['-0299', '-0199', '-0099', '0001', '0100']],
    ['year', 5, [-3, 11], ['-0004', '0001', '0005', '0010']],
    ['year', 1, [-1, 2], ['-0001', '0000', '0001', '0002']],
    ['month', 6, [-1, 0], ['-0001-01', '-0001-07', '0000-01', '0000-07']],
  ] as const)('of %s %i begin at round dates', (unit, step, [first, last], expected) => {
    const ticks = ticksOf({ unit, step }, dayOf(first, 1, 1), dayOf(last, 12, 31));
    expect(ticks.map(isoDay)).toEqual(expected.map(text => (unit === 'year' ? `${text}-01-01` : `${text}-01`)));
  });

  it('of weeks are Mondays', () => {
    expect(ticksOf({ unit: 'week', step: 1 }, dayOf(2018, 6, 20), dayOf(2018, 7, 2)).map(isoDay)).toEqual([
      '2018-06-18',
      '2018-06-25',
      '2018-07-02',
    ]);
  });

  it('ascend, and lie at round years of either era, wherever the axis is', () => {
    const day = fc.integer({ min: dayOf(MIN_YEAR, 1, 1), max: dayOf(MAX_YEAR, 1, 1) });
    fc.assert(
      fc.property(day, fc.nat(100), fc.constantFrom(...TICK_UNITS), (first, count, unit) => {
        const ticks = ticksOf(unit, first, first + count * unit.days);
        expect(ticks[0]).toBeLessThanOrEqual(first);
        expect(ticks.length).toBeLessThanOrEqual(count + 2);
        ticks.forEach((tick, i) => {
          if (i > 0) expect(tick).toBeGreaterThan(ticks[i - 1] ?? 0);
          if (unit.unit !== 'year') return;
          const { year, month, day: dayOfMonth } = dateOf(tick);
          const counted = year < 1 ? 1 - year : year;
          expect([month, dayOfMonth, counted === 1 ? 0 : counted % unit.step]).toEqual([1, 1, 0]);
        });
      }),
    );
  });
});

describe('roundYearIndex', () => {
  it('finds the last round year that is not after a year', () => {
    const step = fc.constantFrom(1, 2, 5, 10, 100, 500, 100_000);
    fc.assert(
      fc.property(fc.integer({ min: MIN_YEAR, max: MAX_YEAR }), step, (year, years) => {
        const index = roundYearIndex(year, years);
        expect(roundYear(index, years)).toBeLessThanOrEqual(year);
        expect(roundYear(index + 1, years)).toBeGreaterThan(year);
      }),
    );
  });
});

describe('withRoom', () => {
  const widthOf = (label: string) => label.length * 7;

  it('leaves out labels that would be cut at either end, or run into the one before', () => {
    const ticks = [-3, 10, 30, 50, 95].map(x => ({ day: x, x, label: '2018' }));
    expect(withRoom(ticks, { width: 100, apart: 4, widthOf }).map(({ x, label }) => [x, label])).toEqual([
      [-3, ''],
      [10, '2018'],
      [30, ''],
      [50, '2018'],
      [95, ''],
    ]);
  });
});
