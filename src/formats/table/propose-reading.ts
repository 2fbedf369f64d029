import type { Grid, LeftOutRow, Reading } from '../../model/reading';
import { armed } from '../csv/cells';
import { proposeColumns } from './columns';
import { orderEvidence } from './dates';
import { findHeader } from './header-row';
import { cellAt, isBlankRow, type Table } from './table';

/** Matches the first cell of a row of totals. */
const TOTAL = /^(total|totals|sum|subtotal|grand total|gesamt|summe|somme|totaal|totale|suma|razem|ogółem|Σ)\b/i;

/** Proposes how a table is read. The proposal is only data: it can be changed, saved and used again. */
export function proposeReading(table: Table, { header: chosen }: Grid = {}): Reading {
  const headerIndex = chosen === undefined ? findHeader(table) : table.numbers.indexOf(chosen);
  const header = table.rows[headerIndex] ?? [];
  const skip = rowsToLeaveOut(table, headerIndex);
  const rows = table.rows.filter((row, i) => i > headerIndex && !skip.has(table.numbers[i] ?? 0) && !isBlankRow(row));
  const columns = proposeColumns(table, header, rows);
  const dates = columns.flatMap(({ as }, i) => (as === 'date' || as === 'start' || as === 'end' ? [i] : []));
  const cells = rows.flatMap((row, i) => dates.map(column => [i, armed(cellAt(row, column))] as const));
  const evidence = orderEvidence(cells);
  const [only] = evidence;
  return {
    format: 'chronofacet-reading/1',
    ...table.origin,
    header: headerIndex < 0 ? 0 : (table.numbers[headerIndex] ?? 0),
    ...(evidence.length === 1 && only && { dateOrder: only.order }),
    columns,
    skip: [...skip.keys()],
  };
}

/** Returns the numbers of the rows that are proposed for leaving out, each with the reason. */
export function rowsToLeaveOut(
  { rows, numbers, leaveOut = [] }: Table,
  headerIndex: number,
): Map<number, Exclude<LeftOutRow['reason'], 'chosen'>> {
  const header = rows[headerIndex] ?? [];
  const found: ReturnType<typeof rowsToLeaveOut> = new Map(leaveOut.map(row => [row, 'recordTitle']));
  rows.forEach((row, i) => {
    const number = numbers[i] ?? 0;
    if (i < headerIndex) {
      if (!isBlankRow(row)) found.set(number, 'aboveHeader');
    } else if (i > headerIndex) {
      if (isSame(row, header)) found.set(number, 'repeatedHeader');
      else if (isTotal(row)) found.set(number, 'total');
    }
  });
  return found;
}

function isSame(row: readonly string[], header: readonly string[]): boolean {
  return !isBlankRow(row) && header.length > 1 && header.every((cell, i) => cell.trim() === cellAt(row, i));
}

function isTotal(row: readonly string[]): boolean {
  const first = row.find(cell => cell.trim() !== '')?.trim() ?? '';
  return TOTAL.test(first) && row.some(cell => /^[\s\d.,%-]+$/.test(cell) && /\d/.test(cell));
}
