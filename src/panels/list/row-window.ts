/** The rendered rows of a list: `count` rows of `total`, from index `start`. */
export interface RowWindow {
  start: number;
  count: number;
  total: number;
}

/** The list renders other rows once fewer than this many rendered rows are left above or below the visible ones. */
const NEAR = 50;

/** The limit for the estimated height of a list, in pixels. Browsers can't draw pages of unlimited height. */
const MAX_PX = 8_000_000;

/** Returns the index of the first row to render while the rows `first` to `last` are visible. */
export function startFor({ start, count, total }: RowWindow, first: number, last: number): number {
  const end = start + count;
  const isNear = (start > 0 && first < start + NEAR) || (end < total && last >= end - NEAR);
  if (!isNear) return start;
  const about = Math.round(((first + last) / 2 - count / 2) / NEAR) * NEAR;
  return Math.max(0, Math.min(about, total - count));
}

/** Estimates the heights in pixels of the rows before and after the rendered ones, whose total height is `height`. */
export function spaceAround({ start, count, total }: RowWindow, height: number): { above: number; below: number } {
  const whole = Math.min((height / Math.max(1, count)) * total, MAX_PX);
  const end = start + count;
  return { above: (whole * start) / total, below: (whole * Math.max(0, total - end)) / total };
}

/** Returns the index of the row at a fraction (0 to 1) of the list's height. */
export function rowAtShare(share: number, total: number): number {
  return Math.max(0, Math.min(total - 1, Math.floor(share * total)));
}

/** Returns the first and last row between two positions in pixels, as indices into `edges`. Null if there are none. */
export function rowsBetween(
  edges: readonly number[],
  top: number,
  bottom: number,
): { first: number; last: number } | null {
  const first = edges.findIndex((_, row) => (edges[row + 1] ?? Number.NEGATIVE_INFINITY) > top);
  const last = edges.findLastIndex((edge, row) => row < edges.length - 1 && edge < bottom);
  return first < 0 || last < 0 ? null : { first, last };
}

/** Returns the movement in pixels of the first row at or below `top` that is still rendered. Null if none is. */
export function shiftOf(
  before: { start: number; edges: readonly number[] },
  now: { start: number; edges: readonly number[] },
  top: number,
): number | null {
  const from = Math.max(before.start, now.start);
  const to = Math.min(before.start + before.edges.length, now.start + now.edges.length) - 1;
  if (from >= to) return null;
  let row = from;
  while (row < to - 1 && (before.edges[row + 1 - before.start] ?? 0) <= top) row += 1;
  return (now.edges[row - now.start] ?? 0) - (before.edges[row - before.start] ?? 0);
}
