/**
 * The first index from `start` to before `end` for which `isReached` holds, or `end`. Once it holds for an index it has to
 * hold for all after it.
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
