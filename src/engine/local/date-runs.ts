import { type Day, isOpen } from '../../lib/day';
import type { Records } from '../../model/records';
import { addBit, type Bitset, emptyBitset, hasBit } from './bitset';
import { binOf } from './scale';

/** Fewer of the same days are sooner looked at one by one than counted. */
const MIN_VAGUE = 8;

/**
 * Positions, cut where bins begin, and around those whose day may lie in several bins. Positions are sorted by days, so
 * those known by the same year, or by the same month, stand together: where they are many they are a stretch of their own.
 */
export interface DateRuns {
  /** Where each begins, at last the size. */
  borders: Uint32Array;
  /** The bin in which all of a stretch begin. */
  bins: Uint16Array;
  /** 1: all of a stretch have the same days, over several bins. */
  isVague: Uint8Array;
  /** Those over several bins that stand in no such stretch. */
  alone: Bitset;
}

/** DateRuns from the first position of the first bin on, so that what begins on no known day is in none. */
export function stretchesOf(records: Records, edges: readonly Day[], binBorders: Uint32Array): DateRuns {
  const { size, earliest, latest, inexact } = records;
  const alone = emptyBitset(size);
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
    const isMany = end - position >= MIN_VAGUE;
    if (isMany || bins.at(-1) !== bin || isVague.at(-1) === 1) {
      borders.push(position);
      bins.push(bin);
      isVague.push(Number(isMany));
    }
    if (!isMany) for (let i = position; i < end; i += 1) addBit(alone, i);
    position = Math.max(position + 1, end);
  }
  return {
    borders: Uint32Array.from([...borders, size]),
    bins: Uint16Array.from(bins),
    isVague: Uint8Array.from(isVague),
    alone,
  };
}
