import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/lib/day';
import {
  type Brush,
  brushPatch,
  dayAt,
  moveBrush,
  snap,
  stepBrush,
  stepSide,
  xOf,
} from '../../../src/panels/density/strip-scale';

const BOUNDS = { earliest: dayOf(2018, 1, 1), latest: dayOf(2018, 12, 31) };
const MONTHS = Array.from({ length: 13 }, (_, month) => dayOf(2018, 1 + month, 1));
const WHOLE = { start: dayOf(2018, 1, 1), end: dayOf(2019, 1, 1) };
const start = (month: number) => dayOf(2018, month, 1);

describe('the scale of the strip', () => {
  it('has the first day at its start and the last one inside', () => {
    const scale = { bounds: BOUNDS, folds: [], width: 730 };
    expect(xOf(scale, BOUNDS.earliest)).toBe(0);
    expect(xOf(scale, BOUNDS.latest + 1)).toBe(730);
  });

  it('returns the day at a pixel', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 800, max: 3_000 }), (offset, width) => {
        const scale = { bounds: BOUNDS, folds: [], width };
        expect(dayAt(scale, xOf(scale, BOUNDS.earliest + offset))).toBe(BOUNDS.earliest + offset);
      }),
    );
  });

  it('clamps to its days beyond its ends', () => {
    const scale = { bounds: BOUNDS, folds: [], width: 100 };
    expect(dayAt(scale, -50)).toBe(BOUNDS.earliest);
    expect(dayAt(scale, 500)).toBe(BOUNDS.latest + 1);
  });
});

describe('snap', () => {
  it('goes to the nearest stop', () => {
    expect(snap(MONTHS, dayOf(2018, 3, 5))).toBe(start(3));
    expect(snap(MONTHS, dayOf(2018, 3, 28))).toBe(start(4));
  });
});

describe('stepSide', () => {
  it('moves one side to the next stop', () => {
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
    expect(brushPatch({ start: start(3), end: start(6) }, BOUNDS, true)).toEqual({ from: '2018-03', to: '2018-05' });
  });

  it('leaves a side open that reaches the end of the dataset', () => {
    expect(brushPatch({ start: start(1), end: start(6) }, BOUNDS, true)).toEqual({ from: null, to: '2018-05' });
    expect(brushPatch(WHOLE, BOUNDS, false)).toEqual({ from: null, to: null, wholeAxis: false });
  });

  it('asks for the whole axis when the brush of a filtered result reaches both ends', () => {
    expect(brushPatch(WHOLE, BOUNDS, true)).toEqual({ from: null, to: null, wholeAxis: true });
  });

  it('swaps the sides of a brush that was drawn backwards', () => {
    expect(brushPatch({ start: start(6), end: start(3) }, BOUNDS, true)).toEqual({ from: '2018-03', to: '2018-05' });
  });
});

describe('moveBrush and stepBrush', () => {
  const months = [0, 31, 59, 90, 120];

  it('keep the number of whole units', () => {
    expect(moveBrush(months, { start: 0, end: 31 }, 33)).toEqual({ start: 31, end: 59 });
    expect(stepBrush(months, { start: 31, end: 90 }, 1)).toEqual({ start: 59, end: 120 });
    expect(stepBrush(months, { start: 31, end: 90 }, 12)).toEqual({ start: 59, end: 120 });
    expect(stepBrush(months, { start: 31, end: 90 }, Number.NEGATIVE_INFINITY)).toEqual({ start: 0, end: 59 });
  });

  it('keep the length in days of a brush that is not on stops, and start it at one', () => {
    expect(moveBrush(months, { start: 3, end: 10 }, 57)).toEqual({ start: 59, end: 66 });
    expect(stepBrush(months, { start: 3, end: 103 }, 1)).toEqual({ start: 20, end: 120 });
  });

  it('never leave the dataset, and never change the length of the window', () => {
    const check = (a: number, b: number, day: number, steps: number) => {
      const brush: Brush = { start: Math.min(a, b), end: Math.max(a, b) + 1 };
      for (const moved of [moveBrush(months, brush, day), stepBrush(months, brush, steps)]) {
        expect(moved.start).toBeGreaterThanOrEqual(0);
        expect(moved.end).toBeLessThanOrEqual(120);
        const [from, to] = [brush.start, brush.end].map(stop => months.indexOf(stop));
        const isWhole = Number(from) >= 0 && Number(to) >= 0;
        const size = ({ start, end }: Brush) => (isWhole ? months.indexOf(end) - months.indexOf(start) : end - start);
        expect(size(moved)).toBe(size(brush));
      }
    };
    fc.assert(
      fc.property(fc.nat(119), fc.nat(119), fc.integer({ min: -50, max: 200 }), fc.integer({ min: -9, max: 9 }), check),
    );
  });
});
