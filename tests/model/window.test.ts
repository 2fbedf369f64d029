import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, MAX_YEAR, MIN_YEAR, parseIsoSpan } from '../../src/lib/day';
import { windowOf } from '../../src/model/selection-of';
import { clampWindow, windowPatch } from '../../src/model/window';

function day(text: string): number {
  return parseIsoSpan(text)?.earliest ?? Number.NaN;
}

describe('windowPatch', () => {
  it.each([
    ['2017-01-01', '2017-12-31', '2017', '2017'],
    ['2017-03-01', '2017-03-31', '2017-03', '2017-03'],
    ['2017-03-02', '2020-02-29', '2017-03-02', '2020-02'],
    ['2017-03-31', '2017-03-01', '2017-03-31', '2017-03-01'],
    ['-0044-01-01', '-0044-12-31', '-0044', '-0044'],
    ['0000-03-01', '0000-12-31', '0000-03', '0000'],
    ['Y-12000-01-01', 'Y-11000-06-30', 'Y-12000', 'Y-11000-06'],
  ])('writes %s to %s as coarsely as they allow', (first, last, from, to) => {
    expect(windowPatch(day(first), day(last))).toEqual({ from, to });
  });

  it('leaves an open side open', () => {
    expect(windowPatch(null, null)).toEqual({ from: null, to: null });
  });

  it('writes exactly the days that windowOf reads', () => {
    const arbitraryDay = fc.integer({ min: dayOf(MIN_YEAR, 1, 1), max: dayOf(MAX_YEAR, 12, 31) });
    fc.assert(
      fc.property(arbitraryDay, arbitraryDay, (from, to) => {
        expect(windowOf(windowPatch(from, to))).toEqual({ from, to });
      }),
      { numRuns: 500 },
    );
  });
});

describe('clampWindow', () => {
  const bounds = { earliest: 10, latest: 20 };

  it.each([
    [12, 18, 12, 18],
    [10, 18, null, 18],
    [5, 18, null, 18],
    [12, 20, 12, null],
    [12, 99, 12, null],
    [5, 99, null, null],
  ])('keeps %i to %i within 10 to 20', (from, to, first, last) => {
    expect(clampWindow(from, to, bounds)).toEqual({ from: first, to: last });
  });
});
