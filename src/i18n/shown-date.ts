import { parseIsoSpan } from '../lib/day';
import { type DayFields, formatDay } from './calendar-format';

/**
 * Returns a date from a link as it is shown in a text box, in the reader's language and as precise as the link: `2017`,
 * `Mar 2017`, `5 Mar 2017`, `15 Mar 44 BC`. `readTypedDate` parses such texts.
 */
export function shownDate(language: string, iso: string): string {
  const span = parseIsoSpan(iso);
  if (!span) return iso;
  const length = span.latest - span.earliest + 1;
  const month: DayFields = length > 31 ? {} : { month: 'short' };
  return formatDay(language, { year: 'numeric', ...month, ...(length === 1 && { day: 'numeric' }) }, span.earliest);
}
