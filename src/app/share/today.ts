import { isoDay, MS_PER_DAY } from '../../lib/day';

const MS_PER_MINUTE = 60_000;

/** Returns the current day in the reader's time zone, as `2026-11-30`. */
export function today(): string {
  const now = new Date();
  return isoDay(Math.floor((now.getTime() - now.getTimezoneOffset() * MS_PER_MINUTE) / MS_PER_DAY));
}
