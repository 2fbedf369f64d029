import { shortened } from '../../lib/shortened';
import type {
  ColumnFacts,
  LeftOut,
  LeftOutRow,
  OrderFacts,
  Reading,
  ReadingColumn,
  ReadTable,
  Role,
  Spellings,
} from '../../model/reading';
import { armed } from '../csv/cells';
import { MAX_LISTED } from '../document/report';
import { parts, separatorOf } from './columns';
import { countryOf } from './countries';
import { datesOf, isOfTwoOrders, orderEvidence } from './dates';
import { type RepairableRow, repairsOf } from './repairs';
import { rowsToLeaveOut } from './rows-to-leave-out';
import { similarValues } from './similar-values';
import { CELL_SEPARATOR, cellAt, isBlankRow, rowText, type Table } from './table';
import { saysEnough } from './to-document';

const LONGEST_EXAMPLE = 80;
const LONGEST_ROW = 100;

/** The maximum numbers of groups of similar values in the facts of a column, and of spellings in a group. */
const MAX_SIMILAR = 3;
const MAX_SPELLINGS = 6;

/** The number of rows at the top of the table that people can choose as the header. */
const TOP_ROWS = 20;

/** The maximum number of cells in which the separator of values is searched. */
const JUDGED_CELLS = 5000;

/** Returns facts about a table and its columns, so that people can check the reading. */
export function tableFacts(table: Table, reading: Reading): Omit<ReadTable, 'reading'> {
  const skip = new Set(reading.skip);
  const rows = table.rows.flatMap((row, i) => {
    const number = table.numbers[i] ?? 0;
    return number <= reading.header || skip.has(number) || isBlankRow(row) ? [] : [{ row, number }];
  });
  const columns = reading.columns.map((column, i) => factsOf(column, filledCells(rows, i), reading));
  return {
    rows: rows.length,
    columns,
    order: orderOf(() => datedCells(rows, reading), reading),
    repairs: repairsOf(repairableRows(rows, reading), reading),
    ...(table.sheets && { sheets: table.sheets }),
    top: table.rows.slice(0, TOP_ROWS).flatMap((row, i) => (isBlankRow(row) ? [] : [rowAt(table, i)])),
    leftOut: leftOutOf(table, reading),
  };
}

interface NumberedRow {
  row: readonly string[];
  number: number;
}

function filledCells(rows: readonly NumberedRow[], column: number): string[] {
  const cells: string[] = [];
  for (const { row } of rows) {
    const cell = armed(cellAt(row, column));
    if (cell !== '') cells.push(cell);
  }
  return cells;
}

function* datedCells(rows: readonly NumberedRow[], { columns }: Reading): Generator<readonly [number, string]> {
  for (const [i, column] of columns.entries()) {
    if (!isDates(column)) continue;
    for (const { row, number } of rows) yield [number, armed(cellAt(row, i))];
  }
}

/** Yields the date cells of each row. If several columns have the same role, the first filled cell counts. */
function* repairableRows(rows: readonly NumberedRow[], { columns }: Reading): Generator<RepairableRow> {
  const indexesOf = (role: Role) => columns.flatMap(({ as }, i) => (as === role ? [i] : []));
  const [dates, starts, ends] = [indexesOf('date'), indexesOf('start'), indexesOf('end')];
  for (const { row, number } of rows) {
    yield {
      row: number,
      date: firstFilled(row, dates),
      start: firstFilled(row, starts),
      end: firstFilled(row, ends),
      saysEnough: () => saysEnough(columns.map((_, i) => cellAt(row, i))),
    };
  }
}

function firstFilled(row: readonly string[], columns: readonly number[]): string {
  for (const column of columns) {
    const cell = armed(cellAt(row, column));
    if (cell !== '') return cell;
  }
  return '';
}

function rowAt({ rows, numbers }: Table, index: number) {
  const text = rowText(rows[index] ?? []).replaceAll(CELL_SEPARATOR, '; ');
  return { row: numbers[index] ?? 0, text: shortened(text, LONGEST_ROW) };
}

function leftOutOf(table: Table, { header, skip }: Reading): LeftOut {
  const proposed = rowsToLeaveOut(table, table.numbers.indexOf(header));
  const skipped = new Set(skip);
  const rows: LeftOutRow[] = [];
  let count = 0;
  for (const [i, number] of table.numbers.entries()) {
    const reason = proposed.get(number) ?? (skipped.has(number) ? 'chosen' : undefined);
    if (reason === undefined) continue;
    const isKept = reason !== 'aboveHeader' && !skipped.has(number);
    if (!isKept) count += 1;
    if (rows.length < MAX_LISTED) rows.push({ ...rowAt(table, i), reason, isKept });
  }
  return { count, rows };
}

function isDates({ as }: ReadingColumn): boolean {
  return as === 'date' || as === 'start' || as === 'end';
}

function factsOf(column: ReadingColumn, cells: readonly string[], reading: Reading): ColumnFacts {
  const split = separatorOf(cells.slice(0, JUDGED_CELLS));
  const separator = column.as === 'facet' ? column.split : undefined;
  const values = separator === undefined ? cells : cells.flatMap(cell => parts(cell, separator));
  const distinct = new Map<string, number>();
  for (const value of values) distinct.set(value, (distinct.get(value) ?? 0) + 1);
  const understood = isDates(column)
    ? countWhere(distinct, cell => datesOf(cell, reading).length === 1)
    : column.as === 'country'
      ? countWhere(distinct, cell => countryOf(cell) !== null)
      : undefined;
  const similar = column.as === 'facet' ? similarValues(distinct) : [];
  const example = (cells[0] ?? '').replaceAll(CELL_SEPARATOR, '; ');
  return {
    example: shortened(example, LONGEST_EXAMPLE),
    filled: cells.length,
    distinct: distinct.size,
    ...(split !== undefined && { split }),
    ...(understood !== undefined && { understood }),
    ...(similar.length > 0 && { similar: { count: similar.length, first: similar.slice(0, MAX_SIMILAR).map(quoted) } }),
  };
}

function quoted(spellings: Spellings): Spellings {
  return spellings
    .slice(0, MAX_SPELLINGS)
    .map(({ label, count }) => ({ label: shortened(label, LONGEST_EXAMPLE), count }));
}

function countWhere(cells: ReadonlyMap<string, number>, isMeant: (cell: string) => boolean): number {
  let total = 0;
  for (const [cell, count] of cells) if (isMeant(cell)) total += count;
  return total;
}

function orderOf(cells: () => Iterable<readonly [row: number, cell: string]>, reading: Reading): OrderFacts | null {
  const cell = firstOfTwoOrders(cells());
  if (cell === undefined) return null;
  const [dmy] = datesOf(cell, { ...reading, dateOrder: 'dmy' });
  const [mdy] = datesOf(cell, { ...reading, dateOrder: 'mdy' });
  if (dmy === undefined || mdy === undefined) return null;
  const evidence = orderEvidence(cells());
  const found = evidence.length === 1 ? evidence.find(({ order }) => order === reading.dateOrder) : undefined;
  return { cell, dmy, mdy, evidence: found ? { cell: shortened(found.cell, LONGEST_EXAMPLE), row: found.row } : null };
}

function firstOfTwoOrders(cells: Iterable<readonly [row: number, cell: string]>): string | undefined {
  for (const [, cell] of cells) if (isOfTwoOrders(cell)) return cell;
  return undefined;
}
