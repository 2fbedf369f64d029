import { isoDay, MS_PER_DAY } from '../../lib/day';

const MS_PER_MINUTE = 60_000;

/** Returns the reader's present day as an ISO day. */
export function today(): string {
  const now = new Date();
  return isoDay(Math.floor((now.getTime() - now.getTimezoneOffset() * MS_PER_MINUTE) / MS_PER_DAY));
}
