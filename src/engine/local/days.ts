import { firstWhere } from '../../lib/binary-search';
import { type Day, dateOf, dayOf, OPEN_END, OPEN_START } from '../../lib/day';
import type { StartYear } from '../../lib/undated';
import { addBit, addRun } from './bitset';

/*
 * How the activities that overlap a window are found. Positions are sorted by first day, so the activities that begin
 * in the window are consecutive. Two searches find the activities that begin before the window and reach into it.
 * Activities of at most SHORT_DAYS days begin at most SHORT_DAYS days before the window, so only the positions of these
 * days are checked. All longer activities are in a separate list, and each item of this list is checked.
 *
 *        ├── short ──┤ window ┊
 *   ·····[·····#··#··(########)·········   positions by first day
 *   long activities: those that end in or after the window
 */
const SHORT_DAYS = 62;

export interface DayIndex {
  /** The number of activities with a date. The activities without a date have the positions from this number on. */
  dated: number;
  positionOf(day: Day): number;
  /** Returns the result of `positionOf` for each of several days. The days must ascend. */
  positionsOf(days: readonly Day[]): Uint32Array;
  /** Like `positionsOf`, but the first border is 0 and the last is `dated`, so that every dated activity counts. */
  bordersOf(days: readonly Day[]): Uint32Array;
  /** Adds the activities that overlap `from` to `to` (included) to an empty set. Null means no limit. */
  markWindow(words: Uint32Array, from: Day | null, to: Day | null): void;
}

export function dayIndex(earliest: Int32Array, latest: Int32Array): DayIndex {
  const size = earliest.length;
  const dated = firstWhere(0, size, position => earliest[position] === OPEN_END);
  const long = longSpans(earliest.subarray(0, dated), latest);

  /**
   * Returns the first position from `from` on whose activity begins on or after a day. Fast if the result is near
   * `from`.
   */
  function positionOf(day: Day, from = 0): number {
    let [low, high] = [from, from];
    for (let step = 1; high < size && (earliest[high] ?? 0) < day; step *= 2) {
      low = high + 1;
      high = Math.min(size, high + step);
    }
    return firstWhere(low, high, position => (earliest[position] ?? 0) >= day);
  }

  function positionsOf(days: readonly Day[]): Uint32Array {
    const positions = new Uint32Array(days.length);
    days.forEach((day, i) => {
      positions[i] = positionOf(day, positions[i - 1]);
    });
    return positions;
  }

  return {
    dated,
    positionOf: day => positionOf(day),
    positionsOf,
    bordersOf(days) {
      const borders = positionsOf(days);
      borders[0] = 0;
      borders[borders.length - 1] = dated;
      return borders;
    },
    markWindow(words, from, to) {
      const end = to === null ? dated : positionOf(to + 1);
      if (from === null) {
        addRun(words, 0, end);
        return;
      }
      const start = Math.min(positionOf(from), end);
      addRun(words, start, end);
      for (let position = positionOf(from - SHORT_DAYS); position < start; position += 1) {
        if ((latest[position] ?? 0) >= from) addBit(words, position);
      }
      for (let i = 0; i < long.positions.length && (long.positions[i] ?? 0) < start; i += 1) {
        const position = long.positions[i] ?? 0;
        const word = position >>> 5;
        // Arithmetic instead of a branch, because processors would often mispredict a branch here.
        const reachesIn = Number((long.latest[i] ?? 0) >= from);
        words[word] = (words[word] ?? 0) | (reachesIn << (position & 31));
      }
    },
  };
}

/** Returns the positions of activities longer than `SHORT_DAYS` days, ascending, and their last days. */
function longSpans(earliest: Int32Array, latest: Int32Array): { positions: Uint32Array; latest: Int32Array } {
  const found: number[] = [];
  for (let position = 0; position < earliest.length; position += 1) {
    const last = latest[position] ?? 0;
    if (last === OPEN_END || last - (earliest[position] ?? 0) >= SHORT_DAYS) found.push(position);
  }
  const positions = Uint32Array.from(found);
  return { positions, latest: Int32Array.from(positions, position => latest[position] ?? 0) };
}

export interface YearStart {
  year: StartYear;
  first: number;
}

/**
 * Returns every year in which an activity begins, in the order of positions. The year is null for activities without a
 * known first day, and `undated` for activities without a date.
 */
export function yearStarts(earliest: Int32Array, { positionOf, dated }: DayIndex): YearStart[] {
  const known = positionOf(OPEN_START + 1);
  const starts: YearStart[] = known > 0 ? [{ year: null, first: 0 }] : [];
  for (let first = known; first < dated; ) {
    const { year } = dateOf(earliest[first] ?? 0);
    starts.push({ year, first });
    first = positionOf(dayOf(year + 1, 1, 1));
  }
  if (dated < earliest.length) starts.push({ year: 'undated', first: dated });
  return starts;
}
