import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaneMark, PlacedMark } from '../../src/layout/lane-marks';
import { type LaneLayout, layoutAsStairs, layoutLane } from '../../src/layout/layout';

const GAP = 6;
const DOT_REACH = 5;
const HALF_PILE = 17;

function mark(id: string, anchor: number, labelWidth = 60, more: Partial<LaneMark> = {}): LaneMark {
  return {
    key: id,
    lane: 0,
    row: 0,
    anchor,
    left: anchor - 5,
    right: anchor + 5,
    labelWidth,
    isSpan: false,
    isOpened: false,
    isPicked: false,
    ...more,
  };
}

/** Each row as `id` for a shape, `id→` and `←id` for a label on either side, from left to right. */
function picture(marks: readonly LaneMark[], width = 600, maxRows = 4): string[] {
  const layout = layoutLane(marks, width, maxRows);
  const rows: { at: number; text: string }[][] = Array.from({ length: layout.rows }, () => []);
  for (const placed of layout.marks) {
    const shape = placed.pile ? `(${placed.pile.join(' ')})` : placed.key;
    rows[placed.row]?.push({ at: placed.x, text: shape });
    const label = placed.side === 'right' ? `${placed.key}→` : `←${placed.key}`;
    const side = placed.side === 'right' ? 1 : -1;
    if (placed.side !== 'none') rows[placed.labelRow]?.push({ at: placed.x + side, text: label });
  }
  return rows.map(row =>
    row
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text)
      .join(' '),
  );
}

describe('layoutLane', () => {
  it('names a mark to its right where there is room', () => {
    expect(picture([mark('a', 100)])).toEqual(['a a→']);
  });

  it('names a mark to its left at the end of the lane', () => {
    expect(picture([mark('a', 590)])).toEqual(['←a a']);
  });

  it('hangs a label below where a neighbour stands in its way', () => {
    expect(picture([mark('a', 100), mark('b', 130), mark('c', 160)])).toEqual(['←a a b c c→', 'b→']);
  });

  it('sets shapes that overlap one row apart', () => {
    expect(picture([mark('a', 100), mark('b', 103)])).toEqual(['a a→', 'b b→']);
  });

  it('makes one pile of four marks too close to be told apart', () => {
    const crowd = [100, 104, 108, 112].map((anchor, i) => mark(String(i), anchor));
    expect(picture(crowd)).toEqual(['(0 1 2 3)']);
  });

  it.each([0, 1])('names a mark with a colour before the others: %i', picked => {
    // There is room for one label only, between the two marks.
    const row = [30, 150].map((anchor, i) => mark(String(i), anchor, 60, { isPicked: i === picked }));
    const { marks } = layoutLane(row, 155, 0);
    expect(marks.filter(({ side }) => side !== 'none').map(({ key }) => key)).toEqual([String(picked)]);
  });

  it('never piles the opened mark, and names it', () => {
    const crowd = [100, 104, 108, 112, 116].map((anchor, i) => mark(String(i), anchor, 60, { isOpened: i === 2 }));
    const opened = layoutLane(crowd, 600, 4).marks.find(({ key }) => key === '2');
    expect(opened?.pile).toBeNull();
    expect(opened?.side).not.toBe('none');
  });

  it('leaves a mark unnamed rather than drawing over another', () => {
    const wide = [100, 130, 160].map((anchor, i) => mark(String(i), anchor, 590));
    expect(layoutLane(wide, 600, 4).marks.every(({ side }) => side === 'none')).toBe(true);
  });

  it('puts no label beside a mark whose row holds another mark that ends next to the label', () => {
    // All of these overlap, and the rows for shapes end: the last two wide ones share a row.
    const small = [0, 0.01, 0.02, 0.03, 9, 21.01, 30.01].map((anchor, i) =>
      mark(String(i), anchor, 8, { isOpened: i === 3 }),
    );
    const wide = [17.02, 21.02].map((anchor, i) => mark(`w${i}`, anchor, 8, { left: anchor - 40, right: anchor + 40 }));
    const { marks } = layoutLane([...small, ...wide], 1_000, 4);
    const first = marks.find(({ key }) => key === 'w0');
    expect(first).toMatchObject({ row: marks.find(({ key }) => key === 'w1')?.row });
    expect(first?.side === 'right' && first.labelRow === first.row).toBe(false);
  });

  it('gives a span a row of its own under everything else', () => {
    const span = mark('s', 200, 60, { left: 20, right: 380, isSpan: true });
    expect(picture([mark('a', 100), span])).toEqual(['a a→', 's s→']);
  });

  it('has one row for a lane without marks', () => {
    expect(layoutLane([], 600, 4)).toEqual({ marks: [], rows: 1 });
  });
});

