import type { Day } from '../lib/day';
import type { Density } from '../model/answer';
import type { Bitset } from './bitset';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';
import type { SetId } from './kernel-store';
import type { VagueDays } from './vague-days';

/** Less than a day's share of the longest span, and more than what subtracting leaves of nothing. */
const LEAST_SHARE = 1e-9;

/** One activity in more than so many: then it is foreseen well enough that the next is none of them. */
const FEW = 8;

/** How many activities of a set fall in each bin. The totals add up to the size of the set. */
export function densityOf({ kernel, days, scale: { edges }, vague }: Index, set: SetId): Density {
  const size = Math.max(0, edges.length - 1);
  const total = new Array<number>(size).fill(0);
  const shares = new Array<number>(size).fill(0);
  if (size === 0) return { total, vague: shares };
  const borders = edges.map((edge, i) => (i === 0 ? 0 : i === size ? kernel.size : days.positionOf(edge)));
  countRanges(kernel, set, Uint32Array.from(borders)).forEach((count, bin) => {
    total[bin] = count;
  });
  const { leaving, coming } = sharesOf(vague, edges, kernel.words(set), kernel.count(set) * FEW < kernel.size);
  for (let bin = 0; bin < size; bin += 1) {
    total[bin] = (total[bin] ?? 0) - (leaving[bin] ?? 0) + (coming[bin] ?? 0);
    shares[bin] = coming[bin] ?? 0;
  }
  return { total, vague: shares };
}

/**
 * How many of a set are vague and begin in each bin, and what they come to there once each is shared among the bins it may
 * lie in. Between its first bin and its last one every day counts alike, so only where that begins and ends is noted.
 */
function sharesOf(
  vague: VagueDays,
  edges: readonly Day[],
  words: Bitset,
  areFew: boolean,
): { leaving: Float64Array; coming: Float64Array } {
  const { positions, starts, lastBin, firstShare, lastShare, dayShare } = vague;
  const size = edges.length - 1;
  const leaving = new Float64Array(size);
  const coming = new Float64Array(size);
  const dayShareEnding = new Float64Array(size);
  let dayShareNow = 0;
  for (let bin = 0; bin < size; bin += 1) {
    dayShareNow -= dayShareEnding[bin] ?? 0;
    if (dayShareNow < LEAST_SHARE) dayShareNow = 0;
    const between = dayShareNow * ((edges[bin + 1] ?? 0) - (edges[bin] ?? 0));
    let count = 0;
    let beginning = 0;
    const end = starts[bin + 1] ?? 0;
    for (let i = starts[bin] ?? 0; i < end; i += 1) {
      const position = positions[i] ?? 0;
      // 1 or 0 in place of a condition, which no processor could foresee where there are many.
      const isIn = ((words[position >>> 5] ?? 0) >>> (position & 31)) & 1;
      if (areFew && isIn === 0) continue;
      const last = lastBin[i] ?? 0;
      const day = isIn * (dayShare[i] ?? 0);
      count += isIn;
      beginning += isIn * (firstShare[i] ?? 0);
      coming[last] = (coming[last] ?? 0) + isIn * (lastShare[i] ?? 0);
      dayShareEnding[last] = (dayShareEnding[last] ?? 0) + day;
      dayShareNow += day;
    }
    leaving[bin] = count;
    coming[bin] = (coming[bin] ?? 0) + between + beginning;
  }
  return { leaving, coming };
}
