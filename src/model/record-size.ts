const LARGE_RECORD = 5000;

/** Returns whether there are too many activities to show all, or to redraw on each frame of a gesture. */
export function isLarge(total: number): boolean {
  return total > LARGE_RECORD;
}

/** Each activity of a record up to this length is a mark on the timeline, alone or in a pile. */
const ALL_MARKS = 320;

/** With lanes an activity is more than one item, and about two hundred of these are light to move. */
const SOME_MARKS = 120;

/** Returns how many activities of a selection are marks; of more, a part is. */
export function markLimit(total: number): number {
  return total > ALL_MARKS ? SOME_MARKS : ALL_MARKS;
}

/** Returns the number of rows that a table starts with and adds on demand. */
export function rowPage(total: number): number {
  return isLarge(total) ? 200 : 1000;
}

/** Lists up to this length are in the page completely, so that the browser's own search works. */
const WHOLE_LIST = 500;

/**
 * Returns the number of list rows in the page at a time. A short list has as many as a table starts with, so that both
 * share their rows.
 */
export function listPage(total: number): number {
  return total > WHOLE_LIST ? 200 : rowPage(total);
}
