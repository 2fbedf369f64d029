/**
 * vis-timeline places everything by instants. An hour of its clock stands for a day here, so that what `Date` can hold, which
 * is 547,000 years, is enough for any span of the record. Its own calendar is not used.
 */
const PER_DAY = 3_600_000;

export function instantOf(day: number): number {
  return day * PER_DAY;
}

export function daysOf(instant: number | Date): number {
  return instant.valueOf() / PER_DAY;
}
