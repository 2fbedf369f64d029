/*
 * Where the marks and labels of one lane go, in pixels:
 *
 *   row 0   ●  ▬▬ Study visit        Anti-trafficking day ●        (+4)
 *   row 1   │  └ (below, right)                 (below, left) ┘
 *   row 2   └ Steering committee
 *   row 3        ╌╌╌╌╌╌╌○ Senior officials' talks ╌╌╌╌╌╌╌          spans get a row of their own
 *
 * A label stands beside its mark, else on a row below it, joined by a leader; a leader never crosses a label. Marks too
 * close to be told apart become one pile. Whatever finds no room stays unnamed.
 */
import { Rows } from './lane-rows';

/** A mark as it is known before the layout: its horizontal extent and how wide its label would be. */
export interface LaneMark {
  id: string;
  /** The drawn shape, `left` to `right`. */
  left: number;
  right: number;
  /** Where a leader starts: the middle of the shape, or of the hollow circle of a span. */
  anchor: number;
  labelWidth: number;
  /** Drawn faint over its whole extent; gets a row of its own. */
  isSpan: boolean;
  /** Never piled and named first. */
  isOpened: boolean;
}

export type LabelSide = 'right' | 'left' | 'none';

export interface PlacedMark {
  id: string;
  /** Row of the shape, and of its label; a label below its shape hangs on a leader. */
  row: number;
  labelRow: number;
  side: LabelSide;
  /** Ids of the marks it stands for, itself included; only a pile has them. */
  pile: readonly string[] | null;
  /** Middle of the pile; the anchor for everything else. */
  x: number;
}

export interface LaneLayout {
  marks: readonly PlacedMark[];
  rows: number;
}

/** From the middle of a dot, or of the hollow circle of a span, to its edge. The style sheet draws with the same numbers. */
export const DOT_REACH = 5;
/** Between a shape, or the leader, and a label. */
export const LABEL_GAP = 6;
const CLEARANCE = 8;
const EDGE = 3;
const PILE_REACH = 14;
const PILE_WIDTH = 36;
const PILE_FROM = 4;
const PILE_HALF = 17;

/** Places the marks of a lane, given in any order, between `0` and `width`, on at most `maxRows` rows below the first. */
export function layoutLane(marks: readonly LaneMark[], width: number, maxRows: number): LaneLayout {
  const sorted = [...marks].sort((a, b) => a.anchor - b.anchor || a.left - b.left);
  const spans = sorted.filter(mark => mark.isSpan);
  const { shapes, rows } = stackShapes(pileUp(sorted.filter(mark => !mark.isSpan)));
  const place = (order: readonly StackedShape[]) => placeLabels(order, rows, width, maxRows);
  let order = [...shapes].reverse();
  let best = place(order);
  if (best.unnamed.size === 0 && best.rows === 1) return placeSpans(best, spans, width);
  if (shapes.length > MAX_TRIED) return placeSpans(better(best, place(shapes)), spans, width);
  for (const way of [[...shapes], ...mixtures(shapes)]) {
    const candidate = place(way);
    if (better(best, candidate) === candidate) [best, order] = [candidate, way];
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const left = best.unnamed;
    if (left.size === 0) break;
    const base = round % 3 === 0 ? order : round % 3 === 1 ? [...shapes].reverse() : shuffled(order, round);
    const way = [...base.filter(shape => left.has(shape.id)), ...base.filter(shape => !left.has(shape.id))];
    const candidate = place(way);
    if (better(best, candidate) === candidate) [best, order] = [candidate, way];
    else order = way;
  }
  return placeSpans(best, spans, width);
}

/** Where more stand than could ever be named, looking for the best order only costs time. */
const MAX_TRIED = 48;

const ROUNDS = 36;

const SHUFFLES = 24;

/** Some mixtures of an order, always the same ones. */
function mixtures<T>(shapes: readonly T[]): T[][] {
  return Array.from({ length: shapes.length > 3 ? SHUFFLES : 0 }, (_, n) => shuffled(shapes, n + 1));
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const mixed = [...list];
  let state = Math.imul(seed, 0x9e3779b1);
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i;
    const other = (state >>> 0) % (i + 1);
    [mixed[i], mixed[other]] = [mixed[other] as T, mixed[i] as T];
  }
  return mixed;
}

/** A layout of the shapes, and what of them found no room for its label. */
interface Attempt extends LaneLayout {
  unnamed: ReadonlySet<string>;
}

function better(a: Attempt, b: Attempt): Attempt {
  const fewer = b.unnamed.size - a.unnamed.size;
  return fewer < 0 || (fewer === 0 && b.rows < a.rows) ? b : a;
}

interface Shape extends LaneMark {
  pile: readonly string[] | null;
}

/** Joins neighbours that stand closer than a pile's reach, where more of them do than could be named. */
function pileUp(marks: readonly LaneMark[]): Shape[] {
  const shapes: Shape[] = [];
  let group: LaneMark[] = [];
  const flush = () => {
    if (group.length >= PILE_FROM) shapes.push(pileOf(group));
    else shapes.push(...group.map(mark => ({ ...mark, pile: null })));
    group = [];
  };
  for (const mark of marks) {
    const last = group.at(-1);
    const first = group[0];
    const joins = last && first && mark.anchor - last.anchor < PILE_REACH && mark.anchor - first.anchor < PILE_WIDTH;
    if (!joins || [mark, last].some(one => one.isOpened || one.right - one.left > PILE_WIDTH)) flush();
    group.push(mark);
  }
  flush();
  return shapes;
}

