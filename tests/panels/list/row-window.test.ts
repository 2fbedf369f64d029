import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAtShare, rowsBetween, shiftOf, spaceAround, startFor } from '../../../src/panels/list/row-window';

const COUNT = 200;

const arbitraryWindow = fc
  .integer({ min: COUNT + 1, max: 1_000_000 })
  .chain(total => fc.record({ total: fc.constant(total), start: fc.nat(total - COUNT), count: fc.constant(COUNT) }));

/** The edges of rows of these heights, the first starting at `above`. */
function edgesOf(above: number, heights: readonly number[]): number[] {
  const edges = [above];
  for (const height of heights) edges.push((edges.at(-1) ?? 0) + height);
  return edges;
}

const arbitraryHeights = fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 30, maxLength: 60 });

describe('startFor', () => {
  it('renders every visible row, and stays within the list', () => {
    fc.assert(
      fc.property(arbitraryWindow, fc.nat(), fc.integer({ min: 1, max: 90 }), (window, place, height) => {
        const first = place % (window.total - height);
        const last = first + height - 1;
        const start = startFor(window, first, last);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start + COUNT).toBeLessThanOrEqual(window.total);
        expect(first).toBeGreaterThanOrEqual(start);
        expect(last).toBeLessThan(start + COUNT);
      }),
    );
  });

  it('is stable: asked again with the same visible rows it returns the same start', () => {
    fc.assert(
      fc.property(arbitraryWindow, fc.nat(), fc.integer({ min: 1, max: 90 }), (window, place, height) => {
        const first = place % (window.total - height);
        const start = startFor(window, first, first + height - 1);
        expect(startFor({ ...window, start }, first, first + height - 1)).toBe(start);
      }),
    );
  });

  it('keeps the start while the visible rows are far from the ends of the rendered ones', () => {
    expect(startFor({ start: 400, count: COUNT, total: 5000 }, 470, 500)).toBe(400);
    expect(startFor({ start: 0, count: COUNT, total: 5000 }, 0, 30)).toBe(0);
    expect(startFor({ start: 4800, count: COUNT, total: 5000 }, 4970, 4999)).toBe(4800);
  });
});

describe('spaceAround', () => {
  it('estimates the height of missing rows from the rendered ones', () => {
    expect(spaceAround({ start: 300, count: 200, total: 1000 }, 6000)).toEqual({ above: 9000, below: 15_000 });
    expect(spaceAround({ start: 0, count: 200, total: 1000 }, 6000).above).toBe(0);
    expect(spaceAround({ start: 800, count: 200, total: 1000 }, 6000).below).toBe(0);
  });

  it('is never higher than a browser can draw', () => {
    fc.assert(
      fc.property(arbitraryWindow, fc.integer({ min: 1, max: 20_000 }), (window, height) => {
        const { above, below } = spaceAround(window, height);
        expect(above + below).toBeLessThanOrEqual(8_000_000);
        expect(Math.min(above, below)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('rowAtShare', () => {
  it('goes from the first row to the last', () => {
    expect([-1, 0, 0.5, 0.999, 1, 2].map(share => rowAtShare(share, 1000))).toEqual([0, 0, 500, 999, 999, 999]);
  });
});

describe('rowsBetween', () => {
  it('finds the rows that are at least partly between two offsets', () => {
    fc.assert(
      fc.property(
        arbitraryHeights,
        fc.nat(3000),
        fc.nat(5000),
        fc.integer({ min: 1, max: 900 }),
        (heights, above, top, size) => {
          const edges = edgesOf(above, heights);
          const inView = heights.flatMap((height, row) => {
            const begins = edges[row] ?? 0;
            return begins < top + size && begins + height > top ? [row] : [];
          });
          const expected = inView.length > 0 ? { first: inView[0], last: inView.at(-1) } : null;
          expect(rowsBetween(edges, top, top + size)).toEqual(expected);
        },
      ),
    );
  });
});

describe('shiftOf', () => {
  it('returns how far the visible row has moved when rows were added and removed around it', () => {
    fc.assert(
      fc.property(arbitraryHeights, fc.nat(40), fc.nat(40), fc.nat(2500), (heights, start, otherStart, top) => {
        const edges = edgesOf(0, heights);
        const windowFrom = (from: number, above: number) => {
          const rows = heights.slice(from, from + 20);
          return { start: from, edges: edgesOf(above, rows) };
        };
        const before = windowFrom(start, edges[start] ?? 0);
        const now = windowFrom(otherStart, before.edges[0] ?? 0);
        const inBoth = heights
          .map((_, row) => row)
          .filter(row => {
            const isIn = (window: { start: number; edges: readonly number[] }) =>
              row >= window.start && row < window.start + window.edges.length - 1;
            return isIn(before) && isIn(now);
          });
        const anchor = inBoth.find(row => (edges[row + 1] ?? 0) > top) ?? inBoth.at(-1);
        const shift = shiftOf(before, now, top);
        if (anchor === undefined) expect(shift).toBeNull();
        else expect(shift).toBe((now.edges[anchor - now.start] ?? 0) - (before.edges[anchor - before.start] ?? 0));
      }),
    );
  });
});
