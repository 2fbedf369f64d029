import type { Density } from '../model/answer';
import { hasBit } from './bitset';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';
import type { SetId } from './kernel-store';

/** How many activities of a set fall in each bin. The totals add up to the size of the set. */
export function densityOf({ kernel, days, scale: { edges }, vague, records }: Index, set: SetId): Density {
  const size = Math.max(0, edges.length - 1);
  const total = new Array<number>(size).fill(0);
  const shares = new Array<number>(size).fill(0);
  if (size === 0) return { total, vague: shares };
  const borders = edges.map((edge, i) => (i === 0 ? 0 : i === size ? kernel.size : days.positionOf(edge)));
  countRanges(kernel, set, Uint32Array.from(borders)).forEach((count, bin) => {
    total[bin] = count;
  });
  const words = kernel.words(set);
  vague.positions.forEach((position, i) => {
    if (!hasBit(words, position)) return;
    const first = records.earliest[position] ?? 0;
    const last = records.latest[position] ?? 0;
    const [firstBin, lastBin] = [vague.firstBin[i] ?? 0, vague.lastBin[i] ?? 0];
    total[firstBin] = (total[firstBin] ?? 0) - 1;
    for (let bin = firstBin; bin <= lastBin; bin += 1) {
      const from = Math.max(first, edges[bin] ?? 0);
      const to = Math.min(last + 1, bin === size - 1 ? last + 1 : (edges[bin + 1] ?? 0));
      const share = (to - from) / (last - first + 1);
      total[bin] = (total[bin] ?? 0) + share;
      shares[bin] = (shares[bin] ?? 0) + share;
    }
  });
  return { total, vague: shares };
}
