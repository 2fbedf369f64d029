import type { DaySpan } from '../../lib/day';
import { type EdtfProblem, parseEdtf } from '../../lib/edtf';
import { plainDay } from '../../lib/plain-day';
import { SLUG } from '../../lib/slug';
import { UNDATED } from '../../lib/undated';
import type { Activity, Image, Link, Place, SourceRef } from '../../model/dataset';
import { isCountryCode } from '../../model/iso-countries';
import type { ProblemCode } from '../../model/problem';
import { isLonger, LONGEST_SHORT, LONGEST_TITLE } from '../../model/text';
import { areCoordinates, Fields, isRaw, isWebAddress, withOthers } from './fields';
import type { ImageAt, Known } from './known';
import { isItem, plainActivity } from './plain-activity';
import { readValues } from './read-fields';
import type { Report } from './report';

export const ACTIVITY_FIELDS = [
  'id',
  'formerIds',
  'date',
  'title',
  'short',
  'summary',
  'dateNote',
  'tags',
  'place',
  'links',
  'image',
  'source',
  'values',
];

/** The maximum length in characters of a date that is parsed. */
const LONGEST_DATE = 500;

/** Reads one activity and reports its problems. Returns undefined if its id, date or title can't be read. */
export function readActivity(raw: unknown, path: string, known: Known, report: Report): Activity | undefined {
  if (!isRaw(raw)) {
    report.add(path, 'notObject', 'record', raw);
    return undefined;
  }
  return plainActivity(raw, known) ?? readFieldByField(new Fields(raw, path, report), known, report);
}

/** Reads an activity field by field. Most activities don't need it, because they are plain. */
export function readFieldByField(fields: Fields, known: Known, report: Report): Activity | undefined {
  const others = fields.unknown(ACTIVITY_FIELDS);
  const id = fields.slug('id');
  const span = readDate(fields);
  const title = fields.requiredText('title');
  const short = fields.text('short');
  const summary = fields.text('summary');
  const details = readDetails(fields, known, report);
  const tags = readTags(fields, known, report);
  if (id === undefined || span === undefined || title === undefined) return undefined;
  if (isLonger(title, LONGEST_TITLE)) report.add(fields.at('title'), 'tooLong', 'note', title);
  if (short && isLonger(short, LONGEST_SHORT)) report.add(fields.at('short'), 'tooLong', 'note', short);
  const { date, earliest, latest } = span;
  // Members are set one by one, because spreading objects takes several times as long.
  const activity: Omit<Activity, 'tags'> = { id, date, earliest, latest, title };
  if (short) activity.short = short;
  if (summary) activity.summary = summary;
  return withOthers(Object.assign(activity, { tags }, details), others);
}

/** The place of an activity, and the fields that only the activity's own page shows. */
export type Details = Pick<Activity, 'formerIds' | 'dateNote' | 'place' | 'links' | 'image' | 'source' | 'values'>;

export function readDetails(fields: Fields, known: Omit<Known, 'facets'>, report: Report): Details {
  const details: Details = {};
  const formerIds = readFormerIds(fields);
  if (formerIds) details.formerIds = formerIds;
  const dateNote = fields.text('dateNote');
  if (dateNote !== undefined) details.dateNote = dateNote;
  const place = readPlace(fields, report);
  if (place) details.place = place;
  const links = readLinks(fields);
  if (links) details.links = links;
  const image = readImage(fields, known.imageAt, report);
  if (image) details.image = image;
  const source = readSource(fields, known.sources, report);
  if (source) details.source = source;
  const values = readValues(fields, known.fields, report);
  if (values) details.values = values;
  return details;
}

const DATE_CODES: Readonly<Record<EdtfProblem['reason'], ProblemCode>> = {
  form: 'dateForm',
  noSuchDay: 'dateNoSuchDay',
  noSuchTime: 'dateNoSuchTime',
  reversed: 'dateReversed',
  tooFar: 'dateTooFar',
  open: 'dateOpen',
};

function readDate(fields: Fields): (DaySpan & { date: string }) | undefined {
  const value = fields.value('date');
  if (value === undefined) return fields.lost('date', 'missing');
  if (typeof value !== 'string') return fields.lost('date', 'dateForm', value, yearOf(value));
  // Most dates are single days and need no parser.
  const day = plainDay(value);
  if (typeof day === 'number') return { date: value, earliest: day, latest: day };
  if (value.trim() === '') return { date: '', ...UNDATED };
  if (value.length > LONGEST_DATE) return fields.lost('date', 'dateForm', value);
  const date = parseEdtf(value);
  if (date.kind === 'problem') return fields.lost('date', DATE_CODES[date.reason], value);
  return { date: value.trim(), earliest: date.earliest, latest: date.latest };
}

/** Returns a number such as 2018 as text, because it is probably a year. Returns undefined for other values. */
function yearOf(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 999 && value < 10_000 ? `${value}` : undefined;
}

function readFormerIds(fields: Fields): string[] | undefined {
  if (fields.value('formerIds') === undefined) return undefined;
  const ids = fields.list('formerIds').filter((id, i): id is string => {
    if (typeof id === 'string' && SLUG.test(id)) return true;
    fields.problem(`formerIds[${i}]`, 'notSlug', id);
    return false;
  });
  return ids.length > 0 ? ids : undefined;
}

