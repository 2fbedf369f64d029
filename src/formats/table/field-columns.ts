import { FIELD_TYPES, type FieldType, type FieldValue } from '../../model/dataset';
import type { ReadingColumn } from '../../model/reading';
import type { Raw } from '../document/fields';

/** Returns whether a table has the columns of our exports. */
export function isExported(names: readonly string[]): boolean {
  return ['id', 'date', 'from', 'to', 'title', 'source_item'].every(name => names.includes(name));
}

/** The first columns of our exports. The columns of facets and fields follow. */
const FIRST_COLUMNS = 'id,date,from,to,title,summary,place,country,link,source,source_item'.split(',');

/**
 * Returns the index of the first column that can be a facet, so that a facet `title` is not mistaken for the column
 * `title`. Returns 0 for tables that do not begin like our exports.
 */
export function facetsFrom(names: readonly string[]): number {
  return FIRST_COLUMNS.every((name, i) => names[i] === name) ? FIRST_COLUMNS.length : 0;
}

/**
 * Returns the field that the name of an exported column stands for. `size_number` is the field `size`. Returns null for
 * other names.
 */
export function fieldOfColumn(name: string): { id: string; type: FieldType } | null {
  const [, id = '', found] = /^([a-z0-9]+(?:-[a-z0-9]+)*)_([a-z]+)$/.exec(name) ?? [];
  const type = FIELD_TYPES.find(candidate => candidate === found);
  return type ? { id, type } : null;
}

/**
 * Returns the fields that the columns of a table declare. Tables have no labels of fields, so the ids become the
 * labels.
 */
export function declaredFields(columns: readonly ReadingColumn[]): { fields?: Raw[] } {
  const fields = columns.flatMap(({ field }) => (field ? [{ ...field, label: field.id }] : []));
  return fields.length > 0 ? { fields } : {};
}

/**
 * Returns the values of the fields in a row, or null if there are none. A cell that is not a number stays a text, so
 * that later checks report it.
 */
export function valuesOf(cells: readonly string[], columns: readonly ReadingColumn[]): Raw | null {
  const values = columns.flatMap(({ field }, i): [string, FieldValue][] => {
    const cell = cells[i] ?? '';
    if (!field || cell === '') return [];
    const number = field.type === 'number' ? Number(cell.replace(/^([+-]?\d+),(\d+)$/, '$1.$2')) : Number.NaN;
    return [[field.id, Number.isNaN(number) ? cell : number]];
  });
  return values.length > 0 ? Object.fromEntries(values) : null;
}
