import { type Day, type DaySpan, dateOf, isoDay, isoYear } from '../lib/day';
import type { View } from './view';

/** The window as a link writes it: as coarse as its first and last day allow. */
export function windowPatch(from: Day | null, to: Day | null): Pick<View, 'from' | 'to'> {
  return { from: from === null ? null : coarseStart(from), to: to === null ? null : coarseEnd(to) };
}

/** `2017` for 1 January, `2017-03` for 1 March, else the day. */
function coarseStart(day: Day): string {
  const { year, month, day: d } = dateOf(day);
  if (d !== 1) return isoDay(day);
  return month === 1 ? isoYear(year) : isoDay(day).slice(0, -3);
}

/** `2017` for 31 December, `2017-03` for 31 March, else the day. */
function coarseEnd(day: Day): string {
  const next = dateOf(day + 1);
  if (next.day !== 1) return isoDay(day);
  return next.month === 1 ? isoYear(dateOf(day).year) : isoDay(day).slice(0, -3);
}

/** A window kept within bounds; one that reaches both of them is no window any more. */
export function clampWindow(from: Day, to: Day, bounds: DaySpan): { from: Day | null; to: Day | null } {
  return { from: from <= bounds.earliest ? null : from, to: to >= bounds.latest ? null : to };
}
