import { type Day, OPEN_END } from '../lib/day';
import { addBit } from './bitset';

/*
 * Positions are sorted by first day, so what begins in a window is one run of them. What begins before it and reaches in
 * is either short, and then begins at most SHORT days before, or long, and then stands in a list of its own.
 *
 *        ├── short ──┤ window ┊
 *   ·····[·····#··#··(########)·········   positions by first day
 *   long spans by last day, latest first: those that end in or after the window, until one that does not
 */
const SHORT = 62;

export interface DayIndex {
  /** The first position whose activity begins on or after a day. */
  positionOf(day: Day): number;
  /** Adds to a cleared set all that overlaps `from` … `to`, both included; null leaves a side open. */
  markWindow(words: Uint32Array, from: Day | null, to: Day | null): void;
}

export function dayIndex(earliest: Int32Array, latest: Int32Array): DayIndex {
  const size = earliest.length;
  const long = longSpans(earliest, latest);

  function positionOf(day: Day): number {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((earliest[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    positionOf,
    markWindow(words, from, to) {
      const end = to === null ? size : positionOf(to + 1);
      if (from === null) {
        addRun(words, 0, end);
        return;
      }
      const start = Math.min(positionOf(from), end);
      addRun(words, start, end);
      for (let position = positionOf(from - SHORT); position < start; position += 1) {
        if ((latest[position] ?? 0) >= from) addBit(words, position);
      }
      for (const position of long) {
        if ((latest[position] ?? 0) < from) break;
        if (position < start) addBit(words, position);
      }
    },
  };
}

/** The positions of spans longer than SHORT, those that last latest first. */
function longSpans(earliest: Int32Array, latest: Int32Array): Uint32Array {
  const positions: number[] = [];
  for (let position = 0; position < earliest.length; position += 1) {
    const last = latest[position] ?? 0;
    if (last === OPEN_END || last - (earliest[position] ?? 0) >= SHORT) positions.push(position);
  }
  return Uint32Array.from(positions).sort((a, b) => (latest[b] ?? 0) - (latest[a] ?? 0));
}

/** Adds the positions from `start` up to, not including, `end`. */
export function addRun(words: Uint32Array, start: number, end: number): void {
  if (end <= start) return;
  const [first, last] = [start >>> 5, (end - 1) >>> 5];
  const head = 0xffffffff << (start & 31);
  const tail = 0xffffffff >>> (31 - ((end - 1) & 31));
  if (first === last) {
    words[first] = (words[first] ?? 0) | (head & tail);
    return;
  }
  words[first] = (words[first] ?? 0) | head;
  words.fill(0xffffffff, first + 1, last);
  words[last] = (words[last] ?? 0) | tail;
}
