import type { DaySpan } from '../../lib/day';

/** Half a year, in days. */
const LENGTH = 183;
/** The share of a long activity's own length that is shown before and after it. */
const AIR = 0.25;

/**
 * Returns the days that the axis shows for an activity to which a link leads: about half a year with the activity in
 * its middle, longer for a long activity. They lie within the bounds. Null if the bounds are not longer than that, or
 * if the activity lies outside of them.
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
