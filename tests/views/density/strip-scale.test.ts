import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/lib/day';
import { brushPatch, dayAt, snap, stepSide, xOf } from '../../../src/views/density/strip-scale';

const BOUNDS = { earliest: dayOf(2018, 1, 1), latest: dayOf(2018, 12, 31) };
const MONTHS = Array.from({ length: 13 }, (_, month) => dayOf(2018, 1 + month, 1));
const WHOLE = { start: dayOf(2018, 1, 1), end: dayOf(2019, 1, 1) };
const start = (month: number) => dayOf(2018, month, 1);

describe('the scale of the strip', () => {
  it('has the first day at its beginning and the last one inside', () => {
    const scale = { bounds: BOUNDS, folds: [], width: 730 };
    expect(xOf(scale, BOUNDS.earliest)).toBe(0);
    expect(xOf(scale, BOUNDS.latest + 1)).toBe(730);
  });

  it('gives the day back that a pixel stands for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 800, max: 3_000 }), (offset, width) => {
        const scale = { bounds: BOUNDS, folds: [], width };
        expect(dayAt(scale, xOf(scale, BOUNDS.earliest + offset))).toBe(BOUNDS.earliest + offset);
      }),
    );
  });

  it('stays within its days beyond its ends', () => {
    const scale = { bounds: BOUNDS, folds: [], width: 100 };
    expect(dayAt(scale, -50)).toBe(BOUNDS.earliest);
    expect(dayAt(scale, 500)).toBe(BOUNDS.latest + 1);
  });
});

describe('snap', () => {
  it('goes to the nearest edge', () => {
    expect(snap(MONTHS, dayOf(2018, 3, 5))).toBe(start(3));
    expect(snap(MONTHS, dayOf(2018, 3, 28))).toBe(start(4));
  });
});

describe('stepSide', () => {
  it('moves one side to the next edge', () => {
    expect(stepSide(MONTHS, WHOLE, 'start', 1)).toEqual({ ...WHOLE, start: start(2) });
    expect(stepSide(MONTHS, WHOLE, 'end', -2)).toEqual({ ...WHOLE, end: start(11) });
  });

  it('stops at the ends of the record', () => {
    expect(stepSide(MONTHS, WHOLE, 'start', -1)).toEqual(WHOLE);
    expect(stepSide(MONTHS, WHOLE, 'end', 12)).toEqual(WHOLE);
    expect(stepSide(MONTHS, { ...WHOLE, start: start(6) }, 'start', Number.NEGATIVE_INFINITY)).toEqual(WHOLE);
  });

  it('never lets the sides meet', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('start' as const, 'end' as const),
        fc.integer({ min: -20, max: 20 }),
        (side, steps) => {
          const { start: from, end } = stepSide(MONTHS, { start: start(5), end: start(6) }, side, steps);
          expect(from).toBeLessThan(end);
        },
      ),
    );
  });
});

describe('brushPatch', () => {
  it('writes whole months as months', () => {
    expect(brushPatch({ start: start(3), end: start(6) }, BOUNDS)).toEqual({ from: '2018-03', to: '2018-05' });
  });

  it('leaves a side open that reaches the end of the record', () => {
    expect(brushPatch({ start: start(1), end: start(6) }, BOUNDS)).toEqual({ from: null, to: '2018-05' });
    expect(brushPatch(WHOLE, BOUNDS)).toEqual({ from: null, to: null });
  });

  it('turns a brush around that was drawn backwards', () => {
    expect(brushPatch({ start: start(6), end: start(3) }, BOUNDS)).toEqual({ from: '2018-03', to: '2018-05' });
  });
});