const arbitraryMark = fc
  .record({
    anchor: fc.integer({ min: -2_000, max: 12_000 }).map(tenths => tenths / 10),
    half: fc.constantFrom(5, 5, 5, 6, 12, 40),
    labelWidth: fc.integer({ min: 8, max: 180 }),
    isSpan: fc.nat(9).map(n => n === 0),
  })
  .map(({ anchor, half, labelWidth, isSpan }) => ({
    anchor,
    left: anchor - (isSpan ? 4 * half : half),
    right: anchor + (isSpan ? 4 * half : half),
    labelWidth,
    isSpan,
  }));

/** A lane of some marks at different places, at most one of them opened; densely set or loosely. */
const arbitraryLane = fc
  .record({
    marks: fc.uniqueArray(arbitraryMark, { minLength: 1, maxLength: 24, selector: ({ anchor }) => anchor }),
    squeeze: fc.constantFrom(1, 1, 0.3, 0.1),
    opened: fc.nat(30),
    picked: fc.nat(9),
  })
  .map(({ marks, squeeze, opened, picked }) =>
    marks.map(({ anchor, left, right, ...rest }, i): LaneMark => {
      const middle = anchor * squeeze;
      return {
        ...rest,
        key: `m${i}`,
        lane: 0,
        row: 0,
        anchor: middle,
        left: middle - (anchor - left),
        right: middle + (right - anchor),
        isOpened: i === opened,
        isPicked: i % 5 === picked,
      };
    }),
  );

const WIDTH = 1_000;
const MAX_ROWS = 4;

interface Piece {
  id: string;
  row: number;
  from: number;
  to: number;
}

function labelOf(placed: PlacedMark, { left, right, anchor, labelWidth }: LaneMark): Piece[] {
  if (placed.side === 'none') return [];
  const isBeside = placed.row === placed.labelRow && !placed.pile;
  const [start, end] = isBeside ? [left, right] : [anchor, anchor];
  const from = placed.side === 'right' ? end + GAP : start - GAP - labelWidth;
  return [{ id: placed.key, row: placed.labelRow, from, to: from + labelWidth }];
}

function piecesOf(lane: readonly LaneMark[], { marks }: LaneLayout) {
  const byId = new Map(lane.map(one => [one.key, one]));
  const all = marks.map(placed => ({ placed, of: byId.get(placed.key) as LaneMark }));
  const shapes = all.map(({ placed, of }): Piece => {
    const [from, to] = placed.pile ? [placed.x - HALF_PILE, placed.x + HALF_PILE] : [of.left, of.right];
    return { id: placed.key, row: placed.row, from, to };
  });
  const points = all.filter(({ of }) => !of.isSpan);
  return {
    shapes,
    labels: points.flatMap(({ placed, of }) => labelOf(placed, of)),
    spanLabels: all
      .filter(({ of }) => of.isSpan)
      .map(({ placed, of }): Piece => {
        const reach = DOT_REACH + GAP;
        const from = placed.side === 'right' ? of.anchor + reach : of.anchor - reach - of.labelWidth;
        return { id: placed.key, row: placed.row, from, to: from + of.labelWidth };
      }),
    leaders: points.filter(({ placed }) => placed.side !== 'none' && placed.labelRow > placed.row),
  };
}

function overlap(a: Piece, b: Piece): boolean {
  return a.row === b.row && a.from < b.to && b.from < a.to;
}

type Layout = (lane: readonly LaneMark[]) => LaneLayout;

function law(name: string, holds: (lane: LaneMark[], layout: LaneLayout, layOut: Layout) => void): void {
  it(name, () => {
    fc.assert(
      fc.property(arbitraryLane, fc.integer({ min: -6, max: 6 }), (lane, extra) => {
        const layOut: Layout = marks => {
          const layout = layoutLane(marks, WIDTH, MAX_ROWS);
          return extra > 0 ? layoutAsStairs(marks, WIDTH, layout, extra) : layout;
        };
        holds(lane, layOut(lane), layOut);
      }),
      { numRuns: 300 },
    );
  });
}

