/**
 * Returns the first index in [start, end) for which `isReached` is true, or `end`. `isReached` must be true for all later
 * indices.
 */
export function firstWhere(start: number, end: number, isReached: (index: number) => boolean): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
