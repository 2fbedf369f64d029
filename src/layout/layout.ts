/*
 * Where the marks and labels of one lane go, in pixels:
 *
 *   row 0   ●  ▬▬ Study visit        Anti-trafficking day ●        (+4)
 *   row 1   │  └ (below, right)                 (below, left) ┘
 *   row 2   └ Steering committee
 *   row 3        ╌╌╌╌╌╌╌○ Senior officials' talks ╌╌╌╌╌╌╌          spans get a row of their own
 *
 * A label is beside its mark, or on a lower row and joined to the mark by a line, the leader. A leader never crosses a
 * label. Marks that are too close to be told apart become one pile. A label without room is not drawn.
 */
import { DOT_REACH, FOREIGN_GAP, LABEL_GAP, type LaneMark, type PlacedMark } from './lane-marks';
import { Rows } from './lane-rows';
import { pileUp } from './pile-up';
import { type LabelRoom, type PlacedLabel, placeLabel } from './place-label';

export interface LaneLayout {
  marks: readonly PlacedMark[];
  rows: number;
}

/** The marks of a lane with their labels, and the keys of the marks without room for a label. */
interface Attempt extends LaneLayout {
  unnamed: ReadonlySet<string>;
}

/** With more shapes, no order of labels is searched, because most labels have no room in any order. */
const MAX_TRIED = 48;
const ROUNDS = 36;
const SHUFFLES = 24;

/**
 * Places the marks of a lane between `0` and `width`, on at most `maxRows` rows below the first. Labels take room one
 * after the other, so the result depends on their order. Tries several orders, and returns the layout with the fewest
 * marks without a label.
 */
export function layoutLane(marks: readonly LaneMark[], width: number, maxRows: number): LaneLayout {
  const sorted = inOrder(marks);
  const spans = sorted.filter(mark => mark.isSpan);
  const { shapes, rows } = stackShapes(pileUp(sorted.filter(mark => !mark.isSpan)));
  const tryOrder = (order: readonly LaneMark[], best: Attempt | null) =>
    placeLabels(order, rows, width, { maxRows, isStair: false }, best);
  let order = [...shapes].reverse();
  let best = tryOrder(order, null) as Attempt;
  if (best.unnamed.size === 0 && best.rows === 1) return placeSpans(best, spans, width);
  if (shapes.length > MAX_TRIED) return placeSpans(tryOrder(shapes, best) ?? best, spans, width);
  for (const way of [[...shapes], ...shuffles(shapes)]) {
    const better = tryOrder(way, best);
    if (better) [best, order] = [better, way];
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const left = best.unnamed;
    if (left.size === 0) break;
    const base = round % 3 === 0 ? order : round % 3 === 1 ? [...shapes].reverse() : shuffled(order, round);
    const way = [...base.filter(shape => left.has(shape.key)), ...base.filter(shape => !left.has(shape.key))];
    best = tryOrder(way, best) ?? best;
    order = way;
  }
  return placeSpans(best, spans, width);
}

/**
 * Places the marks of a lane again, with `extra` label rows below those that its layout uses. Labels are arranged like
 * stairs. Returns the given layout if this does not label more marks, or if there are more than `MAX_TRIED` shapes.
 */
export function layoutAsStairs(
  marks: readonly LaneMark[],
  width: number,
  layout: LaneLayout,
  extra: number,
): LaneLayout {
  const sorted = inOrder(marks);
  const spans = sorted.filter(mark => mark.isSpan);
  const { shapes, rows } = stackShapes(pileUp(sorted.filter(mark => !mark.isSpan)));
  if (shapes.length > MAX_TRIED) return layout;
  const placed = layout.marks.filter(({ key }) => !spans.some(span => span.key === key));
  const used = placed.reduce((last, { row, labelRow }) => Math.max(last, row, labelRow), 0);
  const unnamed = new Set(placed.flatMap(({ key, side, pile }) => (side === 'none' && !pile ? [key] : [])));
  const room = { maxRows: used + extra, isStair: true };
  // With 0 rows for the given layout, an attempt is better only if it labels more marks.
  const stairs = placeLabels([...shapes].reverse(), rows, width, room, { marks: placed, rows: 0, unnamed });
  return stairs ? placeSpans(stairs, spans, width) : layout;
}