function pileOf(group: readonly LaneMark[]): Shape {
  const first = group[0] as LaneMark;
  const anchor = group.reduce((sum, mark) => sum + mark.anchor, 0) / group.length;
  return {
    ...first,
    anchor,
    left: anchor - PILE_HALF,
    right: anchor + PILE_HALF,
    labelWidth: 0,
    pile: group.map(mark => mark.id),
  };
}

interface StackedShape extends Shape {
  row: number;
}

/** Sets shapes that overlap one row apart. Every attempt to place the labels begins with these rows. */
function stackShapes(unstacked: readonly Shape[]): { shapes: StackedShape[]; rows: Rows } {
  const rows = new Rows();
  const shapes = unstacked.map(shape => {
    let row = 0;
    while (row < 4 && !rows.at(row).isFree(shape.left + 1, shape.right - 1)) row += 1;
    rows.at(row).take(shape.left, shape.right);
    return { ...shape, row };
  });
  rows.keep();
  return { shapes, rows };
}

function placeLabels(order: readonly StackedShape[], rows: Rows, width: number, maxRows: number): Attempt {
  rows.rewind();
  const byUrgency = [...order.filter(shape => shape.isOpened), ...order.filter(shape => !shape.isOpened)];
  const unnamed = new Set<string>();
  const marks = byUrgency.map(shape => {
    const { row } = shape;
    const label = shape.pile ? null : placeLabel(shape, row, rows, width, maxRows);
    const { labelRow, side }: PlacedLabel = label ?? { labelRow: row, side: 'none' };
    if (side === 'none' && !shape.pile) unnamed.add(shape.id);
    return { id: shape.id, row, labelRow, side, pile: shape.pile, x: shape.anchor };
  });
  return { marks, rows: rows.used, unnamed };
}

interface PlacedLabel {
  labelRow: number;
  side: LabelSide;
}

/** Where a label finds room, which it takes; null for nowhere. */
function placeLabel(shape: Shape, row: number, rows: Rows, width: number, maxRows: number): PlacedLabel | null {
  const { left, right, anchor, labelWidth } = shape;
  const own = rows.at(row);
  const after = right + LABEL_GAP;
  if (fits(after, after + labelWidth, width, anchor) && own.isFree(after - 2, after + labelWidth + CLEARANCE)) {
    own.take(after, after + labelWidth + 2);
    return { labelRow: row, side: 'right' };
  }
  // To its left comes the shape itself, and nothing else that a label would have to keep clear of.
  const before = left - LABEL_GAP - labelWidth;
  if (fits(before, before + labelWidth, width, anchor) && own.isFree(before - 2, before + labelWidth)) {
    own.take(before, before + labelWidth + 2);
    return { labelRow: row, side: 'left' };
  }
  for (let labelRow = row + 1; labelRow <= maxRows; labelRow += 1) {
    for (const side of SIDES) {
      const from = startBelow(shape, side);
      const to = from + labelWidth;
      // The leader ends beside the label, in the same row.
      const start = Math.min(from, anchor) - 2;
      if (!fits(from, to, width, anchor) || !rows.at(labelRow).isFree(start, to + CLEARANCE)) continue;
      if (!leaderPasses(rows, anchor, row, labelRow)) continue;
      for (let between = row + 1; between < labelRow; between += 1) rows.at(between).take(anchor - 2, anchor + 2, true);
      rows.at(labelRow).take(from, Math.max(to, anchor) + 2);
      return { labelRow, side };
    }
  }
  return null;
}

const SIDES = ['right', 'left'] as const;

function leaderPasses(rows: Rows, x: number, from: number, to: number): boolean {
  for (let row = from + 1; row < to; row += 1) if (!rows.at(row).lets(x)) return false;
  return true;
}

/** A label of a mark in view stays in view, and one of a mark out of view out of it. */
function fits(from: number, to: number, width: number, anchor: number): boolean {
  if (anchor < 0) return to <= 0;
  if (anchor > width) return from >= width;
  return from >= EDGE && to <= width - EDGE;
}

/** Where a label begins that hangs below its shape on a leader. */
function startBelow({ anchor, labelWidth }: LaneMark, side: 'right' | 'left'): number {
  return side === 'right' ? anchor + LABEL_GAP : anchor - LABEL_GAP - labelWidth;
}

/** Spans stand under everything else, each on the first row where neither it nor its label meets another. */
function placeSpans(shapes: LaneLayout, spans: readonly LaneMark[], width: number): LaneLayout {
  if (spans.length === 0) return { marks: shapes.marks, rows: shapes.rows };
  const rows = new Rows();
  const firstRow = shapes.marks.length === 0 ? 0 : shapes.rows;
  const placed = spans.map((span): PlacedMark => {
    const reach = DOT_REACH + LABEL_GAP;
    const side = span.anchor + reach + span.labelWidth + 6 <= width || span.anchor > width ? 'right' : 'left';
    const labelFrom = side === 'right' ? span.anchor + reach : span.anchor - reach - span.labelWidth;
    const from = Math.min(span.left, labelFrom);
    const to = Math.max(span.right, labelFrom + span.labelWidth) + CLEARANCE;
    let row = 0;
    while (!rows.at(row).isFree(from, to)) row += 1;
    rows.at(row).take(from, to);
    const at = firstRow + row;
    return { id: span.id, row: at, labelRow: at, side, pile: null, x: span.anchor };
  });
  return { marks: [...shapes.marks, ...placed], rows: firstRow + rows.used };
}
