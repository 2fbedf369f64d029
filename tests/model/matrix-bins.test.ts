import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisPosition } from '../../src/model/folding';
import { binEdges } from '../../src/model/matrix-bins';

const bounds = { earliest: 0, latest: 239 };

function lengthsOf(edges: readonly number[]): number[] {
  return edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0));
}

describe('binEdges', () => {
  it('cuts the record into 24 equal bins', () => {
    const edges = binEdges({ from: null, to: null }, bounds, []);
    expect(edges).toEqual(Array.from({ length: 25 }, (_, i) => i * 10));
  });

  it.each([
    [{ from: 24, to: 47 }, '24 … 48 in 24'],
    [{ from: 10, to: 11 }, '10 … 12 in 2'],
    [{ from: null, to: 119 }, '0 … 120 in 24'],
    [{ from: -50, to: 900 }, '0 … 240 in 24'],
    [{ from: 500, to: 900 }, '239 … 240 in 1'],
    [{ from: -90, to: -50 }, '0 … 1 in 1'],
  ])('cuts the window %j into %s', (window, expected) => {
    const edges = binEdges(window, bounds, []);
    expect(`${edges[0]} … ${edges.at(-1)} in ${edges.length - 1}`).toBe(expected);
  });

  it('gives folded days no width', () => {
    const edges = binEdges({ from: null, to: null }, bounds, [{ earliest: 50, latest: 169 }]);
    expect(lengthsOf(edges).filter(length => length !== 5)).toEqual([125]);
  });

  it('is empty where the record has no days', () => {
    expect(binEdges({ from: 1, to: 2 }, null, [])).toEqual([]);
  });

  it('ascends, and what is not folded is cut as evenly as days allow', () => {
    const day = fc.integer({ min: -20, max: 260 });
    const span = fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(span, fc.option(span), (window, folded) => {
        const folds = folded ? [{ earliest: Math.max(0, folded.from), latest: Math.min(239, folded.to) }] : [];
        if (folds.some(fold => fold.earliest > fold.latest)) return;
        const edges = binEdges(window, bounds, folds);
        expect(Math.min(...lengthsOf(edges))).toBeGreaterThan(0);
        const widths = lengthsOf(edges.map(edge => axisPosition(folds, edge)));
        expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
        expect(widths.length).toBeLessThanOrEqual(24);
      }),
    );
  });
});
