/**
 * Returns the first index from `start` up to `end` (exclusive) for which `isReached` returns true, or `end` if there is
 * none. `isReached` must also return true for all later indices.
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
