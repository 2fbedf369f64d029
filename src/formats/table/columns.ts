import { getOwn } from '../../lib/get-own';
import type { ReadingColumn, Role } from '../../model/reading';
import { armed } from '../csv/cells';
import { countryOf } from './countries';
import { datesOf } from './dates';
import { facetsFrom, fieldOfColumn, isExported } from './field-columns';
import { roleOfHeader } from './header-names';
import { CELL_SEPARATOR, cellAt, columnLetters, type Table } from './table';

const JUDGED_ROWS = 5000;

/** The least share of dates among the cells of a column of dates. */
const MIN_DATES = 0.6;

/** With more different values, a column is a facet only if a value occurs at least twice on average. */
const FEW_VALUES = 30;
const LONGEST_VALUE = 80;

/** The separators of several values in a cell, the least ambiguous first. */
const SEPARATORS = [CELL_SEPARATOR, '|', ';', ','] as const;

/** `named` is the role that the name suggests. `dateShare` is the share of dates among the cells (0 to 1). */
interface Column {
  name: string;
  isNamed: boolean;
  cells: readonly string[];
  named: Role | undefined;
  dateShare: number;
}

/** Proposes a role for each column of a table, by its name and its cells. */
export function proposeColumns(
  { roles: given = {} }: Table,
  header: readonly string[],
  rows: Table['rows'],
): ReadingColumn[] {
  const width = Math.max(header.length, ...rows.slice(0, JUDGED_ROWS).map(row => row.length), 0);
  const names = header.map(name => name.trim());
  const isOurs = isExported(names);
  const firstFacet = facetsFrom(names);
  const columns = Array.from({ length: width }, (_, i): Column => {
    const name = cellAt(header, i) || columnLetters(i);
    const isNamed = cellAt(header, i) !== '';
    const cells = rows
      .slice(0, JUDGED_ROWS)
      .map(row => armed(cellAt(row, i)))
      .filter(cell => cell !== '');
    const isFacet = firstFacet > 0 && i >= firstFacet && names.includes(`${name}_id`);
    if (isFacet || (isOurs && fieldOfColumn(name))) return { name, isNamed, cells: [], named: undefined, dateShare: 0 };
    const named = getOwn(given, name) ?? roleOfHeader(name);
    return { name, isNamed, cells: isNamed || !isRunning(cells) ? cells : [], named, dateShare: shareOfDates(cells) };
  });
  const beside = besideFrom(columns);
  const own = columns.slice(0, beside);
  const roles = withRelated(own, chooseRoles(own));
  return withFacetIds(
    columns
      .map(column => column.name)
      .map((name, i) => {
        const column = own[i];
        return column ? columnAs(column, roles[i]) : { name, as: 'ignore' };
      }),
  );
}

/** Returns the index of the empty column before another table on the right, which repeats a name from the left. */
function besideFrom(columns: readonly Column[]): number {
  const gap = columns.findIndex(({ isNamed, cells }, i) => i > 1 && !isNamed && cells.length === 0);
  if (gap < 0) return columns.length;
  const before = new Set(columns.slice(0, gap).map(({ name }) => name));
  return columns.slice(gap).some(({ name, isNamed }) => isNamed && before.has(name)) ? gap : columns.length;
}

/** Returns whether cells count up by 1. In an unnamed column, they are row numbers of another program. */
function isRunning(cells: readonly string[]): boolean {
  return cells.every((cell, i) => Number(cell) === Number(cells[0]) + i);
}

/** `MANY_CELLS` are read to judge a column only if just some of `FEW_CELLS` are dates. */
const FEW_CELLS = 60;
const MANY_CELLS = 400;

function shareOfDates(cells: readonly string[]): number {
  const share = shareInSample(cells, FEW_CELLS);
  return share === 0 || share === 1 ? share : shareInSample(cells, MANY_CELLS);
}

/**
 * Multiples of this number modulo 1 are spread evenly. Cells that are chosen with them follow no pattern of the table,
 * such as a date in every second row.
 */
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

function shareInSample(cells: readonly string[], count: number): number {
  if (cells.length === 0) return 0;
  const sample =
    cells.length <= count
      ? cells
      : Array.from({ length: count }, (_, i) => cells[Math.floor(((i * GOLDEN_RATIO) % 1) * cells.length)] ?? '');
  return sample.filter(isDate).length / sample.length;
}

/** The order of day and month does not change the result of the test for dates. */
const DAY_FIRST = { dateOrder: 'dmy' } as const;

