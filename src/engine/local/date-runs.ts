import { type Day, isOpen } from '../../lib/day';
import type { Records } from '../../model/records';
import { addBit, type Bitset, emptyBitset, hasBit } from './bitset';
import { binOf } from './scale';

/** Shorter runs are faster to handle one activity at a time. */
const MIN_RUN_LENGTH = 8;

/**
 * Positions, split at bin borders and around runs of equal vague dates. Activities known only by a year or month may
 * lie in several bins; positions are sorted by day, so those with the same year or month are adjacent, and long runs of
 * them get a run of their own.
 */
export interface DateRuns {
  /** The first position of each run, then the number of activities. */
  borders: Uint32Array;
  /** The bin in which the activities of each run begin. */
  bins: Uint16Array;
  /** 1: all activities of the run have the same days, which span several bins. */
  isVague: Uint8Array;
  /** Activities that span several bins and are in no vague run. */
  scattered: Bitset;
}

/** Returns runs from the first position of the first bin on; activities without a known first day are in none. */
export function dateRunsOf(records: Records, edges: readonly Day[], binBorders: Uint32Array): DateRuns {
  const { size, earliest, latest, inexact } = records;
  const scattered = emptyBitset(size);
  const [borders, bins, isVague]: [number[], number[], number[]] = [[], [], []];
  const isVagueAt = (position: number) => {
    if (!hasBit(inexact, position)) return false;
    const [first, last] = [earliest[position] ?? 0, latest[position] ?? 0];
    return !isOpen(first) && !isOpen(last) && binOf(edges, first) < binOf(edges, last);
  };
  const endOfSame = (start: number) => {
    let end = start;
    const isSame = () => earliest[end] === earliest[start] && latest[end] === latest[start] && hasBit(inexact, end);
    while (end < size && isSame()) end += 1;
    return end;
  };
  let bin = 0;
  for (let position = binBorders[0] ?? size; position < size; ) {
    while (bin < edges.length - 2 && (binBorders[bin + 1] ?? size) <= position) bin += 1;
    const end = isVagueAt(position) ? endOfSame(position) : position;
    const isMany = end - position >= MIN_RUN_LENGTH;
    if (isMany || bins.at(-1) !== bin || isVague.at(-1) === 1) {
      borders.push(position);
      bins.push(bin);
      isVague.push(Number(isMany));
    }
    if (!isMany) for (let i = position; i < end; i += 1) addBit(scattered, i);
    position = Math.max(position + 1, end);
  }
  return {
    borders: Uint32Array.from([...borders, size]),
    bins: Uint16Array.from(bins),
    isVague: Uint8Array.from(isVague),
    scattered,
  };
}
