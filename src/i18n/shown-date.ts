import { parseIsoSpan } from '../lib/day';
import { type DayFields, formatDay, isPlainYear } from './calendar-format';

/**
 * A date as a box shows it: as links write it, which is short and the same in every language, but for the years before 1000
 * and beyond 9999, which nobody writes as links do: `2017-03`, `15 Mar 44 BC`. `readTypedDate` reads it again.
 */
export function shownDate(language: string, iso: string): string {
  const span = parseIsoSpan(iso);
  if (!span || isPlainYear(span.earliest)) return iso;
  const length = span.latest - span.earliest + 1;
  const month: DayFields = length > 31 ? {} : { month: 'short' };
  return formatDay(language, { year: 'numeric', ...month, ...(length === 1 && { day: 'numeric' }) }, span.earliest);
}
