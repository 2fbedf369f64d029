const LARGE_RECORD = 5000;

/** Returns whether there are too many activities to show all of them, or to redraw them in each frame of a gesture. */
export function isLarge(total: number): boolean {
  return total > LARGE_RECORD;
}

/** With at most this many activities in the selection, each activity is drawn as a mark, alone or in a pile. */
const ALL_MARKS = 320;

/** An activity may be drawn in several lanes, and browsers move only about two hundred items smoothly. */
const SOME_MARKS = 120;

/** Returns how many activities of a selection of `total` activities are drawn as marks. */
export function markLimit(total: number): number {
  return total > ALL_MARKS ? SOME_MARKS : ALL_MARKS;
}

/** Returns the number of rows that a table shows at first, and by which it grows. */
export function rowPage(total: number): number {
  return isLarge(total) ? 200 : 1000;
}

/** Lists of at most this many rows are in the page as a whole, so that the browser's own search finds every row. */
const WHOLE_LIST = 500;

/**
 * Returns the maximum number of list rows in the page at a time. A short list has as many rows as a table shows at
 * first, so that both need the same reply.
 */
export function listPage(total: number): number {
  return total > WHOLE_LIST ? 200 : rowPage(total);
}
