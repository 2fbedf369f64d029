import { parseIsoSpan } from '../lib/day';
import { type DayFields, formatDay, isPlainYear } from './calendar-format';

/**
 * Returns a date from a link as it is shown in a text box: `2017-03`. Years before 1000 and after 9999 are written in
 * words, because few readers know their form in links: `15 Mar 44 BC`. `readTypedDate` parses both forms.
 */
export function shownDate(language: string, iso: string): string {
  const span = parseIsoSpan(iso);
  if (!span || isPlainYear(span.earliest)) return iso;
  const length = span.latest - span.earliest + 1;
  const month: DayFields = length > 31 ? {} : { month: 'short' };
  return formatDay(language, { year: 'numeric', ...month, ...(length === 1 && { day: 'numeric' }) }, span.earliest);
}
