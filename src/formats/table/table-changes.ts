import { shortened } from '../../lib/shortened';
import type { ChangedField, ChangeList, RecordChanges } from '../../model/changes';
import type { Activity, Text } from '../../model/dataset';
import type { Reading, Role } from '../../model/reading';
import type { Records } from '../../model/records';
import { changesBetween, type FieldChange } from '../document/changes';
import { isRaw } from '../document/fields';
import type { OpenedRecords } from '../form';

type Version = Pick<OpenedRecords, 'root' | 'records'>;

/** The maximum number of activities listed for each kind of change. */
const MAX_LISTED = 500;

const LONGEST_VALUE = 80;

/** Returns whether more than half of the ids in `after` are ids or former ids in `before`. */
export function hasMostlySameIds(before: Records, after: Records): boolean {
  let known = 0;
  for (let position = 0; position < after.size; position += 1) {
    if (before.positionOf(after.idAt(position)) !== undefined) known += 1;
  }
  return known * 2 > after.size;
}

/**
 * Compares a table with an earlier version of its dataset. Only fields and facets that both have are compared. All
 * texts must be loaded before.
 */
export function tableChanges(before: Version, after: Version, reading: Reading): RecordChanges {
  // A facet that only the new version has is left out. Otherwise every activity would count as changed.
  const known = new Set(before.records.head.facets.map(({ id }) => id));
  const facets = new Set(after.records.head.facets.map(({ id }) => id).filter(id => known.has(id)));
  const carried = {
    roles: new Set(reading.columns.map(({ as }) => as)),
    facets,
    fields: fieldsOfBoth(before, after),
    hasDateNote: reading.columns.some(({ name, as }) => name === 'date_note' && as === 'ignore'),
  };
  const idIn = earlierIds(before, after);
  const withoutNotes = notesCut(reading);
  const changes = changesBetween(
    carriedPart(before, activity => carriedOf(activity, carried)),
    carriedPart(after, activity => {
      const { tags, summary, ...others } = carriedOf(activity, carried);
      const earlier = Object.entries(tags).map(([facet, ids]) => [facet, ids.map(id => idIn(facet, id))]);
      const text = typeof summary === 'string' ? withoutNotes(summary) : '';
      return { ...others, tags: Object.fromEntries(earlier), ...(text !== '' && { summary: text }) };
    }),
  );
  const changed = changes.changed.flatMap(({ id, fields }) => {
    const different = fields.filter(field => !isSameText(field));
    return different.length === 0 ? [] : [{ id, fields: different }];
  });
  return {
    than: before.records.head.title,
    changed: listOf(changed, ({ id, fields }) => {
      const { title } = after.records.activityAt(after.records.positionOf(id) ?? 0);
      return { id, title, fields: fields.map(field => shownChange(field, [after, before])) };
    }),
    new: listOf(changes.new, ({ id, title }) => ({ id, title, fields: [] })),
    gone: listOf(changes.gone, ({ id, title }) => ({ id, title, fields: [] })),
  };
}

function fieldsOfBoth(before: Version, after: Version): ReadonlySet<string> {
  const earlier = new Set(before.records.head.fields?.map(({ id }) => id));
  return new Set(after.records.head.fields?.map(({ id }) => id).filter(id => earlier.has(id)));
}

function listOf<T>(found: readonly T[], listed: (item: T) => ChangeList['listed'][number]): ChangeList {
  return { count: found.length, listed: found.slice(0, MAX_LISTED).map(listed) };
}

/** Returns a function that finds the earlier id of a value by its label, because a table may lack ids. */
function earlierIds(before: Version, after: Version): (facet: string, id: string) => string {
  const known = new Map<string, string>();
  for (const { id: facet, values } of after.records.head.facets) {
    const earlier = before.records.head.facets.find(({ id }) => id === facet)?.values ?? [];
    const ids = new Set(earlier.map(({ id }) => id));
    const byLabel = new Map(earlier.flatMap(({ id, label }) => textsOf(label).map(text => [plain(text), id] as const)));
    for (const { id, label } of values) {
      const found = textsOf(label).map(text => byLabel.get(plain(text)));
      known.set(`${facet} ${id}`, ids.has(id) ? id : (found.find(other => other !== undefined) ?? id));
    }
  }
  return (facet, id) => known.get(`${facet} ${id}`) ?? id;
}

