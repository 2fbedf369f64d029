/** The rows of a list that are in the page: so many of all, from one on. */
export interface RowWindow {
  start: number;
  count: number;
  total: number;
}

/** As many rows from the end of those in the page count as near to it. */
const NEAR = 50;

/** Browsers draw nothing that lies much further down a page. */
const MAX_PX = 8_000_000;

/** From which row on rows should be in the page while those from `first` to `last` are in view. */
export function startFor({ start, count, total }: RowWindow, first: number, last: number): number {
  const end = start + count;
  const isNear = (start > 0 && first < start + NEAR) || (end < total && last >= end - NEAR);
  if (!isNear) return start;
  const about = Math.round(((first + last) / 2 - count / 2) / NEAR) * NEAR;
  return Math.max(0, Math.min(about, total - count));
}

/** What the rows before and behind those in the page take up, in pixels, when these take up `height`. */
export function spaceAround({ start, count, total }: RowWindow, height: number): { above: number; below: number } {
  const whole = Math.min((height / Math.max(1, count)) * total, MAX_PX);
  const end = start + count;
  return { above: (whole * start) / total, below: (whole * Math.max(0, total - end)) / total };
}

/** The row that stands at a place, from 0 to 1, of the whole list. */
export function rowAtShare(share: number, total: number): number {
  return Math.max(0, Math.min(total - 1, Math.floor(share * total)));
}

/** The rows that are in view between two places, counted from the first that is in the page; null where none is. */
export function rowsBetween(
  edges: readonly number[],
  top: number,
  bottom: number,
): { first: number; last: number } | null {
  const first = edges.findIndex((_, row) => (edges[row + 1] ?? Number.NEGATIVE_INFINITY) > top);
  const last = edges.findLastIndex((edge, row) => row < edges.length - 1 && edge < bottom);
  return first < 0 || last < 0 ? null : { first, last };
}

/** How far the first row at or below a place that was there before has moved; null where none is left. */
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
