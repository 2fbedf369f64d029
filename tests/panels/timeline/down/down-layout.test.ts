import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, layOutBins, ROW } from '../../../../src/panels/timeline/down/down-layout';
import { BAND, downScale } from '../../../../src/panels/timeline/down/down-scale';
import { pushApart } from '../../../../src/panels/timeline/down/push-apart';

const ascending = (max: number) =>
  fc.array(fc.integer({ min: 0, max }), { maxLength: 9 }).map(all => all.toSorted((a, b) => a - b));

function distance(wanted: readonly number[], tops: readonly number[], size: number): number {
  return wanted.reduce((sum, middle, i) => sum + ((tops[i] ?? 0) + size / 2 - middle) ** 2, 0);
}

describe('pushApart', () => {
  it('keeps labels apart and in their order', () => {
    fc.assert(
      fc.property(ascending(300), wanted => {
        const tops = pushApart(wanted, 20);
        expect(tops).toHaveLength(wanted.length);
        tops.forEach((top, i) => {
          expect(top).toBeGreaterThanOrEqual((tops[i - 1] ?? -20) + 20 - 1e-9);
        });
      }),
    );
  });

  it('moves a label only if it must', () => {
    fc.assert(
      fc.property(ascending(400), wanted => {
        const isFree = wanted.every((middle, i) => middle >= 10 && middle - (wanted[i - 1] ?? -100) >= 20);
        fc.pre(isFree);
        expect(pushApart(wanted, 20)).toEqual(wanted.map(middle => middle - 10));
      }),
    );
  });

  it('is not farther from what is wanted than any other arrangement in whole pixels', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }), given => {
        const wanted = given.toSorted((a, b) => a - b);
        const best = Math.min(...arrangements(wanted.length, 4, 24).map(tops => distance(wanted, tops, 4)));
        expect(distance(wanted, pushApart(wanted, 4), 4)).toBeLessThanOrEqual(best + 1e-9);
      }),
    );
  });
});

/** All ways to place labels of `size` in whole pixels up to `max`. */
function arrangements(count: number, size: number, max: number, from = 0): number[][] {
  if (count === 0) return [[]];
  const all: number[][] = [];
  for (let top = from; top <= max; top += 1) {
    for (const rest of arrangements(count - 1, size, max, top + size)) all.push([top, ...rest]);
  }
  return all;
}

const WINDOW = { earliest: 1000, latest: 2999 };
const silence = fc
  .tuple(fc.integer({ min: 900, max: 2900 }), fc.integer({ min: 0, max: 600 }))
  .map(([earliest, days]) => ({ earliest, latest: earliest + days }));
const scales = fc.record({
  silences: fc.oneof(
    fc.constant([]),
    silence.map(one => [one]),
  ),
  pixels: fc.double({ min: 0.05, max: 20, noNaN: true }),
});

describe('downScale', () => {
  it('gives each day the same height, except in bands', () => {
    fc.assert(
      fc.property(scales, fc.integer({ min: 1000, max: 2999 }), ({ silences, pixels }, day) => {
        const { yOf, bands } = downScale(WINDOW, silences, pixels);
        const band = bands.find(({ earliest, latest }) => day >= earliest && day <= latest);
        const expected = band ? BAND / (band.latest + 1 - band.earliest) : pixels;
        expect(yOf(day + 1) - yOf(day)).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('finds the day at a height again', () => {
    fc.assert(
      fc.property(scales, fc.integer({ min: 1000, max: 2999 }), ({ silences, pixels }, day) => {
        const { yOf, dayAt } = downScale(WINDOW, silences, pixels);
        expect(dayAt((yOf(day) + yOf(day + 1)) / 2)).toBe(day);
      }),
    );
  });

  it('begins at 0, and is as high as its days and bands', () => {
    fc.assert(
      fc.property(scales, ({ silences, pixels }) => {
        const { yOf, height, bands } = downScale(WINDOW, silences, pixels);
        expect(yOf(WINDOW.earliest)).toBeCloseTo(0, 6);
        const silent = bands.reduce((sum, band) => sum + band.latest + 1 - band.earliest, 0);
        expect(height).toBeCloseTo((2000 - silent) * pixels + bands.length * BAND, 6);
        for (const { top, earliest } of bands) expect(yOf(earliest)).toBeCloseTo(top, 6);
      }),
    );
  });
});

describe('layOut', () => {
  const days = fc
    .array(fc.tuple(fc.integer({ min: 900, max: 3100 }), fc.integer({ min: 0, max: 400 })), { maxLength: 40 })
    .map(all =>
      all
        .map(([earliest, more], i) => ({ id: `a-${i}`, earliest, latest: earliest + more }))
        .toSorted((a, b) => a.earliest - b.earliest),
    );

  it('shows each mark once, in order, with labels that a finger can tell apart', () => {
    fc.assert(
      fc.property(days, scales, (marks, { silences, pixels }) => {
        const rows = layOut(marks, downScale(WINDOW, silences, pixels));
        expect(rows.flatMap(({ ids }) => ids)).toEqual(marks.map(({ id }) => id));
        rows.forEach((row, i) => {
          expect(row.count).toBe(row.ids.length);
          expect(row.to).toBeGreaterThanOrEqual(row.from);
          expect(row.label).toBeGreaterThanOrEqual((rows[i - 1]?.label ?? -ROW) + ROW - 1e-6);
        });
      }),
    );
  });

  it('piles up marks that begin close together if they are many', () => {
    const marks = Array.from({ length: 10 }, (_, i) => ({ id: `a-${i}`, earliest: 1100 + i, latest: 1100 + i }));
    expect(layOut(marks, downScale(WINDOW, [], 1))).toMatchObject([{ count: 10, earliest: 1100, latest: 1109 }]);
    expect(layOut(marks, downScale(WINDOW, [], 40))).toHaveLength(10);
    expect(layOut(marks.slice(1), downScale(WINDOW, [], 1))).toHaveLength(9);
  });
});

describe('layOutBins', () => {
  it('has a row for each bin with activities', () => {
    const rows = layOutBins([1000, 1500, 2000, 3000], [5, 0, 7], downScale(WINDOW, [], 0.5));
    expect(rows).toMatchObject([
      { count: 5, earliest: 1000, latest: 1499, from: 0, to: 250 },
      { count: 7, earliest: 2000, latest: 2999, from: 500, to: 1000 },
    ]);
  });
});
