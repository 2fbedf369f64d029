import type { Density } from '../../model/answer';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';
import type { SetId } from './kernel-store';
import { binOf } from './scale';

/** Less than a day's share of the longest span, and more than what subtracting leaves of nothing. */
const MIN_SHARE = 4e-10;

/** How many activities of a set fall in each bin. The totals add up to all of it that begins on a known day. */
export function densityOf(index: Index, set: SetId): Density {
  const { kernel, scale, stretches } = index;
  const size = Math.max(0, scale.edges.length - 1);
  const total = new Array<number>(size).fill(0);
  const shares = startSharing(size);
  const counts = countRanges(kernel, set, stretches.borders);
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    const bin = stretches.bins[i] ?? 0;
    if (stretches.isVague[i] === 0) total[bin] = (total[bin] ?? 0) + count;
    else if (count > 0) share(index, shares, stretches.borders[i] ?? 0, bin, count);
  }
  const alone = kernel.positions(set, stretches.alone);
  for (let i = 0; i < alone.length; i += 1) {
    const position = alone[i] ?? 0;
    const bin = binOf(scale.edges, index.records.earliest[position] ?? 0);
    total[bin] = (total[bin] ?? 0) - 1;
    share(index, shares, position, bin, 1);
  }
  const vague = shared(shares, scale.edges);
  for (let bin = 0; bin < size; bin += 1) total[bin] = (total[bin] ?? 0) + (vague[bin] ?? 0);
  return { total, vague };
}

/**
 * What is shared out among the bins. Between the first bin and the last one of an activity all its days count alike, so only
 * where that begins and ends is noted.
 */
interface Shares {
  /** In its first bin and in its last. */
  atEnds: Float64Array;
  /** What a day of it counts. */
  beginning: Float64Array;
  ending: Float64Array;
}

function startSharing(size: number): Shares {
  return { atEnds: new Float64Array(size), beginning: new Float64Array(size), ending: new Float64Array(size) };
}

/** Shares out as many activities with the days of that at a position, which begin in a bin and end in a later one. */
function share(
  { records, scale: { edges } }: Index,
  shares: Shares,
  position: number,
  bin: number,
  count: number,
): void {
  const first = records.earliest[position] ?? 0;
  const last = records.latest[position] ?? 0;
  const lastBin = binOf(edges, last);
  const ofDay = count / (last - first + 1);
  add(shares.atEnds, bin, ((edges[bin + 1] ?? 0) - first) * ofDay);
  add(shares.atEnds, lastBin, (last + 1 - (edges[lastBin] ?? 0)) * ofDay);
  add(shares.beginning, bin, ofDay);
  add(shares.ending, lastBin, ofDay);
}

function shared({ atEnds, beginning, ending }: Shares, edges: readonly number[]): number[] {
  const amounts = new Array<number>(atEnds.length).fill(0);
  let ofDay = 0;
  for (let bin = 0; bin < amounts.length; bin += 1) {
    ofDay -= ending[bin] ?? 0;
    if (ofDay < MIN_SHARE) ofDay = 0;
    amounts[bin] = (atEnds[bin] ?? 0) + ofDay * ((edges[bin + 1] ?? 0) - (edges[bin] ?? 0));
    ofDay += beginning[bin] ?? 0;
  }
  return amounts;
}

function add(sums: Float64Array, bin: number, amount: number): void {
  sums[bin] = (sums[bin] ?? 0) + amount;
}
