import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/lib/day';
import { monthlyRate, sourceMonths } from '../../src/model/source-months';

const year = (of: number) => ({ earliest: dayOf(of, 1, 1), latest: dayOf(of, 12, 31) });

const arbitraryPeriod = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.nat(80)).map(([from, length]) => ({
  from,
  to: from + length,
}));

describe('the months with sources', () => {
  it('are half of a year whose sources end in June', () => {
    const { months, covered } = sourceMonths(year(2018), [{ from: dayOf(2017, 1, 1), to: dayOf(2018, 6, 30) }]);
    expect([months.toFixed(1), covered.toFixed(1)]).toEqual(['12.0', '5.9']);
  });

  it('are all where a dataset says nothing of its coverage', () => {
    const { months, covered } = sourceMonths(year(2017), []);
    expect(covered).toBe(months);
  });

  it('count each day once, in whatever order and however often periods cover it', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPeriod, { minLength: 1, maxLength: 6 }), arbitraryPeriod, (coverage, window) => {
        const isCovered = (day: number) => coverage.some(({ from, to }) => from <= day && day <= to);
        const days = Array.from({ length: window.to - window.from + 1 }, (_, i) => window.from + i);
        const { months, covered } = sourceMonths({ earliest: window.from, latest: window.to }, coverage);
        expect(covered / months).toBeCloseTo(days.filter(isCovered).length / days.length, 9);
      }),
    );
  });

  it('give a rate, unless there is none of them', () => {
    expect(monthlyRate(6, { months: 12, covered: 3 })).toBe(2);
    expect(monthlyRate(6, { months: 12, covered: 0 })).toBeNull();
  });
});
