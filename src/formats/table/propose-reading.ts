import type { Reading } from '../../model/reading';
import { armed } from '../csv/cells';
import { proposeColumns } from './columns';
import { orderEvidence } from './dates';
import { roleOfName } from './header-names';
import { cellAt, isBlankRow, type Table } from './table';

/** The header is looked for among this many rows. */
const HEADER_ROWS = 30;

/** Matches the first cell of a row of totals. */
const TOTAL = /^(total|totals|sum|subtotal|grand total|gesamt|summe|somme|totaal|totale|suma|razem|ogółem|Σ)\b/i;

/** Proposes how a table is read. The proposal is only data: it can be changed, saved and used again. */
export function proposeReading(table: Table): Reading {
  const headerIndex = findHeader(table);
  const header = table.rows[headerIndex] ?? [];
  const skip = new Set<number>();
  table.rows.forEach((row, i) => {
    const number = table.numbers[i] ?? 0;
    if (i < headerIndex && !isBlankRow(row)) skip.add(number);
    else if (i > headerIndex && (isSame(row, header) || isTotal(row))) skip.add(number);
  });
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
    skip: [...skip],
  };
}

/**
 * Returns the index of the row with the names of the columns: the one with the most names that are known. Without any,
 * the first row with several cells, if all of them are texts. Returns -1 if the table has no header.
 */
function findHeader({ rows }: Table): number {
  let best = -1;
  let bestScore = 0;
  const widest = Math.max(...rows.slice(0, HEADER_ROWS).map(filledCells), 0);
  rows.slice(0, HEADER_ROWS).forEach((row, i) => {
    const names = row.map(cell => cell.trim()).filter(cell => cell !== '');
    const known = new Set(names.map(roleOfName).filter(role => role !== undefined)).size;
    const isHeader = names.length >= Math.max(1, widest / 2) && new Set(names).size === names.length;
    if (isHeader && known > bestScore) [best, bestScore] = [i, known];
  });
  if (best >= 0) return best;
  const first = rows.findIndex(row => filledCells(row) >= Math.max(1, widest / 2));
  const cells = rows[first]?.filter(cell => cell.trim() !== '') ?? [];
  return cells.every(cell => !/\d/.test(cell)) ? first : -1;
}

function filledCells(row: readonly string[]): number {
  return row.filter(cell => cell.trim() !== '').length;
}

function isSame(row: readonly string[], header: readonly string[]): boolean {
  return !isBlankRow(row) && header.length > 1 && header.every((cell, i) => cell.trim() === cellAt(row, i));
}

function isTotal(row: readonly string[]): boolean {
  const first = row.find(cell => cell.trim() !== '')?.trim() ?? '';
  return TOTAL.test(first) && row.some(cell => /^[\s\d.,%-]+$/.test(cell) && /\d/.test(cell));
}
