import type { Day } from '../lib/day';
import type { Density } from '../model/answer';
import type { Records } from '../model/records';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';
import type { SetId } from './kernel-store';
import { binOf } from './scale';

/** Less than a day's share of the longest span, and more than what subtracting leaves of nothing. */
const LEAST_SHARE = 1e-9;

/** How many activities of a set fall in each bin. The totals add up to the size of the set. Uses `scratch.work`. */
export function densityOf({ kernel, records, scale: { edges }, borders, vague, scratch }: Index, set: SetId): Density {
  const size = Math.max(0, edges.length - 1);
  const total = new Array<number>(size).fill(0);
  const shares = new Array<number>(size).fill(0);
  if (size === 0) return { total, vague: shares };
  countRanges(kernel, set, borders).forEach((count, bin) => {
    total[bin] = count;
  });
  kernel.copy(scratch.work, set);
  kernel.intersect(scratch.work, vague);
  const { leaving, coming } = sharesOf(records, edges, kernel.positions(scratch.work));
  for (let bin = 0; bin < size; bin += 1) {
    total[bin] = (total[bin] ?? 0) - (leaving[bin] ?? 0) + (coming[bin] ?? 0);
    shares[bin] = coming[bin] ?? 0;
  }
  return { total, vague: shares };
}

/**
 * How many of these begin in each bin, and what they come to there once each is shared among the bins it may lie in. Between
 * its first bin and its last one every day counts alike, so only where that begins and ends is noted.
 */
function sharesOf(
  { earliest, latest }: Records,
  edges: readonly Day[],
  positions: Uint32Array,
): { leaving: Float64Array; coming: Float64Array } {
  const size = edges.length - 1;
  const leaving = new Float64Array(size);
  const coming = new Float64Array(size);
  const dayShareBeginning = new Float64Array(size);
  const dayShareEnding = new Float64Array(size);
  let firstBin = 0;
  for (let i = 0; i < positions.length; ) {
    const [first, last] = [earliest[positions[i] ?? 0] ?? 0, latest[positions[i] ?? 0] ?? 0];
    // Those of the same year, or season, stand together.
    const start = i;
    do i += 1;
    while (i < positions.length && earliest[positions[i] ?? 0] === first && latest[positions[i] ?? 0] === last);
    const many = i - start;
    while (firstBin < size - 1 && (edges[firstBin + 1] ?? 0) <= first) firstBin += 1;
    const lastBin = binOf(edges, last);
    const dayShare = many / (last - first + 1);
    add(leaving, firstBin, many);
    add(coming, firstBin, ((edges[firstBin + 1] ?? 0) - first) * dayShare);
    add(coming, lastBin, (last + 1 - (edges[lastBin] ?? 0)) * dayShare);
    add(dayShareBeginning, firstBin, dayShare);
    add(dayShareEnding, lastBin, dayShare);
  }
  let dayShareNow = 0;
  for (let bin = 0; bin < size; bin += 1) {
    dayShareNow -= dayShareEnding[bin] ?? 0;
    if (dayShareNow < LEAST_SHARE) dayShareNow = 0;
    add(coming, bin, dayShareNow * ((edges[bin + 1] ?? 0) - (edges[bin] ?? 0)));
    dayShareNow += dayShareBeginning[bin] ?? 0;
  }
  return { leaving, coming };
}

function add(sums: Float64Array, bin: number, amount: number): void {
  sums[bin] = (sums[bin] ?? 0) + amount;
}
