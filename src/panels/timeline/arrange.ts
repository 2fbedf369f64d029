import type { Day, DaySpan } from '../../lib/day';
import { axisPosition } from '../../model/folding';
import { type Feed, isDot, type MarkModel } from './feed';
import { DOT_REACH, type LaneMark, layoutLane, type PlacedMark } from './layout';
import type { Walked } from './roving';

/** The places of the axis that are drawn, and how wide. */
export interface DrawnRange {
  start: number;
  end: number;
  width: number;
}

export interface ArrangedMark {
  mark: MarkModel;
  /** Null: it stands in another mark's pile. */
  placed: PlacedMark | null;
  /** A pile's middle, from the middle of the mark that carries it. */
  shift: number;
  /** Where the leader begins, from the start of the shape as far as that is drawn. */
  anchor: number;
  /** The marks that this one stands for, itself included. */
  pile: readonly MarkModel[] | null;
  /** How many activities the pile stands for: its marks, or where marks are a sample, all of its days. */
  pileCount: number;
}

export interface Arrangement {
  marks: ReadonlyMap<string, ArrangedMark>;
  lanes: readonly { id: string; rows: number; isEmpty: boolean }[];
  walked: readonly Walked[];
}

const ROWS_IN_LANE = 4;
const ROWS_ALONE = 16;
const NARROWEST_BAR = 12;

/** How many marks of one day a lane can show apart, where there are so many lanes. */
export function rowsOfLane(laneCount: number): number {
  return laneCount === 1 ? ROWS_ALONE : ROWS_IN_LANE;
}

/** Where everything of a feed goes when a range is drawn; `widthOf` measures a label, the opened one's bolder. */
export function arrange(
  feed: Feed,
  range: DrawnRange,
  widthOf: (label: string, isOpened: boolean) => number,
): Arrangement {
  const perDay = range.width / (range.end - range.start);
  const x = (day: Day) => (axisPosition(feed.folds, day) - range.start) * perDay;
  const marks = new Map<string, ArrangedMark>();
  const walked: Walked[] = [];
  const lanes = feed.lanes.map(({ id }, laneIndex) => {
    const own = feed.marks.filter(mark => mark.lane === id);
    const extents = own.map(mark => {
      const isOpened = mark.activity === feed.opened;
      return extentOf(mark, { isOpened, labelWidth: widthOf(mark.label, isOpened), x, width: range.width });
    });
    const layout = layoutLane(extents, range.width, rowsOfLane(feed.lanes.length));
    const placed = new Map(layout.marks.map(mark => [mark.id, mark]));
    own.forEach((mark, i) => {
      const place = placed.get(mark.key) ?? null;
      const { left = 0, right = 0, anchor = 0 } = extents[i] ?? {};
      const pile = place?.pile ? own.filter(other => place.pile?.includes(other.key)) : null;
      marks.set(mark.key, {
        mark,
        placed: place,
        shift: pile && place ? place.x - (left + right) / 2 : 0,
        anchor: anchor - Math.max(left, -range.width),
        pile,
        pileCount: pile ? countInPile(feed, id, pile) : 0,
      });
      if (place) {
        walked.push({ key: mark.key, lane: laneIndex, x: place.x, isInView: place.x >= 0 && place.x <= range.width });
      }
    });
    return { id, rows: layout.rows, isEmpty: !extents.some(({ left, right }) => right >= 0 && left <= range.width) };
  });
  return { marks, lanes, walked };
}

interface Drawn {
  isOpened: boolean;
  labelWidth: number;
  x: (day: Day) => number;
  width: number;
}

function extentOf({ key, shape }: MarkModel, { isOpened, labelWidth, x, width }: Drawn): LaneMark {
  const left = x(shape.earliest);
  const right = x(shape.latest + 1);
  const middle = (left + right) / 2;
  const base = { id: key, labelWidth, isOpened, isSpan: shape.form === 'between' };
  if (isDot(shape)) {
    return { ...base, anchor: middle, left: middle - DOT_REACH, right: middle + DOT_REACH };
  }
  if (shape.form === 'between') {
    // Some day before a known one is no day in the middle of a span whose other end nobody knows.
    if (shape.openStart && right <= width) return { ...base, anchor: right, left, right };
    if (shape.openEnd && left >= 0) return { ...base, anchor: left, left, right };
    const middleInView = (Math.max(left, 0) + Math.min(right, width)) / 2;
    return { ...base, anchor: clamp(middleInView, left, right), left, right };
  }
  const half = Math.max(NARROWEST_BAR / 2, (right - left) / 2);
  const isLong = half > 2 * NARROWEST_BAR;
  const anchor = isLong ? clamp(NARROWEST_BAR, middle - half + NARROWEST_BAR, middle + half - NARROWEST_BAR) : middle;
  return { ...base, anchor, left: middle - half, right: middle + half };
}

function countInPile({ density }: Feed, lane: string, pile: readonly MarkModel[]): number {
  const counts = density?.lanes.get(lane);
  if (!density || !counts) return pile.length;
  const { earliest, latest } = spanOf(pile);
  const sum = counts.reduce((total, count, bin) => {
    const isInside = (density.edges[bin + 1] ?? 0) > earliest && (density.edges[bin] ?? 0) <= latest;
    return isInside ? total + count : total;
  }, 0);
  return Math.max(pile.length, sum);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

/** First and last possible day of some marks. */
export function spanOf(marks: readonly MarkModel[]): DaySpan {
  return {
    earliest: Math.min(...marks.map(mark => mark.shape.earliest)),
    latest: Math.max(...marks.map(mark => mark.shape.latest)),
  };
}
