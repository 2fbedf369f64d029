import type { Activity } from '../../model/dataset';
import type { Records } from '../../model/records';
import type { OpenedRecords } from '../form';
import { isRaw, type Raw } from './fields';

/** One field that differs. `before` or `after` is undefined when the field is absent there. */
export interface FieldChange {
  /** As in `tags.region` or `place.name`. */
  field: string;
  before: unknown;
  after: unknown;
}

export interface Changes {
  /** Changes of the root object, activities left out. */
  dataset: readonly FieldChange[];
  /** Activities in both datasets that differ, by their id in the newer one. */
  changed: readonly { id: string; fields: readonly FieldChange[] }[];
  new: readonly Activity[];
  gone: readonly Activity[];
}

/**
 * Compares two versions of a dataset whose texts have come. An activity is the same when its id is, or when the newer one
 * lists the older id among its former ids.
 */
export function changesBetween(before: OpenedRecords, after: OpenedRecords): Changes {
  const older = positionsById(before.records);
  const newer = positionsById(after.records);
  const changed: { id: string; fields: FieldChange[] }[] = [];
  const added: Activity[] = [];
  for (const position of newer.values()) {
    const activity = after.records.activityAt(position);
    const formerIds = (activity.formerIds ?? []).filter(id => !newer.has(id));
    const known = [activity.id, ...formerIds].find(id => older.has(id));
    const earlier = known === undefined ? undefined : older.get(known);
    if (known === undefined || earlier === undefined) {
      added.push(activity);
      continue;
    }
    older.delete(known);
    const fields = fieldChanges(documentOf(before.records.activityAt(earlier)), documentOf(activity));
    if (fields.length > 0) changed.push({ id: activity.id, fields });
  }
  const gone = Array.from(older.values(), before.records.activityAt);
  return { dataset: fieldChanges(before.root, after.root), changed, new: added, gone };
}

function positionsById({ size, idAt }: Records): Map<string, number> {
  return new Map(Array.from({ length: size }, (_, position) => [idAt(position), position]));
}

function documentOf({ earliest: _, latest: __, tags, ...activity }: Activity): Raw {
  // The order of an activity's tags means nothing.
  const sorted = Object.entries(tags).map(([facet, values]) => [facet, values.toSorted()]);
  return { ...activity, tags: Object.fromEntries(sorted) };
}

/** The fields in which two objects differ. Objects are compared entry by entry, and lists with ids member by member. */
function fieldChanges(before: Raw, after: Raw, path = ''): FieldChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap(key => {
    const field = path === '' ? key : `${path}.${key}`;
    const [old, now] = [membersOf(before[key]), membersOf(after[key])];
    if (isRaw(old) && isRaw(now)) return fieldChanges(old, now, field);
    return canonical(old) === canonical(now) ? [] : [{ field, before: before[key], after: after[key] }];
  });
}

/** A list of objects with ids as an object of them by id. */
function membersOf(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  const members = value.map((member: unknown): [string, unknown] | null =>
    isRaw(member) && typeof member.id === 'string' ? [member.id, member] : null,
  );
  const ids = new Set(members.map(member => member?.[0]));
  return ids.has(undefined) || ids.size < members.length ? value : Object.fromEntries(members.filter(x => x !== null));
}

/** JSON with the keys of all objects in order, so that equal values have equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isRaw(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