function inOrder(marks: readonly LaneMark[]): LaneMark[] {
  return [...marks].sort((a, b) => a.anchor - b.anchor || a.left - b.left);
}

/** Returns the list in `SHUFFLES` pseudo-random orders, always the same ones. None for up to three shapes. */
function shuffles<T>(shapes: readonly T[]): T[][] {
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

/** Puts overlapping shapes on at most five rows, from which every attempt to place labels starts. */
function stackShapes(unstacked: readonly LaneMark[]): { shapes: LaneMark[]; rows: Rows } {
  const rows = new Rows();
  const shapes = unstacked.map(shape => {
    let row = 0;
    while (row < 4 && !rows.at(row).isFree(shape.left + 1, shape.right - 1)) row += 1;
    rows.at(row).take(shape.left, shape.right, 'shape');
    return { ...shape, row };
  });
  rows.keep();
  return { shapes, rows };
}

/**
 * Places the labels in the given order, but first those of the opened mark and of coloured marks. Returns null as soon
 * as the attempt can no longer be better than `best`. A better attempt leaves fewer marks without a label, or needs
 * fewer rows for equally many labels. Without `best`, always returns the attempt.
 */
function placeLabels(
  order: readonly LaneMark[],
  rows: Rows,
  width: number,
  room: LabelRoom,
  best: Attempt | null,
): Attempt | null {
  rows.rewind();
  const urgency = (shape: LaneMark) => Number(shape.isOpened) * 2 + Number(shape.isPicked);
  const byUrgency = order.toSorted((a, b) => urgency(b) - urgency(a));
  const unnamed = new Set<string>();
  const marks: PlacedMark[] = [];
  for (const shape of byUrgency) {
    const { row } = shape;
    const label = shape.pile ? null : placeLabel(shape, row, rows, width, room);
    if (label === null && !shape.pile) unnamed.add(shape.key);
    if (best && !isBetter(unnamed.size, rows, best)) return null;
    marks.push(placed(shape, row, label ?? { labelRow: row, side: 'none' }, width));
  }
  const attempt = { marks, rows: rows.used, unnamed };
  return best === null || isBetter(unnamed.size, rows, best) ? attempt : null;
}

function isBetter(unnamed: number, rows: Rows, best: Attempt): boolean {
  return unnamed < best.unnamed.size || (unnamed === best.unnamed.size && rows.used < best.rows);
}

/** Places spans below all other marks. Each span takes the first row in which its shape and its label have room. */
function placeSpans(shapes: LaneLayout, spans: readonly LaneMark[], width: number): LaneLayout {
  if (spans.length === 0) return { marks: shapes.marks, rows: shapes.rows };
  const rows = new Rows();
  const firstRow = shapes.marks.length === 0 ? 0 : shapes.rows;
  const placedSpans = spans.map(span => {
    const reach = DOT_REACH + LABEL_GAP;
    const side = span.anchor + reach + span.labelWidth + 6 <= width || span.anchor > width ? 'right' : 'left';
    const labelFrom = side === 'right' ? span.anchor + reach : span.anchor - reach - span.labelWidth;
    const from = Math.min(span.left, labelFrom);
    const to = Math.max(span.right, labelFrom + span.labelWidth) + FOREIGN_GAP;
    let row = 0;
    while (!rows.at(row).isFree(from, to)) row += 1;
    rows.at(row).take(from, to, 'shape');
    const at = firstRow + row;
    return placed(span, at, { labelRow: at, side }, width);
  });
  return { marks: [...shapes.marks, ...placedSpans], rows: firstRow + rows.used };
}

function placed(shape: LaneMark, row: number, { labelRow, side }: PlacedLabel, width: number): PlacedMark {
  const { key, lane, isOpened, anchor: x, pile } = shape;
  const carrier = pile?.[0] ?? shape;
  return {
    key,
    lane,
    isOpened,
    x,
    isInView: x >= 0 && x <= width,
    row,
    labelRow,
    side,
    leader: carrier.anchor - Math.max(carrier.left, -width),
    shift: pile ? x - (carrier.left + carrier.right) / 2 : 0,
    pile: pile ? pile.map(mark => mark.key) : null,
  };
}