/** Returns whether a cell is a date. A number must have four digits, because others are seldom years. */
function isDate(cell: string): boolean {
  return (
    !/^[+-]?\d{1,3}([.,]\d+)?$|^\d{5,}$|^\d+[.,]\d+$/.test(cell) && datesOf(cell, DAY_FIRST).some(date => date !== '')
  );
}

/** Chooses the columns for dates, id, title and other roles. The rest get `facet` or `note` later. */
function chooseRoles(columns: readonly Column[]): (Role | undefined)[] {
  const roles = columns.map((): Role | undefined => undefined);
  const take = (role: Role, isFit: (column: Column) => boolean) => {
    const index = columns.findIndex((column, i) => roles[i] === undefined && isFit(column));
    if (index >= 0) roles[index] = role;
    return index >= 0;
  };
  const isOurs = isExported(columns.map(({ name }) => name));
  const isDates = ({ dateShare }: Column) => dateShare >= MIN_DATES;
  const isShortNumber = ({ cells }: Column) => /^\d{1,4}$/.test(cells[0] ?? '');
  const called = (role: Role) => (column: Column) => column.named === role && column.cells.length > 0;
  const dated = (role: Role) => (column: Column) => called(role)(column) && column.dateShare > 0;
  const hasDate = take('date', column => called('date')(column) && isDates(column)) || take('date', dated('date'));
  if (hasDate) {
    // If there are at least as many dates as first days, the columns of first and last days are ignored.
    const date = columns[roles.indexOf('date')];
    const isWhole = columns.some(
      column => column.named === 'start' && date && column.cells.length <= date.cells.length,
    );
    if (isWhole)
      columns.forEach((column, i) => {
        if (isDates(column) && (column.named === 'start' || column.named === 'end')) roles[i] = 'ignore';
      });
    else if (take('end', dated('end'))) roles[roles.indexOf('date')] = 'start';
  } else {
    const starts = columns.some(column => dated('start')(column));
    if (starts) {
      take('start', dated('start'));
      take('end', dated('end'));
    } else {
      // In our exports, the column `date` keeps its role even if it is empty. Possibly no activity has a date.
      take('date', ({ name }) => isOurs && name === 'date') ||
        take('date', column => isDates(column) && column.named === undefined && !isShortNumber(column)) ||
        take('date', isDates);
    }
  }
  if (isOurs) take('date', ({ name }) => name === 'date');
  const isLink = ({ cells, named }: Column) =>
    named !== 'note' && cells.length > 0 && cells.every(cell => /^https?:\/\/\S+/i.test(cell));
  take('id', column => called('id')(column) && areIds(column));
  const isText = ({ cells }: Column) => cells.some(cell => !/^https?:/i.test(cell));
  take('title', column => called('title')(column) && isText(column)) ||
    take('title', ({ cells, named, dateShare }) => named === undefined && dateShare < MIN_DATES && isTitle(cells)) ||
    take('title', ({ cells, dateShare }) => dateShare < MIN_DATES && isTitle(cells));
  take('short', called('short'));
  take('summary', called('summary'));
  take('place', called('place'));
  take('country', column => called('country')(column) && column.cells.some(cell => countryOf(cell) !== null));
  take(
    'country',
    ({ cells, named }) =>
      named !== 'note' &&
      cells.length > 0 &&
      cells.filter(cell => countryOf(cell) !== null).length / cells.length > 0.8,
  );
  while (take('link', isLink)) {}
  take('link', called('link'));
  take('source', called('source'));
  return roles;
}

/** Returns whether cells are ids. Ids may be repeated, as people copy rows; codes must differ, as they name kinds. */
function areIds({ name, cells }: Column): boolean {
  const different = new Set(cells).size;
  return different === cells.length || (!/(?:code|key)$/i.test(name) && different * 2 > cells.length);
}

function isTitle(cells: readonly string[]): boolean {
  const texts = cells.filter(cell => /\p{L}{2}/u.test(cell) && !/^https?:/i.test(cell));
  return texts.length > 0 && texts.length >= cells.length * 0.8 && new Set(texts).size > texts.length * 0.5;
}

function withRelated(columns: readonly Column[], roles: readonly (Role | undefined)[]): (Role | undefined)[] {
  const isNumbers = ({ cells }: Column) =>
    cells.length > 0 && cells.every(cell => /^[+-]?\d{1,3}([.,]\d+)?(\s*[,; ]\s*[+-]?\d{1,3}([.,]\d+)?)?$/.test(cell));
  return columns.map((column, i) =>
    roles[i] === undefined && column.named === 'coordinates' && isNumbers(column) ? 'coordinates' : roles[i],
  );
}

