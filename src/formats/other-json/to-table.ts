import { isRaw, type Raw } from '../document/fields';
import { CELL_SEPARATOR, type Table } from '../table/table';

/** Lists of rows are looked for inside objects down to this depth. */
const MAX_DEPTH = 3;

/**
 * Returns the rows of a JSON value as a table: a list of objects, or objects by key, at the top or inside an object. The
 * largest list counts. Returns null if the value has no rows.
 */
export function jsonToTable(value: unknown): Table | null {
  const objects = largestList(value, MAX_DEPTH);
  if (objects.length === 0) return null;
  const flat = objects.map(object => flatten(object));
  const names = [...new Set(flat.flatMap(row => Object.keys(row)))];
  const rows = [names, ...flat.map(row => names.map(name => row[name] ?? ''))];
  const lists = names.filter(name => objects.some(object => isValueList(object[name])));
  const roles = Object.fromEntries(lists.map(name => [name, 'facet'] as const));
  return { rows, numbers: rows.map((_, i) => i), origin: {}, roles };
}

function largestList(value: unknown, depth: number): Raw[] {
  if (Array.isArray(value)) {
    const objects = value.filter(isRaw);
    return objects.length >= value.length / 2 ? objects : [];
  }
  if (!isRaw(value)) return [];
  const members = Object.entries(value);
  const byKey = members.filter((member): member is [string, Raw] => isRaw(member[1]));
  const own =
    byKey.length > 1 && byKey.length === members.length ? byKey.map(([key, object]) => ({ key, ...object })) : [];
  const isRows = own.some(object => Object.values(object).filter(part => typeof part === 'string').length > 1);
  const inside = depth > 0 ? members.map(([, member]) => largestList(member, depth - 1)) : [];
  return [isRows ? own : [], ...inside].reduce((best, list) => (list.length > best.length ? list : best), []);
}

/** Returns the members of an object as cells. Members of members get names with a dot; lists become several values. */
function flatten(object: Raw, prefix = ''): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key;
    if (Array.isArray(value)) cells[name] = listCell(value);
    else if (isRaw(value))
      Object.assign(cells, isCell(value) ? { [name]: String(value.value) } : flatten(value, `${name}.`));
    else if (value !== null && value !== undefined) cells[name] = String(value);
  }
  return cells;
}

/** The cells of query results are objects with a type and a value. */
function isCell(value: Raw): boolean {
  return 'type' in value && 'value' in value && !isRaw(value.value);
}

/** Writes a list as the values of one cell; of objects, their addresses or else their names. */
function listCell(list: readonly unknown[]): string {
  const urls = list.flatMap(item => (isRaw(item) && typeof item.url === 'string' ? [item.url] : []));
  if (urls.length > 0) return urls.join(' ');
  return list
    .map(item => (isRaw(item) ? String(item.label ?? item.name ?? item.title ?? item.id ?? '') : String(item ?? '')))
    .filter(text => text !== '')
    .join(CELL_SEPARATOR);
}

/** Returns whether a member is a list of values, and not of links. */
function isValueList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && !value.some(item => isRaw(item) && typeof item.url === 'string');
}
