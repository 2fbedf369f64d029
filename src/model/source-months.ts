import type { DaySpan } from '../lib/day';
import type { Coverage } from './dataset';

const DAYS_PER_MONTH = 365.2425 / 12;

/** The length of a window and of its parts within the coverage, in months. Both may be fractions. */
export interface SourceMonths {
  months: number;
  covered: number;
}

/**
 * Returns how many months of a window the coverage includes. If the dataset states no coverage, the whole window
 * counts.
 */
export function sourceMonths({ earliest, latest }: DaySpan, coverage: readonly Coverage[]): SourceMonths {
  const months = (latest - earliest + 1) / DAYS_PER_MONTH;
  if (coverage.length === 0) return { months, covered: months };
  let days = 0;
  let next = earliest;
  for (const { from, to } of coverage.toSorted((a, b) => a.from - b.from)) {
    const [first, last] = [Math.max(from, next), Math.min(to, latest)];
    if (first > last) continue;
    days += last - first + 1;
    next = last + 1;
  }
  return { months, covered: days / DAYS_PER_MONTH };
}

/** Returns the mean number of activities for each covered month, or null if no part of the window is covered. */
export function monthlyRate(total: number, { covered }: SourceMonths): number | null {
  return covered > 0 ? total / covered : null;
}
