import { isRaw, type Raw } from '../document/fields';
import { parseJson } from '../document/parse-json';
import { shown } from '../document/report';
import { datesOf } from '../table/dates';
import { roleOfName } from '../table/header-names';
import { CELL_SEPARATOR, type Table } from '../table/table';

/** How deep in a value lists of rows are searched, and how deep in a row members become columns. */
const MAX_DEPTH = 3;
const DEEPEST_COLUMN = 8;

/** The number of rows that are read to find out whether a list has dates. */
const JUDGED_ROWS = 20;

/** A list of rows inside a JSON value. `path` has the names of the members that lead to the list. */
interface RowList {
  path: string;
  rows: readonly unknown[];
}

/**
 * Returns the rows of a JSON value as a table, or null if the value has no rows. The rows can be at the top or inside
 * an object, in one of these forms:
 *
 * - a list of objects, or a list of lists
 * - an object that maps keys to objects or to lists
 * - an object with a list for each column
 *
 * If there are several such lists, takes the longest list with dates or, if none has dates, the longest list. A note
 * names the others.
 */
export function jsonToTable(value: unknown): Table | null {
  const lists = listsIn(value, '', MAX_DEPTH).sort(
    (a, b) => Number(hasDates(b.rows)) - Number(hasDates(a.rows)) || b.rows.length - a.rows.length,
  );
  const [best, ...others] = lists;
  if (!best) return null;
  const found = others.map(({ path, rows }) => `${path} (${rows.length})`).join(', ');
  const problems: Table['problems'] =
    found === '' ? [] : [{ path: '', code: 'otherLists', loss: 'note', found: `${best.path} | ${found}` }];
  return { ...rowsToTable(best.rows), problems };
}

/**
 * Returns rows as a table. The members of objects become columns. If the rows are lists of cells, the first list names
 * the columns.
 */
export function rowsToTable(rows: readonly unknown[], numbers = rows.map((_, i) => i + 1)): Table {
  if (rows.every(Array.isArray)) {
    return { rows: (rows as unknown[][]).map(row => row.map(cellText)), numbers, origin: {} };
  }
  const flat = rows.map(row => flatten(isRaw(row) ? row : { value: row }));
  const names = new Map<string, number>();
  for (const row of flat) for (const name of row.keys()) if (!names.has(name)) names.set(name, names.size);
  const header = [...names.keys()];
  const lists = header.filter(name =>
    rows.some(row => isRaw(row) && Object.hasOwn(row, name) && isValueList(row[name])),
  );
  return {
    rows: [header, ...flat.map(row => header.map(name => row.get(name) ?? ''))],
    numbers: [0, ...numbers],
    origin: {},
    roles: Object.fromEntries(lists.map(name => [name, 'facet'] as const)),
  };
}

/**
 * Returns a text with one JSON object or list on each line as a table. Other lines are reported. Returns null if fewer
 * than two lines, or fewer than half of the lines, are objects or lists.
 */
export function linesToTable(text: string): Table | null {
  const lines = text
    .split('\n')
    .map((line, i) => ({ number: i + 1, json: line.trim().replace(/,$/, '') }))
    .filter(({ json }) => json !== '' && json !== '[' && json !== ']');
  const read = lines.map(({ number, json }) => ({ number, json, value: parseJson(json) }));
  const good = read.filter(({ value }) => typeof value === 'object' && value !== null);
  if (good.length < 2 || good.length < lines.length / 2) return null;
  const problems = read
    .filter(line => !good.includes(line))
    .map(
      ({ number, json }) => ({ path: `row ${number}`, code: 'notJson', loss: 'record', found: shown(json) }) as const,
    );
  const table = rowsToTable(
    good.map(({ value }) => value),
    good.map(({ number }) => number),
  );
  return { ...table, problems };
}

function listsIn(value: unknown, path: string, depth: number): RowList[] {
  if (Array.isArray(value)) {
    const isRows = value.filter(isRaw).length >= value.length / 2 || (value.length > 1 && value.every(isCells));
    return isRows && value.length > 0 ? [{ path, rows: value }] : [];
  }
  if (!isRaw(value)) return [];
  const own = ownRows(value);
  if (own) return [{ path, rows: own }];
  if (depth === 0) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    listsIn(member, path === '' ? key : `${path}.${key}`, depth - 1),
  );
}

