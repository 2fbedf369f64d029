/**
 * vis-timeline counts time in milliseconds of a `Date`, which holds 547,000 years. So this folder passes each day to
 * vis-timeline as one hour. Then 24 times as many years fit, which is enough for every dataset. vis-timeline's own
 * calendar is not used.
 */
const PER_DAY = 3_600_000;

export function instantOf(day: number): number {
  return day * PER_DAY;
}

export function daysOf(instant: number | Date): number {
  return instant.valueOf() / PER_DAY;
}
