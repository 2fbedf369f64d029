import { type Day, type DaySpan, dateOf, isoDay, isoYear, parseIsoSpan } from '../lib/day';
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

/**
 * The window as a view says it: a side that is at the end of the record or beyond it is open. One that lies beside the
 * record keeps both sides, as it would be the whole record without them.
 */
export function clampWindow(from: Day, to: Day, bounds: DaySpan): { from: Day | null; to: Day | null } {
  if (from > bounds.latest || to < bounds.earliest) return { from, to };
  return { from: from <= bounds.earliest ? null : from, to: to >= bounds.latest ? null : to };
}

/**
 * The days that a view shows: an open side ends where the record does, or where the record lies beside the window, with the
 * day, month or year that the other side names.
 */
export function shownWindow({ from, to }: Pick<View, 'from' | 'to'>, bounds: DaySpan): DaySpan {
  const first = from === null ? null : parseIsoSpan(from);
  const last = to === null ? null : parseIsoSpan(to);
  const firstOpen = last && last.latest < bounds.earliest ? last.earliest : bounds.earliest;
  const lastOpen = first && first.earliest > bounds.latest ? first.latest : bounds.latest;
  return { earliest: first?.earliest ?? firstOpen, latest: last?.latest ?? lastOpen };
}

/** The days of both spans and all between them. */
export function hullOf(one: DaySpan, other: DaySpan): DaySpan {
  return { earliest: Math.min(one.earliest, other.earliest), latest: Math.max(one.latest, other.latest) };
}

/** Whether a span has all days of another. */
export function holds(span: DaySpan, other: DaySpan): boolean {
  return span.earliest <= other.earliest && span.latest >= other.latest;
}
