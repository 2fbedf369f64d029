/**
 * This folder passes each day to vis-timeline as one hour. vis-timeline counts time in milliseconds of a `Date`, whose
 * range is 547,000 years. With hours for days, 24 times as many years fit, which is enough for every dataset.
 * vis-timeline's own calendar is not used.
 */
const PER_DAY = 3_600_000;

export function instantOf(day: number): number {
  return day * PER_DAY;
}

export function daysOf(instant: number | Date): number {
  return instant.valueOf() / PER_DAY;
}
