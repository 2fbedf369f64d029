import type { DaySpan } from '../lib/day';
import type { OpenDataset } from './answer';

/**
 * Returns the first and last day of the time axis, which includes all activities and the coverage. Returns null if
 * there are no days.
 */
export function boundsOf({ stops }: Pick<OpenDataset, 'stops'>): DaySpan | null {
  const first = stops[0];
  const end = stops.at(-1);
  return first === undefined || end === undefined || stops.length < 2 ? null : { earliest: first, latest: end - 1 };
}

/** The maximum number of gaps that are drawn. With more, most would be narrower than a pixel. */
const MAX_GAPS = 500;

/**
 * Returns the gaps, the spans within `bounds` that are outside all coverage periods. Returns the longest `MAX_GAPS` if
 * there are more, and none if the dataset states no coverage.
 */
export function gapsOf(coverage: readonly { from: number; to: number }[], bounds: DaySpan | null): DaySpan[] {
  return longest(allGapsOf(coverage, bounds));
}

/** Returns how many days within `bounds` are outside all coverage periods; 0 if the dataset states no coverage. */
export function silentDays(coverage: readonly { from: number; to: number }[], bounds: DaySpan | null): number {
  return allGapsOf(coverage, bounds).reduce((days, gap) => days + gap.latest - gap.earliest + 1, 0);
}

function allGapsOf(coverage: readonly { from: number; to: number }[], bounds: DaySpan | null): DaySpan[] {
  if (!bounds || coverage.length === 0) return [];
  const gaps: DaySpan[] = [];
  let next = bounds.earliest;
  for (const { from, to } of coverage) {
    if (from > next) gaps.push({ earliest: next, latest: Math.min(from - 1, bounds.latest) });
    next = Math.max(next, to + 1);
  }
  if (next <= bounds.latest) gaps.push({ earliest: next, latest: bounds.latest });
  return gaps.filter(gap => gap.earliest <= gap.latest);
}

function longest(gaps: readonly DaySpan[]): DaySpan[] {
  if (gaps.length <= MAX_GAPS) return [...gaps];
  const byLength = gaps.toSorted((a, b) => b.latest - b.earliest - (a.latest - a.earliest));
  return byLength.slice(0, MAX_GAPS).sort((a, b) => a.earliest - b.earliest);
}
