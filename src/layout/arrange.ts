import type { Day, DaySpan } from '../lib/day';
import { axisPosition } from '../model/folding';
import { sharesIn } from './colour-shares';
import { type Feed, isDot, type MarkModel } from './feed';
import { DOT_REACH, type LaneMark, type PlacedMark } from './lane-marks';
import { type LaneLayout, layoutAsStairs, layoutLane } from './layout';
import { laneHeight, ROW_HEIGHT } from './row-centre';

/** The drawn part of the axis: its start and end as axis positions (`model/folding.ts`), and its width in pixels. */
export interface DrawnRange {
  start: number;
  end: number;
  width: number;
}

/** Several marks of one lane that are drawn as one, because they are too close together. */
export interface Pile {
  activities: readonly string[];
  laneName: string;
  /**
   * The number of activities. If the marks are only a sample, it counts all activities in the bins that the pile
   * covers.
   */
  count: number;
  span: DaySpan;
  /** The number of marks of each colour, then of marks without a colour. Null if no marks are coloured. */
  shares: readonly number[] | null;
}

export interface Arrangement {
  /** The placed marks by key, in the order of the feed. Only the first mark of a pile is included. */
  marks: ReadonlyMap<string, PlacedMark>;
  /** The piles by the key of their first mark, whose element shows the pile. */
  piles: ReadonlyMap<string, Pile>;
  lanes: readonly { id: string; rows: number; isEmpty: boolean }[];
}

const ROWS_IN_LANE = 4;
const ROWS_ALONE = 16;
const MORE_ROWS = 12;
const NARROWEST_BAR = 12;

/** Returns the maximum number of rows for labels in a lane. Each of several marks of the same day needs its own row. */
export function rowsOfLane(laneCount: number): number {
  return laneCount === 1 ? ROWS_ALONE : ROWS_IN_LANE;
}

/**
 * Places all marks of a feed within a drawn range. `widthOf` returns the width of a label in pixels; the labels of the
 * opened mark and of coloured marks are bold. `maxRows` is the maximum number of label rows in a lane. If all lanes
 * together are lower than `height` pixels, the crowded lanes get more rows.
 */
export function arrange(
  feed: Feed,
  range: DrawnRange,
  widthOf: (label: string, isBold: boolean) => number,
  maxRows = rowsOfLane(feed.lanes.length),
  height = 0,
): Arrangement {
  const perDay = range.width / (range.end - range.start);
  const x = (day: Day) => (axisPosition(feed.folds, day) - range.start) * perDay;
  const marks = new Map<string, PlacedMark>();
  const piles = new Map<string, Pile>();
  const own = feed.lanes.map(({ id }) => feed.marks.filter(mark => mark.lane === id));
  const laneMarks = own.map((all, lane) =>
    all.map((mark): LaneMark => {
      const isOpened = mark.activity === feed.opened;
      const isPicked = (mark.colours ?? []).length > 0;
      const labelWidth = widthOf(mark.label, isOpened || isPicked);
      return { key: mark.key, lane, row: 0, labelWidth, isOpened, isPicked, ...extentOf(mark, x, range.width) };
    }),
  );
  const layouts = laneMarks.map(lane => layoutLane(lane, range.width, maxRows));
  const final = heightened(layouts, laneMarks, range.width, height);
  const lanes = feed.lanes.map(({ id }, lane) => {
    const placed = new Map(final[lane]?.marks.map(mark => [mark.key, mark]));
    for (const { key } of own[lane] ?? []) {
      const mark = placed.get(key);
      if (!mark) continue;
      marks.set(key, mark);
      if (mark.pile) piles.set(key, pileOf(feed, membersOf(mark.pile, own[lane] ?? [])));
    }
    const isEmpty = !laneMarks[lane]?.some(({ left, right }) => right >= 0 && left <= range.width);
    return { id, rows: final[lane]?.rows ?? 1, isEmpty };
  });
  return { marks, piles, lanes };
}

/** Gives more label rows to lanes with unlabelled marks in view, within `height` pixels for all lanes. */
function heightened(layouts: readonly LaneLayout[], lanes: readonly LaneMark[][], width: number, height: number) {
  const isCrowded = layouts.map(hasUnnamed);
  const crowded = isCrowded.filter(Boolean).length;
  const free = height - layouts.reduce((sum, { rows }) => sum + laneHeight(rows), 0);
  const extra = Math.min(MORE_ROWS, Math.floor(free / ROW_HEIGHT / Math.max(1, crowded)));
  if (extra < 1) return layouts;
  return layouts.map((layout, i) => (isCrowded[i] ? layoutAsStairs(lanes[i] ?? [], width, layout, extra) : layout));
}

/** Returns whether a mark in view has no label. Piles are ignored, because they show a number instead of a label. */
function hasUnnamed({ marks }: LaneLayout): boolean {
  return marks.some(({ side, pile, isInView }) => side === 'none' && !pile && isInView);
}

/** The position of a mark's shape, in pixels from the start of the axis. */
export type Extent = Pick<LaneMark, 'left' | 'right' | 'anchor' | 'isSpan'>;

/** Returns where the shape of a mark is drawn. `x` returns the position of a day. */
export function extentOf({ form, earliest, latest }: MarkModel, x: (day: Day) => number, width: number): Extent {
  const left = x(earliest);
  const right = x(latest + 1);
  const middle = (left + right) / 2;
  const isSpan = form.kind === 'between';
  if (isDot(form)) {
    return { anchor: middle, left: middle - DOT_REACH, right: middle + DOT_REACH, isSpan };
  }
  if (isSpan) {
    // If only one end is known, the circle is at this end, because the middle of the drawn span has no meaning.
    if (form.openStart && right <= width) return { anchor: right, left, right, isSpan };
    if (form.openEnd && left >= 0) return { anchor: left, left, right, isSpan };
    const middleInView = (Math.max(left, 0) + Math.min(right, width)) / 2;
    return { anchor: clamp(middleInView, left, right), left, right, isSpan };
  }
  const half = Math.max(NARROWEST_BAR / 2, (right - left) / 2);
  const isLong = half > 2 * NARROWEST_BAR;
  const anchor = isLong ? clamp(NARROWEST_BAR, middle - half + NARROWEST_BAR, middle + half - NARROWEST_BAR) : middle;
  return { anchor, left: middle - half, right: middle + half, isSpan };
}

function membersOf(keys: readonly string[], marks: readonly MarkModel[]): MarkModel[] {
  return marks.filter(({ key }) => keys.includes(key));
}

function pileOf({ density, isColoured }: Feed, members: readonly MarkModel[]): Pile {
  const { lane = '', laneName = '' } = members[0] ?? {};
  const span = {
    earliest: Math.min(...members.map(mark => mark.earliest)),
    latest: Math.max(...members.map(mark => mark.latest)),
  };
  const counts = density?.lanes.get(lane) ?? [];
  const edges = density?.edges ?? [];
  const inSpan = counts.filter((_, bin) => (edges[bin + 1] ?? 0) > span.earliest && (edges[bin] ?? 0) <= span.latest);
  const count = Math.max(
    members.length,
    inSpan.reduce((sum, n) => sum + n, 0),
  );
  return {
    activities: members.map(mark => mark.activity),
    laneName,
    count,
    span,
    shares: isColoured ? sharesIn(members) : null,
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