function readTags(fields: Fields, known: Known, report: Report): Record<string, readonly string[]> {
  const raw = fields.value('tags');
  if (raw === undefined) return {};
  if (!isRaw(raw)) {
    fields.problem('tags', 'notObject');
    return {};
  }
  const tags: Record<string, readonly string[]> = {};
  for (const facet of Object.keys(raw)) {
    const values = known.facets.get(facet);
    const list = raw[facet];
    if (!values) report.add(`${fields.at('tags')}.${facet}`, 'unknownFacet', 'field', list);
    else if (!Array.isArray(list)) report.add(`${fields.at('tags')}.${facet}`, 'notList', 'field', list);
    else {
      const found = knownValues(list, values, i =>
        report.add(`${fields.at('tags')}.${facet}[${i}]`, 'unknownValue', 'field', list[i]),
      );
      if (found.length > 0) tags[facet] = found;
    }
  }
  return tags;
}

/** Returns the entries of a list that are values of a facet, each once. Reports the indexes of the other entries. */
function knownValues(
  list: readonly unknown[],
  values: ReadonlySet<string>,
  onUnknown: (index: number) => void,
): readonly string[] {
  if (list.every((value, i) => isOf(values, value) && list.indexOf(value) === i)) return list as readonly string[];
  const found: string[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const value = list[i];
    if (!isOf(values, value)) onUnknown(i);
    else if (!found.includes(value)) found.push(value);
  }
  return found;
}

function isOf(values: ReadonlySet<string>, value: unknown): value is string {
  return typeof value === 'string' && values.has(value);
}

function readPlace(fields: Fields, report: Report): Place | undefined {
  const raw = fields.value('place');
  if (raw === undefined) return undefined;
  if (!isRaw(raw)) return fields.problem('place', 'notObject');
  const place = new Fields(raw, fields.at('place'), report, 'field');
  const others = place.unknown(['name', 'country', 'coordinates']);
  const name = place.requiredText('name');
  const country = place.string('country');
  const hasCode = country !== undefined && isCountryCode(country);
  if (country !== undefined && !hasCode) {
    const code = country.toUpperCase();
    place.problem('country', 'badCountry', country, isCountryCode(code) ? code : undefined);
  }
  const coordinates = readCoordinates(place);
  if (name === undefined) return undefined;
  const read: Place = { name };
  if (hasCode) read.country = country;
  if (coordinates) read.coordinates = coordinates;
  return withOthers(read, others);
}

/** Reads the longitude and then the latitude of a place. Reports other coordinates and returns undefined. */
export function readCoordinates(place: Fields): Place['coordinates'] {
  const value = place.value('coordinates');
  if (value === undefined) return undefined;
  return areCoordinates(value) ? value : place.problem('coordinates', 'badCoordinates');
}

function readLinks(fields: Fields): Link[] | undefined {
  if (fields.value('links') === undefined) return undefined;
  const links = fields.objects('links').flatMap(link => {
    const others = link.unknown(['label', 'url']);
    const url = link.value('url');
    const label = link.requiredText('label');
    if (url === undefined) link.problem('url', 'missing');
    else if (typeof url !== 'string' || !isWebAddress(url)) link.problem('url', 'badUrl');
    else if (label !== undefined) return [withOthers({ label, url }, others)];
    return [];
  });
  return links.length > 0 ? links : undefined;
}

function readImage(fields: Fields, imageAt: ImageAt, report: Report): Image | undefined {
  const raw = fields.value('image');
  if (raw === undefined) return undefined;
  if (!isRaw(raw)) return fields.problem('image', 'notObject');
  const image = new Fields(raw, fields.at('image'), report, 'field');
  const others = image.unknown(['src', 'alt', 'credit']);
  const [alt, credit] = [image.requiredText('alt'), image.text('credit')];
  const given = image.value('src');
  if (given === undefined) return image.problem('src', 'missing');
  const src = typeof given === 'string' && given.trim() !== '' ? imageAt(given.trim()) : null;
  if (src === null) return image.problem('src', 'refusedImage');
  return alt === undefined ? undefined : withOthers({ src, alt, ...(credit && { credit }) }, others);
}

function readSource(fields: Fields, sources: Known['sources'], report: Report): SourceRef | undefined {
  const raw = fields.value('source');
  if (raw === undefined) return undefined;
  if (!isRaw(raw)) return fields.problem('source', 'notObject');
  const source = new Fields(raw, fields.at('source'), report, 'field');
  const others = source.unknown(['id', 'item', 'note']);
  const id = source.slug('id');
  if (id === undefined) return undefined;
  if (!sources.has(id)) return source.problem('id', 'unknownSource');
  const item = source.value('item');
  const isNumber = isItem(item);
  if (item !== undefined && !isNumber) source.problem('item', 'badItem');
  const note = source.text('note');
  const read: SourceRef = { id };
  if (isNumber) read.item = item;
  if (note) read.note = note;
  return withOthers(read, others);
}
