import { parseEdtf } from '../../lib/edtf';
import { type Activity, type Facet, FIELD_TYPES, type Field, type FieldType } from '../../model/dataset';
import { Fields, isRaw } from './fields';
import type { Report } from './report';

/**
 * Reads the fields that a dataset declares. Fields whose id is already used by a field or a facet are reported and left
 * out.
 */
export function readFields(root: Fields, facets: readonly Facet[]): Field[] {
  const taken = new Set(facets.map(({ id }) => id));
  return root.objects('fields').flatMap(field => {
    field.unknown(['id', 'label', 'type']);
    const id = field.slug('id');
    const label = field.requiredText('label');
    const type = field.value('type');
    if (!isFieldType(type)) return field.lost('type', type === undefined ? 'missing' : 'badFieldType') ?? [];
    if (id === undefined || label === undefined) return [];
    if (taken.has(id)) return field.lost('id', 'duplicateId') ?? [];
    taken.add(id);
    return [{ id, label, type }];
  });
}

function isFieldType(type: unknown): type is FieldType {
  return (FIELD_TYPES as readonly unknown[]).includes(type);
}

/**
 * Reads the values that an activity has in the dataset's fields. Unknown fields and values of a wrong type are reported
 * and left out.
 */
export function readValues(
  activity: Fields,
  known: ReadonlyMap<string, FieldType>,
  report: Report,
): Activity['values'] | undefined {
  const raw = activity.value('values');
  if (raw === undefined) return undefined;
  if (!isRaw(raw)) return activity.problem('values', 'notObject');
  const values = new Fields(raw, activity.at('values'), report, 'field');
  const read: [string, NonNullable<Activity['values']>[string]][] = [];
  for (const id of Object.keys(raw)) {
    const type = known.get(id);
    const value = type === undefined ? values.problem(id, 'unknownFieldId') : readValue(values, id, type);
    if (value !== undefined) read.push([id, value]);
  }
  return read.length > 0 ? Object.fromEntries(read) : undefined;
}

function readValue(values: Fields, id: string, type: FieldType) {
  const value = values.value(id);
  switch (type) {
    case 'text':
      return values.text(id);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : values.problem(id, 'notNumber');
    case 'link':
      return values.url(id);
    case 'date':
      if (typeof value !== 'string' || parseEdtf(value).kind === 'problem') return values.problem(id, 'dateForm');
      return value.trim();
  }
}
