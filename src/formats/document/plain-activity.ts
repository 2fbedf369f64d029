import type { DaySpan } from '../../lib/day';
import { parseEdtf } from '../../lib/edtf';
import { plainDay } from '../../lib/plain-day';
import { SLUG } from '../../lib/slug';
import type { Activity, FieldType, FieldValue } from '../../model/dataset';
import { isCountryCode } from '../../model/iso-countries';
import { isLonger, LONGEST_SHORT, LONGEST_TITLE } from '../../model/text';
import { areCoordinates, isRaw, isText, isWebAddress, type Raw } from './fields';
import type { Known } from './known';

/**
 * Returns an activity that is kept exactly as it is written and has no problem, and undefined for all others. Makes no
 * objects for its fields, so it takes a fraction of the time of the reader that reports problems.
 */
export function plainActivity(raw: Raw, known: Known): Activity | undefined {
  const { id, formerIds, date, title, short, summary, dateNote, tags, place, links, image, source, values } = raw;
  const isKept =
    typeof id === 'string' &&
    SLUG.test(id) &&
    isText(title) &&
    !isLonger(title, LONGEST_TITLE) &&
    (short === undefined || (isText(short) && !isLonger(short, LONGEST_SHORT))) &&
    (summary === undefined || isText(summary)) &&
    (dateNote === undefined || isText(dateNote)) &&
    (tags === undefined || areTags(tags, known.facets)) &&
    (place === undefined || isPlace(place)) &&
    (links === undefined || areLinks(links)) &&
    image === undefined &&
    (source === undefined || isSource(source, known.sources)) &&
    (values === undefined || areValues(values, known.fields)) &&
    (formerIds === undefined || areSlugs(formerIds));
  const span = isKept && typeof date === 'string' ? spanOf(date) : undefined;
  if (span === undefined) return undefined;
  const activity = { id, date, earliest: span.earliest, latest: span.latest, title } as Record<string, unknown>;
  let count = 3;
  const keep = (key: keyof Activity, value: unknown) => {
    if (value === undefined) return;
    activity[key] = value;
    count += 1;
  };
  keep('short', short);
  keep('summary', summary);
  activity.tags = tags ?? {};
  if (tags !== undefined) count += 1;
  keep('formerIds', formerIds);
  keep('dateNote', dateNote);
  keep('place', place);
  keep('links', links);
  keep('source', source);
  keep('values', values);
  return hasMembers(raw, count) ? (activity as unknown as Activity) : undefined;
}

function spanOf(date: string): DaySpan | undefined {
  const day = plainDay(date);
  if (typeof day === 'number') return { earliest: day, latest: day };
  const parsed = parseEdtf(date);
  return parsed.kind === 'problem' || date.trim() !== date ? undefined : parsed;
}

/** Returns whether an object has no other members than the `count` members that its reader knows. */
function hasMembers(raw: Raw, count: number): boolean {
  return Object.keys(raw).length === count;
}

function areSlugs(list: unknown): boolean {
  return isFilled(list) && list.every(id => typeof id === 'string' && SLUG.test(id));
}

function isFilled(list: unknown): list is readonly unknown[] {
  return Array.isArray(list) && list.length > 0;
}

function areTags(tags: unknown, facets: Known['facets']): boolean {
  if (!isRaw(tags)) return false;
  for (const facet of Object.keys(tags)) {
    const values = facets.get(facet);
    const list = tags[facet];
    if (!values || !isFilled(list)) return false;
    for (let i = 0; i < list.length; i += 1) {
      if (!values.has(list[i] as string) || (i > 0 && list.indexOf(list[i]) < i)) return false;
    }
  }
  return true;
}

function isPlace(place: unknown): boolean {
  if (!isRaw(place)) return false;
  const { name, country, coordinates } = place;
  return (
    isText(name) &&
    (country === undefined || (typeof country === 'string' && isCountryCode(country))) &&
    (coordinates === undefined || areCoordinates(coordinates)) &&
    hasMembers(place, 1 + Number(country !== undefined) + Number(coordinates !== undefined))
  );
}

function areLinks(links: unknown): boolean {
  return isFilled(links) && links.every(isLink);
}

function isLink(link: unknown): boolean {
  return (
    isRaw(link) && isText(link.label) && typeof link.url === 'string' && isWebAddress(link.url) && hasMembers(link, 2)
  );
}

function isSource(source: unknown, sources: Known['sources']): boolean {
  if (!isRaw(source)) return false;
  const { id, item, note } = source;
  return (
    sources.has(id as string) &&
    (item === undefined || isItem(item)) &&
    (note === undefined || isText(note)) &&
    hasMembers(source, 1 + Number(item !== undefined) + Number(note !== undefined))
  );
}

/** Returns whether a value is the number of an item in a source: a whole number from 1 on. */
export function isItem(item: unknown): item is number {
  return typeof item === 'number' && Number.isInteger(item) && item >= 1;
}

function areValues(values: unknown, fields: Known['fields']): boolean {
  if (!isRaw(values)) return false;
  const ids = Object.keys(values);
  return ids.length > 0 && ids.every(id => isValue(values[id], fields.get(id)));
}

function isValue(value: unknown, type: FieldType | undefined): value is FieldValue {
  switch (type) {
    case 'text':
      return isText(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'link':
      return typeof value === 'string' && isWebAddress(value);
    case 'date':
      return typeof value === 'string' && spanOf(value) !== undefined;
    default:
      return false;
  }
}
