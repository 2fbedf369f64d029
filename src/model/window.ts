import { type Day, type DaySpan, dateOf, isoDay, isoYear, parseIsoSpan } from '../lib/day';
import { askedText } from './asked-text';
import type { View } from './view';

/**
 * Returns the window as links write it. Each side is as coarse as its day allows: `2017`, `2017-03` or `2017-03-05`.
 */
export function windowPatch(from: Day | null, to: Day | null): Pick<View, 'from' | 'to'> {
  return { from: from === null ? null : coarseStart(from), to: to === null ? null : coarseEnd(to) };
}

/** Writes the first day of a window as coarsely as possible: 1 January 2017 as `2017`, 1 March 2017 as `2017-03`. */
function coarseStart(day: Day): string {
  const { year, month, day: d } = dateOf(day);
  if (d !== 1) return isoDay(day);
  return month === 1 ? isoYear(year) : isoDay(day).slice(0, -3);
}

/** Writes the last day of a window as coarsely as possible: 31 December 2017 as `2017`, 31 March 2017 as `2017-03`. */
function coarseEnd(day: Day): string {
  const next = dateOf(day + 1);
  if (next.day !== 1) return isoDay(day);
  return next.month === 1 ? isoYear(dateOf(day).year) : isoDay(day).slice(0, -3);
}

/**
 * Returns the window with null for each side that reaches an end of `bounds`. A window outside `bounds` stays
 * unchanged, because null would select activities inside `bounds`.
 */
export function clampWindow(from: Day, to: Day, bounds: DaySpan): { from: Day | null; to: Day | null } {
  if (from > bounds.latest || to < bounds.earliest) return { from, to };
  return { from: from <= bounds.earliest ? null : from, to: to >= bounds.latest ? null : to };
}

/**
 * Returns the days of a window. An open side ends at `bounds`. If the window lies outside `bounds`, it has only the
 * day, month or year that its other side names.
 */
export function shownWindow({ from, to }: Pick<View, 'from' | 'to'>, bounds: DaySpan): DaySpan {
  const first = from === null ? null : parseIsoSpan(from);
  const last = to === null ? null : parseIsoSpan(to);
  const firstOpen = last && last.latest < bounds.earliest ? last.earliest : bounds.earliest;
  const lastOpen = first && first.earliest > bounds.latest ? first.latest : bounds.latest;
  return { earliest: first?.earliest ?? firstOpen, latest: last?.latest ?? lastOpen };
}

/** Returns whether facet choices or a search text leave out activities. */
export function isFiltered({ facets, q }: Pick<View, 'facets' | 'q'>): boolean {
  return Object.keys(facets).length > 0 || askedText(q) !== '';
}

/**
 * Returns the change to the view that shows the whole time of the dataset. Without `wholeAxis`, the axis would show
 * only the time of the filtered activities. `isFitted` says whether the axis now shows less than the whole time.
 */
export function wholeRecord(
  view: Pick<View, 'facets' | 'q'>,
  isFitted: boolean,
): Pick<View, 'from' | 'to' | 'wholeAxis'> {
  return { from: null, to: null, wholeAxis: isFitted || isFiltered(view) };
}

/**
 * Returns the change to the view that shows the window that the reader chose. A window that reaches both ends of
 * `bounds` means the whole dataset. Then the axis shows the whole time, even if the filtered activities take up only a
 * part.
 */
export function chosenWindow({ earliest, latest }: DaySpan, bounds: DaySpan, hasFilters: boolean): Partial<View> {
  const { from, to } = clampWindow(earliest, latest, bounds);
  const patch = windowPatch(from, to);
  return from === null && to === null ? { ...patch, wholeAxis: hasFilters } : patch;
}

export function hullOf(one: DaySpan, other: DaySpan): DaySpan {
  return { earliest: Math.min(one.earliest, other.earliest), latest: Math.max(one.latest, other.latest) };
}

export function holds(span: DaySpan, other: DaySpan): boolean {
  return span.earliest <= other.earliest && span.latest >= other.latest;
}
