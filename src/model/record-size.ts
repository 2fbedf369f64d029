const LARGE_RECORD = 5000;

/** Whether a record is too long to be shown whole, or drawn anew on each frame of a gesture. */
export function isLarge(total: number): boolean {
  return total > LARGE_RECORD;
}

/** How many rows a table begins with, and asks for more of: a short record is shown whole. */
export function rowPage(total: number): number {
  return isLarge(total) ? 200 : 1000;
}

/** A list of a record up to this length is in the page as a whole, so that the browser's own search finds in it. */
const WHOLE_LIST = 500;

/** How many rows of a list are in the page at a time. A whole list is as many as a table begins with, so both share them. */
export function listPage(total: number): number {
  return total > WHOLE_LIST ? 200 : rowPage(total);
}
