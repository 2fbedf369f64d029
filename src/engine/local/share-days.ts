import { firstWhere } from '../../lib/binary-search';
import { type Day, isOpen } from '../../lib/day';
import type { Index } from './build-index';
import { countRanges, numbersOf } from './count-ranges';
import type { SetId } from './kernel-store';

/**
 * Counts the activities of a set that begin in each bin `[edges[i], edges[i + 1])`. An activity with an inexact date
 * adds to each bin the share of its days that lie in the bin. Days outside all bins are not counted.
 */
export function sharedBetween(index: Index, set: SetId, edges: readonly Day[]): number[] {
  const { kernel, days, records } = index;
  const counts = numbersOf(countRanges(kernel, set, days.positionsOf(edges)));
  const vague = kernel.positions(set, index.inexact);
  for (let i = 0; i < vague.length; i += 1) {
    const position = vague[i] ?? 0;
    const [first, last] = [records.earliest[position] ?? 0, records.latest[position] ?? 0];
    addShares(counts, edges, { first, last, count: 1 });
  }
  return counts;
}

/**
 * Spreads `count` activities with the same inexact date over the bins. Each bin gets the share of the days from `first`
 * to `last` that it contains. `counts` already includes the activities in the bin of `first`, so they are subtracted
 * there. Does nothing if one of the days is unknown.
 */
export function addShares(
  counts: number[],
  edges: readonly Day[],
  { first, last, count }: { first: Day; last: Day; count: number },
): void {
  if (isOpen(first) || isOpen(last)) return;
  const size = last - first + 1;
  const begin = firstWhere(0, counts.length, bin => (edges[bin + 1] ?? 0) > first);
  for (let bin = begin; bin < counts.length && (edges[bin] ?? 0) <= last; bin += 1) {
    const [start, end] = [edges[bin] ?? 0, edges[bin + 1] ?? 0];
    const within = Math.max(0, Math.min(end, last + 1) - Math.max(start, first));
    const isCounted = start <= first && first < end;
    if (within > 0) counts[bin] = (counts[bin] ?? 0) + (within / size - (isCounted ? 1 : 0)) * count;
  }
}