function textsOf(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** Returns a function that removes the texts of note columns from a summary. Opening a table has appended them. */
function notesCut({ columns }: Reading): (summary: string) => string {
  const names = columns.filter(({ as }) => as === 'note').map(({ name }) => `${name}: `);
  return summary => {
    const lines = summary.split('\n');
    const first = lines.findIndex(line => names.some(name => line.startsWith(name)));
    return first < 0 ? summary : lines.slice(0, first).join('\n');
  };
}

function carriedPart({ root, records }: Version, carried: (activity: Activity) => Activity): Version {
  return { root, records: { ...records, activityAt: position => carried(records.activityAt(position)) } };
}

/** The parts of an activity for which a table has columns. */
interface Carried {
  roles: ReadonlySet<Role>;
  facets: ReadonlySet<string>;
  fields: ReadonlySet<string>;
  hasDateNote: boolean;
}

function carriedOf(activity: Activity, { roles, facets, fields, hasDateNote }: Carried): Activity {
  const { id, earliest, latest, date, title, short, summary, tags, place, links, source } = activity;
  const { dateNote, values = {} } = activity;
  const has = (...wanted: Role[]) => wanted.some(role => roles.has(role));
  const parts = {
    ...(has('place') && place && { name: place.name }),
    ...(has('country') && place?.country !== undefined && { country: place.country }),
    ...(has('coordinates') && place?.coordinates && { coordinates: place.coordinates }),
  };
  const urls = links?.map(({ url }) => ({ label: '', url }));
  // `place` is always an object, so that two versions are compared in each part of the place.
  const given: Record<string, unknown> = {
    date: has('date', 'start', 'end') ? date : '',
    title: has('title') ? title : '',
    ...(has('short') && short !== undefined && { short }),
    ...(has('summary') && summary !== undefined && { summary }),
    ...(hasDateNote && dateNote !== undefined && { dateNote }),
    tags: Object.fromEntries(Object.entries(tags).filter(([facet]) => facets.has(facet))),
    values: Object.fromEntries(Object.entries(values).filter(([field]) => fields.has(field))),
    place: parts,
    ...(has('link') && urls && { links: urls }),
    source: has('source') && source ? { id: source.id, ...(source.item !== undefined && { item: source.item }) } : {},
  };
  return { id, earliest, latest, ...given } as unknown as Activity;
}

/** Returns whether a text equals any language of the earlier text, apart from white space and line ends. */
function isSameText({ before, after }: FieldChange): boolean {
  if (typeof after !== 'string') return false;
  const texts: unknown[] = isRaw(before) ? Object.values(before) : [before];
  return texts.some(text => typeof text === 'string' && plain(text) === plain(after));
}

function plain(text: string): string {
  return text.trim().replace(/\r\n?/g, '\n');
}

function shownChange({ field, before, after }: FieldChange, versions: readonly Version[]): ChangedField {
  const facet = /^tags\.(.+)/.exec(field)?.[1];
  const facets = versions.map(({ records }) => records.head.facets.find(({ id }) => id === facet));
  const labelOf = (id: unknown) =>
    facets.flatMap(found => found?.values ?? []).find(value => value.id === id)?.label ?? id;
  const shown = (value: unknown) => shownValue(facet && Array.isArray(value) ? value.map(labelOf) : value);
  return { field, before: shown(before), after: shown(after) };
}

function shownValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return shortened(value.map(shownValue).join(', '), LONGEST_VALUE);
  if (isRaw(value)) return shownValue(typeof value.url === 'string' ? value.url : Object.values(value)[0]);
  return shortened(String(value), LONGEST_VALUE);
}
