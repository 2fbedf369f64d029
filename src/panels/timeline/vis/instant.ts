/**
 * vis-timeline counts in milliseconds. Here one day is written as an hour of its clock, so that the 547,000 years that a
 * `Date` can hold become enough for every record. The calendar of vis-timeline is not used.
 */
const PER_DAY = 3_600_000;

export function instantOf(day: number): number {
  return day * PER_DAY;
}

export function daysOf(instant: number | Date): number {
  return instant.valueOf() / PER_DAY;
}