describe('a layout of any lane', () => {
  law('puts a label beside its mark only where marks of others are 24 px away or more', (lane, layout) => {
    const { shapes, labels } = piecesOf(lane, layout);
    const beside = new Set(layout.marks.filter(one => one.row === one.labelRow).map(({ key }) => key));
    const spans = new Set(lane.filter(({ isSpan }) => isSpan).map(({ key }) => key));
    for (const label of labels.filter(({ id }) => beside.has(id))) {
      const own = shapes.find(({ id }) => id === label.id) as Piece;
      const isRight = label.from > own.from;
      for (const shape of shapes) {
        if (shape.id === label.id || shape.row !== label.row || spans.has(shape.id)) continue;
        // A mark on the other side has the own mark between itself and the label.
        if (isRight ? shape.from <= own.from : shape.to >= own.to) continue;
        expect(Math.max(shape.from - label.to, label.from - shape.to)).toBeGreaterThanOrEqual(24 - 1e-6);
      }
    }
  });

  law('places every mark, or counts it in exactly one pile', (lane, { marks }) => {
    const stood = marks.flatMap(({ key, pile }) => pile ?? [key]);
    expect([...stood].sort()).toEqual(lane.map(({ key }) => key).sort());
  });

  law('keeps labels clear of each other', (lane, layout) => {
    const { labels, spanLabels } = piecesOf(lane, layout);
    const all = [...labels, ...spanLabels];
    all.forEach((label, i) => {
      for (const other of all.slice(i + 1)) expect(overlap(label, other), `${label.id} over ${other.id}`).toBe(false);
    });
  });

  law('keeps labels clear of shapes', (lane, layout) => {
    const { labels, shapes } = piecesOf(lane, layout);
    for (const label of labels) {
      for (const shape of shapes) expect(overlap(label, shape), `${label.id} over ${shape.id}`).toBe(false);
    }
  });

  law('leads no leader through a label or a shape', (lane, layout) => {
    const { labels, shapes, leaders } = piecesOf(lane, layout);
    for (const { placed } of leaders) {
      for (const { id, row, from, to } of [...labels, ...shapes]) {
        const crosses = row > placed.row && row < placed.labelRow && placed.x > from && placed.x < to;
        expect(crosses, `${placed.key} through ${id}`).toBe(false);
      }
    }
  });

  law('ends no leader in the label of another mark', (lane, layout) => {
    const { labels, leaders } = piecesOf(lane, layout);
    for (const { placed } of leaders) {
      for (const { id, row, from, to } of labels) {
        const meets = id !== placed.key && row === placed.labelRow && placed.x > from && placed.x < to;
        expect(meets, `${placed.key} into ${id}`).toBe(false);
      }
    }
  });

  law('keeps the label of a mark in view in view', (lane, layout) => {
    const { labels, spanLabels } = piecesOf(lane, layout);
    const anchors = new Map(lane.map(({ key, anchor }) => [key, anchor]));
    for (const { id, from, to } of [...labels, ...spanLabels]) {
      const anchor = anchors.get(id) ?? 0;
      if (anchor < 0 || anchor > WIDTH) continue;
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(WIDTH);
    }
  });

  law('stays within the rows that it says', (_, { marks, rows }) => {
    for (const { row, labelRow } of marks) {
      expect(labelRow).toBeGreaterThanOrEqual(row);
      expect(labelRow).toBeLessThan(rows);
    }
  });

  law('piles only neighbours, never the opened mark nor a span', (lane, { marks }) => {
    const byId = new Map(lane.map(one => [one.key, one]));
    for (const { pile } of marks) {
      const members = (pile ?? []).map(key => byId.get(key) as LaneMark);
      expect(members.some(({ isOpened, isSpan }) => isOpened || isSpan)).toBe(false);
      if (pile) expect(members.length).toBeGreaterThan(3);
      const anchors = members.map(({ anchor }) => anchor);
      if (pile) expect(Math.max(...anchors) - Math.min(...anchors)).toBeLessThan(36);
    }
  });

  law('says which marks are in view, and shifts only piles', (_, { marks }) => {
    for (const { x, isInView, shift, pile } of marks) {
      expect(isInView).toBe(x >= 0 && x <= WIDTH);
      if (!pile) expect(shift).toBe(0);
    }
  });

  law('is the same for the same marks in any order', (lane, layout, layOut) => {
    const again = layOut([...lane].reverse());
    const byId = ({ marks }: LaneLayout) => [...marks].sort((a, b) => (a.key < b.key ? -1 : 1));
    expect({ ...again, marks: byId(again) }).toEqual({ ...layout, marks: byId(layout) });
  });
});
