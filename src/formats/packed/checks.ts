import { dayOf, isOpen, MAX_YEAR, MIN_YEAR } from '../../lib/day';

export function areOffsets(offsets: Uint32Array, length: number): boolean {
  let before = 0;
  for (let i = 0; i < offsets.length; i += 1) {
    const offset = offsets[i] ?? 0;
    if (offset < before) return false;
    before = offset;
  }
  return offsets[0] === 0 && before === length;
}

export function areWithin(values: Uint16Array | Uint32Array, end: number): boolean {
  for (let i = 0; i < values.length; i += 1) if ((values[i] ?? 0) >= end) return false;
  return true;
}

const FIRST_DAY = dayOf(MIN_YEAR, 1, 1);
const LAST_DAY = dayOf(MAX_YEAR, 12, 31);

/** Returns whether every element is either an open end or a day within the years that the format allows. */
export function areDays(days: Int32Array): boolean {
  for (let i = 0; i < days.length; i += 1) {
    const day = days[i] ?? 0;
    if ((day < FIRST_DAY || day > LAST_DAY) && !isOpen(day)) return false;
  }
  return true;
}

/** Returns whether no activity ends before it begins, and all are sorted by first day, then last day. */
export function areInDateOrder(earliest: Int32Array, latest: Int32Array): boolean {
  for (let i = 0; i < earliest.length; i += 1) {
    const start = earliest[i] ?? 0;
    const end = latest[i] ?? 0;
    if (end < start) return false;
    if (i === 0) continue;
    const before = earliest[i - 1] ?? 0;
    if (before > start || (before === start && (latest[i - 1] ?? 0) > end)) return false;
  }
  return true;
}
