import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DaySpan } from '../../src/lib/day';
import { silentDays } from '../../src/model/bounds';
import { axisPosition, dayAtPosition, foldingPatch, foldsOf, isFolding } from '../../src/model/folding';

const folds: DaySpan[] = [
  { earliest: 4, latest: 7 },
  { earliest: 10, latest: 10 },
];

/** Ascending folds with at least a day between them. */
const arbitraryFolds = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 20 })))
  .map(pairs => {
    let next = -30;
    return pairs.map(([apart, length]): DaySpan => {
      const earliest = next + apart;
      next = earliest + length + 1;
      return { earliest, latest: next - 1 };
    });
  });

function isFolded(all: readonly DaySpan[], day: number): boolean {
  return all.some(fold => day >= fold.earliest && day <= fold.latest);
}

describe('an axis with folds', () => {
  it('gives each day that is drawn a position of its own, one after the other', () => {
    const days = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    expect(days.map(day => axisPosition(folds, day))).toEqual([0, 1, 2, 3, 4, 4, 4, 4, 4, 5, 6, 6]);
  });

  it('gives the position of a fold two days', () => {
    expect([dayAtPosition(folds, 4), dayAtPosition(folds, 4, 'end')]).toEqual([8, 4]);
    expect([dayAtPosition(folds, 6), dayAtPosition(folds, 6, 'end')]).toEqual([11, 10]);
  });

  it('counts the days that are drawn', () => {
    fc.assert(
      fc.property(
        arbitraryFolds,
        fc.integer({ min: -40, max: 200 }),
        fc.integer({ min: 0, max: 100 }),
        (all, from, days) => {
          const drawn = Array.from({ length: days }, (_, i) => from + i).filter(day => !isFolded(all, day));
          expect(axisPosition(all, from + days) - axisPosition(all, from)).toBe(drawn.length);
        },
      ),
    );
  });

  it('leads from a position to its day and back', () => {
    fc.assert(
      fc.property(arbitraryFolds, fc.integer({ min: -40, max: 200 }), (all, position) => {
        const [start, end] = [dayAtPosition(all, position), dayAtPosition(all, position, 'end')];
        expect(axisPosition(all, start)).toBe(position);
        expect(axisPosition(all, end)).toBe(position);
        expect(isFolded(all, start)).toBe(false);
        expect(isFolded(all, end - 1)).toBe(false);
      }),
    );
  });
});

describe('isFolding', () => {
  const arbitrarySilence = fc.record({
    bounds: fc.record({ earliest: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 60 }) }),
    coverage: fc.array(fc.record({ from: fc.integer({ min: 0, max: 100 }), length: fc.integer({ min: 0, max: 20 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
  });

  it('is so by default if more than a fifth of the days are in no coverage period', () => {
    fc.assert(
      fc.property(arbitrarySilence, given => {
        const { earliest, length } = given.bounds;
        const bounds = { earliest, latest: earliest + length - 1 };
        const coverage = given.coverage
          .map(period => ({ from: period.from, to: period.from + period.length }))
          .sort((a, b) => a.from - b.from);
        const days = Array.from({ length }, (_, i) => earliest + i);
        const silent = days.filter(day => !coverage.some(({ from, to }) => from <= day && day <= to));
        const silence = { bounds, silentDays: silentDays(coverage, bounds) };
        expect(silence.silentDays).toBe(silent.length);
        expect(isFolding({ gaps: null }, silence)).toBe(silent.length * 5 > length);
      }),
    );
  });

  it('is as the view says, and the change to it is in the view only where it is not the default', () => {
    const bounds = { earliest: 0, latest: 99 };
    const [loud, silent] = [
      { bounds, silentDays: 20 },
      { bounds, silentDays: 21 },
    ];
    for (const silence of [loud, silent]) {
      for (const gaps of ['fold', 'show'] as const) expect(isFolding({ gaps }, silence)).toBe(gaps === 'fold');
      for (const isFolded of [true, false]) {
        expect(isFolding(foldingPatch(isFolded, silence), silence)).toBe(isFolded);
      }
    }
    expect(foldingPatch(true, silent)).toEqual({ gaps: null });
    expect(foldingPatch(false, silent)).toEqual({ gaps: 'show' });
    expect(foldingPatch(true, loud)).toEqual({ gaps: 'fold' });
    expect(foldingPatch(false, loud)).toEqual({ gaps: null });
  });
});

describe('foldsOf', () => {
  const scale = { unit: 'month', step: 1, edges: [0, 10, 20, 30, 40] } as const;
  const given = (total: number[], gap = { earliest: 5, latest: 35 }, stops: readonly number[] = scale.edges) =>
    foldsOf([gap], { scale, stops, density: { total, vague: [] } });

  it('folds a gap that is empty, and no more than the gap', () => {
    expect(given([0, 0, 0, 0])).toEqual([{ earliest: 5, latest: 35 }]);
  });

  it('leaves out the bins of a gap that hold something', () => {
    expect(given([1, 0, 0.25, 0])).toEqual([
      { earliest: 10, latest: 19 },
      { earliest: 30, latest: 35 },
    ]);
  });

  it('does not crumble where bins are finer than the stops', () => {
    expect(given([1, 0, 1, 0], undefined, [0, 20, 40])).toEqual([]);
    expect(given([1, 0, 0, 1], undefined, [0, 20, 40])).toEqual([{ earliest: 10, latest: 29 }]);
    expect(given([1, 0, 1, 0], { earliest: 12, latest: 15 }, [0, 20, 40])).toEqual([{ earliest: 12, latest: 15 }]);
  });
});
