import type { Density } from '../../model/answer';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';
import type { SetId } from './kernel-store';
import { binOf } from './scale';

/** A sum of shares below this number is a rounding error and becomes zero. The share of one day is always larger. */
const MIN_SHARE = 4e-10;

/**
 * Counts the activities of a set in each bin. The sum of all bins is the number of activities that begin on a known
 * day.
 */
export function densityOf(index: Index, set: SetId): Density {
  const { kernel, scale, dateRuns } = index;
  const size = Math.max(0, scale.edges.length - 1);
  const total = new Array<number>(size).fill(0);
  const shares = startSharing(size);
  const counts = countRanges(kernel, set, dateRuns.borders);
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    const bin = dateRuns.bins[i] ?? 0;
    if (dateRuns.isVague[i] === 0) total[bin] = (total[bin] ?? 0) + count;
    else if (count > 0) share(index, shares, dateRuns.borders[i] ?? 0, bin, count);
  }
  const scattered = kernel.positions(set, dateRuns.scattered);
  for (let i = 0; i < scattered.length; i += 1) {
    const position = scattered[i] ?? 0;
    const bin = binOf(scale.edges, index.records.earliest[position] ?? 0);
    total[bin] = (total[bin] ?? 0) - 1;
    share(index, shares, position, bin, 1);
  }
  const vague = shared(shares, scale.edges);
  for (let bin = 0; bin < size; bin += 1) total[bin] = (total[bin] ?? 0) + (vague[bin] ?? 0);
  return { total, vague };
}

/**
 * The amounts of activities that span several bins. Each activity is spread evenly over its days. So every bin between
 * its first and its last bin gets the same amount per day. Only the amounts of the first and the last bin are stored.
 */
interface Shares {
  /** For each bin, the sum of the amounts of activities that begin or end in this bin. */
  atEnds: Float64Array;
  /**
   * For each bin, the sum of the daily amounts of the activities that begin (`beginning`) or end (`ending`) in this
   * bin. The daily amount applies to the bins between the first and the last bin of an activity.
   */
  beginning: Float64Array;
  ending: Float64Array;
}

export function startSharing(size: number): Shares {
  return { atEnds: new Float64Array(size), beginning: new Float64Array(size), ending: new Float64Array(size) };
}

/** Spreads `count` activities with the same days as the one at `position`. `bin` is the first bin. */
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

export function shared({ atEnds, beginning, ending }: Shares, edges: readonly number[]): number[] {
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
