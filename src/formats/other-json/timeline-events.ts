import { plainText } from '../../lib/plain-text';
import { isRaw, type Raw, scalarText } from '../document/fields';
import type { Table } from '../table/table';

const HEADER = [
  'id',
  'start',
  'end',
  'title',
  'text',
  'group',
  'link',
  'Media',
  'Media Credit',
  'Media Caption',
  'Display Date',
];
const ROLES = {
  group: 'facet',
  Media: 'note',
  'Media Credit': 'note',
  'Media Caption': 'note',
  'Display Date': 'note',
} as const;

/**
 * Returns the events and eras of a TimelineJS document as a table, with the document's title. Returns null for other
 * values. TimelineJS has no year 0: it writes 43 BC as -43.
 */
export function timelineTable(value: unknown): { table: Table; title: string } | null {
  if (!isRaw(value) || !Array.isArray(value.events)) return null;
  const events = value.events.filter(isRaw);
  if (!events.some(event => isRaw(event.start_date))) return null;
  const eras = Array.isArray(value.eras) ? value.eras.filter(isRaw) : [];
  const rows = [HEADER, ...events.map(event => rowOf(event)), ...eras.map(era => rowOf(era, 'Era'))];
  const heading = isRaw(value.title) && isRaw(value.title.text) ? value.title.text : {};
  const description = plainText(heading.text);
  const table: Table = { rows, numbers: rows.map((_, i) => i), origin: {}, roles: ROLES };
  return { table: description === '' ? table : { ...table, description }, title: plainText(heading.headline) };
}

function rowOf(event: Raw, group = ''): string[] {
  const text = isRaw(event.text) ? event.text : {};
  const media = isRaw(event.media) ? event.media : {};
  const url = scalarText(media.url).trim();
  const isLink = /^https?:/.test(url);
  return [
    scalarText(event.unique_id),
    dateOf(event.start_date),
    dateOf(event.end_date),
    plainText(text.headline),
    plainText(text.text),
    typeof event.group === 'string' ? event.group : group,
    isLink ? url : '',
    isLink ? '' : plainText(url),
    plainText(media.credit),
    plainText(media.caption),
    plainText(event.display_date ?? (isRaw(event.start_date) ? event.start_date.display_date : undefined)),
  ];
}

function dateOf(value: unknown): string {
  if (!isRaw(value)) return '';
  const number = (key: string) => {
    const text = scalarText(value[key]).trim();
    return /^-?\d+$/.test(text) ? Number(text) : null;
  };
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(number);
  if (year === null || year === undefined) return '';
  const counted = year < 0 ? year + 1 : year;
  const four = `${counted < 0 ? '-' : ''}${String(Math.abs(counted)).padStart(4, '0')}`;
  if (month === null || month === undefined) return four;
  if (day === null || day === undefined) return `${four}-${two(month)}`;
  if (hour === null || hour === undefined) return `${four}-${two(month)}-${two(day)}`;
  return `${four}-${two(month)}-${two(day)}T${two(hour)}:${two(minute ?? 0)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
