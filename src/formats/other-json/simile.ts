import { dateReadings } from '../../lib/date-readings';
import { parseEdtf } from '../../lib/edtf';
import { plainText } from '../../lib/plain-text';
import { isRaw, type Raw } from '../document/fields';
import type { Table } from '../table/table';

/** Returns the events of a SIMILE Timeline document as a table. Returns null for other values. */
export function simileTable(value: unknown): Table | null {
  if (!isRaw(value) || !Array.isArray(value.events)) return null;
  const events = value.events.filter(isRaw);
  return events.some(event => typeof event.start === 'string') ? simileEvents(events) : null;
}

/**
 * Returns SIMILE events as a table. An event with two dates that is not marked as a duration happened on some day
 * between these dates. SIMILE draws it in the same way.
 */
export function simileEvents(events: readonly Raw[]): Table {
  const rows = [['date', 'title', 'text', 'link'], ...events.map(rowOf)];
  return { rows, numbers: rows.map((_, i) => i), origin: {} };
}

function rowOf(event: Raw): string[] {
  const textOf = (key: string) => (typeof event[key] === 'string' ? event[key] : '');
  const isDuration = ['true', true].includes((event.isDuration ?? event.durationEvent) as string | boolean);
  const [start, end] = [dateOf(textOf('start')), dateOf(textOf('end'))];
  const isRange = start !== '' && end !== '' && start !== end;
  const date = !isRange ? start || end : isDuration ? `${start}/${end}` : `[${start}..${end}]`;
  return [
    date,
    plainText(textOf('title')),
    plainText(textOf('description')),
    textOf('link') || linkIn(textOf('description')),
  ];
}

function linkIn(markup: string): string {
  return /<a\s[^>]*href="(https?:[^"]+)"/i.exec(markup)?.[1] ?? '';
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Converts dates such as `Wed May 01 1963 00:00:00 GMT-0600`, `587 BC` and `30` to ISO dates. */
function dateOf(text: string): string {
  const [, month = '', day = '', year = ''] =
    /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) (\d{1,2}) (\d{4})(?: 00:00.*)?$/.exec(text) ?? [];
  const index = MONTHS.indexOf(month);
  if (index >= 0) return `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (/^\d{1,3}$/.test(text)) return text.padStart(4, '0');
  const midnight = /^(-?\d{4,}-\d\d-\d\d)T00:00/.exec(text)?.[1] ?? text;
  const [first, second] = parseEdtf(midnight).kind === 'problem' ? dateReadings(midnight).readings : [midnight];
  return second === undefined ? (first ?? text) : text;
}
