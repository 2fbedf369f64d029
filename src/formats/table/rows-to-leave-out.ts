import type { LeftOutRow } from '../../model/reading';
import { datesOf } from './dates';
import { roleOfName } from './header-names';
import { filledCells } from './header-row';
import { cellAt, isBlankRow, type Table } from './table';

/** Matches the first cell of a row of totals: a word for "total", perhaps with a year. */
const TOTAL =
  /^(?:grand |sub-?|sous-|gesamt|zwischen)?(?:totals?|sum|summe|somme|gesamt|insgesamt|zusammen|totaux|totaal|totale|totales|totais|suma|soma|razem|ogółem|łącznie|итого|всего|Σ)(?: \d{4}| general| général| generale| geral)?\s*[:.]?$/iu;

const COMMENT = /^(?:#|\/\/)\s/;

/** Matches a cell of the line of dashes below the header in a plain-text or Markdown table, such as `:---`. */
const RULE = /^[:+]?[-=]{2,}[:+]?$/;

type Reason = Exclude<LeftOutRow['reason'], 'chosen'>;

/**
 * Returns the rows that a proposed reading leaves out, as row numbers with reasons. Such rows are above the header or
 * repeat it, or are totals, comments, lines of dashes, remarks below the table, or a second table.
 */
export function rowsToLeaveOut({ rows, numbers, leaveOut = [] }: Table, headerIndex: number): Map<number, Reason> {
  const header = rows[headerIndex] ?? [];
  const found = new Map<number, Reason>(leaveOut.map(row => [row, 'recordTitle']));
  const { records, remarks } = endOfTable(rows, headerIndex);
  rows.forEach((row, i) => {
    if (i === headerIndex || isBlankRow(row)) return;
    const reason =
      i < headerIndex ? 'aboveHeader' : i >= remarks ? 'otherTable' : i >= records ? 'remark' : reasonOf(row, header);
    if (reason) found.set(numbers[i] ?? 0, reason);
  });
  return found;
}

/** Returns the indexes of the first row after the activities, and of the first row after the remarks. */
function endOfTable(rows: Table['rows'], headerIndex: number): { records: number; remarks: number } {
  const header = rows[headerIndex] ?? [];
  if (filledCells(header) < 2) return { records: rows.length, remarks: rows.length };
  const next = rows.findIndex((row, i) => i > headerIndex + 1 && isOtherHeader(row, rows[i - 1] ?? [], header));
  const remarks = next < 0 ? rows.length : next;
  let records = remarks;
  while (records > headerIndex + 1 && isRemark(rows[records - 1] ?? [])) records -= 1;
  return { records, remarks };
}

/** Returns whether a row after a blank row or a title has two known names, as the header of another table has. */
function isOtherHeader(row: readonly string[], before: readonly string[], header: readonly string[]): boolean {
  if (hasSeveralCells(before) || filledCells(row) < 2 || isSame(row, header)) return false;
  const cells = row.map(cell => cell.trim()).filter(cell => cell !== '');
  const known = new Set(cells.map(roleOfName).filter(role => role !== undefined));
  return known.size > 1 && cells.every(cell => !/\d/.test(cell));
}

function hasSeveralCells(row: readonly string[]): boolean {
  let count = 0;
  for (const cell of row) {
    if (cell !== '' && cell.trim() !== '') count += 1;
    if (count > 1) return true;
  }
  return false;
}

/** Returns whether a row is blank, or has a single cell that is not a date. */
function isRemark(row: readonly string[]): boolean {
  const cells = row.map(cell => cell.trim()).filter(cell => cell !== '');
  return cells.length === 0 || (cells.length === 1 && datesOf(cells[0] ?? '', {}).length === 0);
}

function isSame(row: readonly string[], header: readonly string[]): boolean {
  return !isBlankRow(row) && header.length > 1 && header.every((cell, i) => cell.trim() === cellAt(row, i));
}

function reasonOf(row: readonly string[], header: readonly string[]): Reason | null {
  const first = row.find(cell => cell !== '' && cell.trim() !== '')?.trim() ?? '';
  // Most rows begin with a digit, and no comment or total does. So this test saves time.
  if (first >= '0' && first < ':') return isSame(row, header) ? 'repeatedHeader' : null;
  if (COMMENT.test(first)) return 'remark';
  const mayBe = RULE.test(first) ? 'remark' : TOTAL.test(first) ? 'total' : null;
  if (mayBe === null) return isSame(row, header) ? 'repeatedHeader' : null;
  const cells = row.map(cell => cell.trim()).filter(cell => cell !== '');
  if (mayBe === 'remark') return cells.length > 1 && cells.every(cell => RULE.test(cell)) ? 'remark' : null;
  const rest = cells.slice(1);
  return rest.every(cell => !/\p{L}/u.test(cell)) && rest.some(cell => /\d/.test(cell)) ? 'total' : null;
}
