import type { Problem } from '../../model/problem';
import type { Role } from '../../model/reading';

/** Separates the values in a cell if the file has a list there, as JSON can. */
export const CELL_SEPARATOR = '\u001f';

/** A table as a grid of texts. A `Reading` says what its columns mean. */
export interface Table {
  /** Rows in the order of the file. Rows may have different lengths. */
  rows: readonly (readonly string[])[];
  numbers: readonly number[];
  origin: { delimiter?: string; encoding?: string; sheet?: string };
  /** The names of all sheets with rows. Only set for workbooks. */
  sheets?: readonly string[];
  description?: string;
  /** Maps the name of a column to its role. Only set if the form of the file determines the roles. */
  roles?: Readonly<Record<string, Role>>;
  /** The year from which a workbook counts its days; undefined for 1900. */
  epoch?: 1904;
  title?: string;
  /** The numbers of rows that can't be activities because of the form of the file. */
  leaveOut?: readonly number[];
  problems?: readonly Problem[];
}

/** Returns a cell without white space at its ends. Returns '' if the row is shorter. */
export function cellAt(row: readonly string[], column: number): string {
  return row[column]?.trim() ?? '';
}

/** Returns the names of at least `count` columns. A column without a name in the header gets letters such as `A`. */
export function columnNames({ rows, numbers }: Table, header: number, count: number): string[] {
  const row = rows[numbers.indexOf(header)] ?? [];
  return Array.from({ length: Math.max(row.length, count) }, (_, i) => cellAt(row, i) || columnLetters(i));
}

/** Returns all cells of a row that are not empty as one text. */
export function rowText(row: readonly string[]): string {
  return row
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
    .join(' | ');
}

export function isBlankRow(row: readonly string[]): boolean {
  return row.every(cell => cell === '' || cell.trim() === '');
}

/** Returns the letters that spreadsheets give to a column, such as `A`, `Z` or `AA`. The index starts from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