function ownRows(object: Raw): unknown[] | null {
  const members = Object.entries(object);
  if (members.length < 2) return null;
  const values = members.map(([, value]) => value);
  if (values.every(isRaw)) return isByColumn(values) ? columnsToRows(members) : keyedRows(members);
  if (values.every(isList)) {
    if (values.every(isCells)) return isByColumn(values) ? columnsToRows(members) : null;
    const isAlike =
      values.every(list => list.length > 0 && list.every(isRaw)) && isSameKind(values.map(list => list[0]));
    return isAlike ? members.flatMap(([key, list]) => (list as Raw[]).map(row => ({ key, ...row }))) : null;
  }
  const isDated = values.every(isScalar) && members.every(([key]) => isDate(key));
  return isDated ? members.map(([date, title]) => ({ date, title })) : null;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function keyedRows(members: readonly [string, unknown][]): unknown[] | null {
  const rows = members.map(([key, object]) => ({ key, ...(object as Raw) }));
  const isRows =
    rows.some(row => Object.values(row).filter(isScalar).length > 1) || members.every(([key]) => isDate(key));
  return isRows && isSameKind(members.map(([, object]) => object)) ? rows : null;
}

/** Returns whether more than half of the objects share a member name with the first object that has members. */
function isSameKind(objects: readonly unknown[]): boolean {
  const names = new Set(Object.keys(objects.filter(isRaw).find(object => Object.keys(object).length > 0) ?? {}));
  const alike = objects.filter(object => isRaw(object) && Object.keys(object).some(name => names.has(name)));
  return alike.length > objects.length / 2;
}

/** Returns whether values are columns of the same rows: lists of the same length, or objects with the keys 0, 1, 2 … */
function isByColumn(columns: readonly (Raw | unknown[])[]): boolean {
  const lengths = new Set(columns.map(column => Object.keys(column).length));
  if (lengths.size !== 1 || lengths.has(0) || !columns.every(column => Object.values(column).every(isScalar)))
    return false;
  return columns.every(column => Object.keys(column).every((key, i) => key === String(i)));
}

function columnsToRows(members: readonly [string, unknown][]): Raw[] {
  const columns = members.map(([name, column]) => [name, Object.values(column as object)] as const);
  const length = columns[0]?.[1].length ?? 0;
  return Array.from({ length }, (_, i) => Object.fromEntries(columns.map(([name, cells]) => [name, cells[i]])));
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isCells(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isScalar);
}

function hasDates(rows: readonly unknown[]): boolean {
  const judged = rows.slice(0, JUDGED_ROWS);
  return judged.some(row => {
    if (!isRaw(row)) return Array.isArray(row) && row.some(cell => typeof cell === 'string' && isDate(cell));
    return [...flatten(row)].some(([name, cell]) => {
      const role = roleOfName(/[^.]*$/.exec(name)?.[0] ?? name);
      return (role === 'date' || role === 'start' || isDate(cell)) && datesOf(cell, {}).length > 0;
    });
  });
}

function isDate(text: string): boolean {
  return /^\d{4}$|\d{4}[^\d]|[^\d.,]\d{4}/.test(text) && text.length < 60 && datesOf(text, {}).length > 0;
}

/** Returns the members of an object as cells. Names of nested members are joined with dots. */
function flatten(object: Raw, prefix = '', cells = new Map<string, string>(), depth = 0): Map<string, string> {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key;
    if (Array.isArray(value)) cells.set(name, listCell(value));
    else if (!isRaw(value)) cells.set(name, cellText(value));
    else if (isCell(value)) cells.set(name, cellText(value.value));
    else if (isPoint(value)) cells.set('coordinates', value.coordinates.slice(0, 2).reverse().join(', '));
    else if (depth === DEEPEST_COLUMN) cells.set(name, shown(value));
    else flatten(value, `${name}.`, cells, depth + 1);
  }
  return cells;
}

function cellText(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? shown(value) : String(value);
}

/** Returns whether an object is a cell of SPARQL results, which has a type and a value. */
function isCell(value: Raw): boolean {
  return 'type' in value && 'value' in value && !isRaw(value.value);
}

/** Returns whether an object is a GeoJSON point, whose longitude comes first, unlike in cells of tables. */
function isPoint(value: Raw): value is Raw & { coordinates: number[] } {
  const { type, coordinates } = value;
  return type === 'Point' && isList(coordinates) && coordinates.length > 1 && coordinates.every(Number.isFinite);
}

/** Writes a list into one cell: the URLs if every entry has one, otherwise texts and names. */
function listCell(list: readonly unknown[]): string {
  const urls = list.filter(isWithAddress).map(item => (isRaw(item) ? String(item.url) : String(item)));
  if (urls.length > 0 && urls.length === list.length) return urls.join(' ');
  return list
    .map(item => (isRaw(item) ? cellText(item.label ?? item.name ?? item.title ?? item.id ?? item) : cellText(item)))
    .filter(text => text !== '')
    .join(CELL_SEPARATOR);
}

function isWithAddress(item: unknown): boolean {
  return isRaw(item) ? typeof item.url === 'string' : typeof item === 'string' && /^https?:\/\/\S+$/i.test(item);
}

function isValueList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && !value.every(isWithAddress);
}