function columnAs(column: Column, role: Role | undefined): ReadingColumn {
  const { name, cells } = column;
  if (cells.length === 0) return { name, as: role === 'date' ? role : 'ignore' };
  if (column.named === 'facet') return { name, as: 'facet', split: CELL_SEPARATOR, facet: facetId(name) };
  if (role !== undefined) return { name, as: role };
  if (column.named === 'ignore' || column.named === 'note') return { name, as: column.named };
  return asFacet(column) ?? { name, as: 'note' };
}

/** Returns the column as a facet if its values are short, recur, and are neither numbers nor links. */
function asFacet({ name, cells }: Column): ReadingColumn | null {
  const split = separatorOf(cells);
  const values = split === undefined ? cells : cells.flatMap(cell => parts(cell, split));
  const distinct = new Set(values).size;
  const isNumbers = cells.every(cell => /^[+-]?\d+([.,]\d+)*%?$/.test(cell));
  const isShort = values.every(value => value.length <= LONGEST_VALUE);
  const isFew = distinct <= FEW_VALUES ? distinct < values.length : distinct <= values.length / 2;
  if (isNumbers || !isShort || !isFew || cells.some(cell => /^https?:/i.test(cell))) return null;
  return { name, as: 'facet', ...(split && { split }), facet: facetId(name) };
}

/** Returns the separator between several values in a cell, or undefined if each cell contains one value. */
export function separatorOf(cells: readonly string[]): string | undefined {
  return SEPARATORS.find(separator => hasSeveral(cells, separator));
}

export function parts(cell: string, separator: string): string[] {
  return cell
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/**
 * Returns whether cells contain several values with this separator. Because names may contain commas, with a comma
 * every part must occur in another cell too. With other separators, it is enough that some parts do, or that half of
 * the cells contain the separator.
 */
function hasSeveral(cells: readonly string[], separator: string): boolean {
  const joined = cells.filter(cell => cell.includes(separator));
  if (joined.length === 0) return false;
  const counts = new Map<string, number>();
  for (const cell of cells)
    for (const part of new Set(parts(cell, separator))) counts.set(part, (counts.get(part) ?? 0) + 1);
  const recurs = (part: string) => (counts.get(part) ?? 0) > 1;
  const inJoined = joined.flatMap(cell => parts(cell, separator));
  if (separator === CELL_SEPARATOR) return true;
  if (separator === ',') return inJoined.every(recurs) && isCombined(cells, separator);
  if (inJoined.every(recurs)) return true;
  return joined.length > 1 && (inJoined.some(recurs) || joined.length >= cells.length / 2);
}

/** Returns whether a part occurs in several different cells. The parts of a name such as `Smith, John` do not. */
function isCombined(cells: readonly string[], separator: string): boolean {
  const met = new Set<string>();
  return [...new Set(cells)].some(cell =>
    parts(cell, separator).some(part => {
      const isMet = met.has(part);
      met.add(part);
      return isMet;
    }),
  );
}

function facetId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'facet' : slug;
}

/** The ids and paths that our exports add get the role `ignore`, because `createFacetColumn` reads them. */
function withFacetIds(columns: readonly ReadingColumn[]): ReadingColumn[] {
  const all = columns.map(({ name }) => name);
  const isOurs = isExported(all);
  const firstFacet = facetsFrom(all);
  const names = new Set(all);
  return columns.map((column, i) => {
    const { name } = column;
    if (i < firstFacet && name !== 'from' && name !== 'to' && name !== 'source_item') return column;
    const owner = /^(.+)_(?:id|path)$/.exec(name)?.[1];
    if (owner !== undefined && names.has(owner) && names.has(`${owner}_id`)) return { name, as: 'ignore' };
    if (names.has(`${name}_id`) && (column.as !== 'id' || firstFacet > 0))
      return { name, as: 'facet', split: ';', facet: facetId(name) };
    const field = isOurs ? fieldOfColumn(name) : null;
    if (field) return { name, as: 'note', field };
    const isDayOfExport = (name === 'from' || name === 'to') && names.has('date') && names.has('source_item');
    return isDayOfExport || (name === 'source_item' && names.has('source')) ? { name, as: 'ignore' } : column;
  });
}
