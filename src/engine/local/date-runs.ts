import { firstWhere } from '../../lib/binary-search';
import { type Day, isOpen, OPEN_END } from '../../lib/day';
import type { Records } from '../../model/records';
import { addBit, type Bitset, emptyBitset, hasBit } from './bitset';
import { binOf } from './scale';

/** The minimum length of a vague run (see `DateRuns`). Fewer activities are counted faster one by one. */
const MIN_RUN_LENGTH = 8;

/**
 * Runs of the positions of activities that begin on a known day, for counting by bin. All activities of a run begin in
 * the same bin. An inexact date, such as a year, may span several bins. If at least `MIN_RUN_LENGTH` activities share
 * such a date, they form a separate run, a vague run. Their positions are adjacent, because positions are sorted by
 * day.
 */
export interface DateRuns {
  /** The first position of each run. The last element is the number of activities with a date. */
  borders: Uint32Array;
  bins: Uint16Array;
  isVague: Uint8Array;
  /** Activities with an inexact date over several bins, if too few others have the same date to form a vague run. */
  scattered: Bitset;
}

/**
 * Divides positions into runs, starting at the first position of the first bin. Earlier positions belong to no run,
 * because their activities have no known first day.
 */
export function dateRunsOf(records: Records, edges: readonly Day[], binBorders: Uint32Array): DateRuns {
  const { earliest, latest, inexact } = records;
  const size = firstWhere(0, records.size, position => earliest[position] === OPEN_END);
  const scattered = emptyBitset(records.size);
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
