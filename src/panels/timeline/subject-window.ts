import type { DaySpan } from '../../lib/day';

/** Half a year, in days. */
const LENGTH = 183;
/** The free time before and after a long activity, as a share of the activity's length. */
const AIR = 0.25;

/**
 * Returns the window for an activity to which a link leads: about half a year within the bounds, with the activity in
 * the middle. A long activity gets a longer window. Null if the bounds are no longer than this window, or if the
 * activity lies outside of the bounds.
 */
export function subjectWindow(days: DaySpan, bounds: DaySpan): DaySpan | null {
  const earliest = Math.max(days.earliest, bounds.earliest);
  const latest = Math.min(days.latest, bounds.latest);
  if (earliest > latest) return null;
  const length = Math.max(LENGTH, Math.ceil((latest - earliest + 1) * (1 + 2 * AIR)));
  if (length >= bounds.latest - bounds.earliest + 1) return null;
  const middle = Math.floor((earliest + latest - length + 1) / 2);
  const start = Math.min(Math.max(middle, bounds.earliest), bounds.latest - length + 1);
  return { earliest: start, latest: start + length - 1 };
}
