const LARGE_RECORD = 5000;

/** Returns whether there are too many activities to show all of them or to redraw them on each frame of a gesture. */
export function isLarge(total: number): boolean {
  return total > LARGE_RECORD;
}

/** In a selection of at most this many activities, each activity is drawn as a mark, alone or in a pile. */
const ALL_MARKS = 320;

/**
 * The maximum number of marks for larger selections. With lanes, an activity may be drawn in several of them, and
 * browsers move only about two hundred items smoothly.
 */
const SOME_MARKS = 120;

/** Returns how many activities are drawn as marks, for a selection of `total` activities: all of them, or a sample. */
export function markLimit(total: number): number {
  return total > ALL_MARKS ? SOME_MARKS : ALL_MARKS;
}

/** Returns the number of rows that a table shows at first, and that are added each time more are needed. */
export function rowPage(total: number): number {
  return isLarge(total) ? 200 : 1000;
}

/** A list of at most this many rows is in the page as a whole, so that the browser's own search finds every row. */
const WHOLE_LIST = 500;

/**
 * Returns the maximum number of list rows that are in the page at a time. A short list has as many rows as a table
 * shows at first, so that list and table need the same reply.
 */
export function listPage(total: number): number {
  return total > WHOLE_LIST ? 200 : rowPage(total);
}
