import { dayOf, isoDay } from '../../lib/day';
import { parseEdtf } from '../../lib/edtf';
import type { Problem } from '../../model/problem';
import type { Raw } from '../document/fields';
import type { OpenedRecords, ReadOptions } from '../form';
import { readDocument } from '../table/read-table';
import { createSlugs, slugOf } from '../table/slugs';

interface Property {
  name: string;
  parameters: string;
  value: string;
}

/**
 * Reads an iCalendar text (RFC 5545). Times of day stay in their time zone. Recurrence rules are reported but not
 * expanded.
 */
export function readCalendar(text: string, { maxProblems, name }: ReadOptions): OpenedRecords {
  const properties = propertiesOf(text);
  const events = eventsOf(properties);
  const ids = createSlugs();
  const categories = new Map<string, string>();
  const categoryIds = createSlugs();
  const notes: Problem[] = [];
  const rows = events.map((event, i) => {
    const one = (key: string) => event.find(property => property.name === key);
    const textOf = (key: string) => unescaped(one(key)?.value ?? '');
    const path = `event ${i + 1}`;
    if (one('RRULE')) notes.push({ path, code: 'recurring', loss: 'note', found: JSON.stringify(one('RRULE')?.value) });
    const tags = event
      .filter(property => property.name === 'CATEGORIES')
      .flatMap(({ value }) => listOf(value))
      .map(label => {
        const id = categories.get(label) ?? categoryIds.unique(label);
        categories.set(label, id);
        return id;
      });
    const title = textOf('SUMMARY') || textOf('DESCRIPTION').split(/\s+/).slice(0, 12).join(' ');
    const uid = textOf('UID').replace(/@.*$/, '');
    const url = one('URL')?.value;
    const start = one('DTSTART')?.value ?? '';
    const date = dateOf(start, one('DTEND')?.value ?? endAfter(start, one('DURATION')?.value ?? ''));
    const place = placeOf(textOf('LOCATION'), one('GEO')?.value ?? '');
    const summary = [textOf('DESCRIPTION'), statusOf(textOf('STATUS'))].filter(text => text !== '').join('\n');
    const raw = {
      id: ids.unique(slugOf(uid) === uid && uid !== '' ? uid : title, `event-${i + 1}`),
      ...(date !== '' && { date }),
      ...(title !== '' && { title }),
      ...(summary !== '' && { summary }),
      tags: tags.length > 0 ? { category: tags } : {},
      ...(place && { place }),
      ...(url && { links: [{ label: URL.canParse(url) ? new URL(url).hostname : url, url }] }),
    };
    return { raw, path };
  });
  const title =
    unescaped(properties.find(property => property.name === 'X-WR-CALNAME')?.value ?? '') || fileTitle(name);
  const values = [...categories].map(([label, id]) => ({ id, label }));
  const root = {
    format: 'chronofacet-dataset/1',
    id: slugOf(title) || 'calendar',
    title,
    facets: values.length > 0 ? [{ id: 'category', label: 'Category', values }] : [],
  };
  return readDocument(root, rows, maxProblems, notes);
}

function fileTitle(name = ''): string {
  return (
    name
      .split(/[?#]/)[0]
      ?.split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') || 'Calendar'
  );
}

function propertiesOf(text: string): Property[] {
  const lines = text
    .replace(/\r\n?|\n/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
  return lines.flatMap(line => {
    const match = /^([A-Za-z0-9-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/.exec(line);
    return match ? [{ name: (match[1] ?? '').toUpperCase(), parameters: match[2] ?? '', value: match[3] ?? '' }] : [];
  });
}

/** Returns the properties of each event. Properties of parts of an event, such as alarms, are left out. */
function eventsOf(properties: readonly Property[]): Property[][] {
  const events: Property[][] = [];
  const open: string[] = [];
  for (const property of properties) {
    const value = property.value.toUpperCase();
    if (property.name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push([]);
    } else if (property.name === 'END') open.pop();
    else if (open.at(-1) === 'VEVENT') events.at(-1)?.push(property);
  }
  return events;
}

/** Returns the date as EDTF, or the start as written. iCalendar ends all-day events on the following day. */
function dateOf(start: string, end: string): string {
  const first = instantOf(start);
  const last = instantOf(end);
  if (first === '' || last === '' || first === last) return first || start;
  if (last.includes('T')) return `${first}/${last}`;
  const [year = 0, month = 1, day = 1] = last.split('-').map(Number);
  const lastDay = isoDay(dayOf(year, month, day) - 1);
  return lastDay <= first ? first : `${first}/${lastDay}`;
}

const START = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;
const DURATION = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Returns the end of an event from its start and duration, or '' if either can't be read. */
function endAfter(start: string, duration: string): string {
  const [begin, length] = [START.exec(start), DURATION.exec(duration)];
  if (!begin || !length) return '';
  const [, year, month, day, hours = 0, minutes = 0, seconds = 0, zone = ''] = begin;
  const [weeks = 0, days = 0, more = 0, moreMinutes = 0, moreSeconds = 0] = length
    .slice(1)
    .map(part => Number(part ?? 0));
  const end = new Date(0);
  end.setUTCFullYear(Number(year), Number(month) - 1, Number(day) + weeks * 7 + days);
  end.setUTCHours(Number(hours) + more, Number(minutes) + moreMinutes, Number(seconds) + moreSeconds);
  const iso = end.toISOString().replace(/[-:]|\.\d+Z$/g, '');
  return start.includes('T') ? iso + zone : iso.slice(0, 8);
}

/** Returns the place of an event. iCalendar writes the latitude before the longitude. */
function placeOf(name: string, geo: string): Raw | null {
  const [, lat, lon] = /^([+-]?[\d.]+);([+-]?[\d.]+)$/.exec(geo) ?? [];
  if (name === '' && lat === undefined) return null;
  return { name: name || `${lat}, ${lon}`, ...(lat !== undefined && { coordinates: [Number(lon), Number(lat)] }) };
}

/** Returns a line for the summary with the status of an event. Returns '' for a confirmed event. */
function statusOf(status: string): string {
  return status === '' || status.toUpperCase() === 'CONFIRMED' ? '' : `Status: ${status}`;
}

/** Returns `20180619T143000Z` as `2018-06-19T14:30Z`, and '' for other texts. */
function instantOf(value: string): string {
  const [, year, month, day, hour, minute, zone = ''] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(value) ?? [];
  if (year === undefined) return '';
  const date = `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}${zone}`}`;
  return parseEdtf(date).kind === 'problem' ? '' : date;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char)).trim();
}

function listOf(value: string): string[] {
  return value
    .split(/(?<!\\),/)
    .map(unescaped)
    .filter(label => label !== '');
}
