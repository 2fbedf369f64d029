import type { Problem } from '../../model/problem';
import type { Role } from '../../model/reading';

/** Separates the values in a cell if the file has a list in this place, for example a list in JSON. */
export const CELL_SEPARATOR = '\u001f';

/** A table as a grid of texts. A `Reading` says what its columns mean. */
export interface Table {
  /** Rows in the order of the file. Rows may have fewer cells than others. */
  rows: readonly (readonly string[])[];
  /** The number of each row in the file, from 1. */
  numbers: readonly number[];
  origin: { delimiter?: string; encoding?: string; sheet?: string };
  /** The names of all sheets with rows, if the rows come from a workbook. */
  sheets?: readonly string[];
  description?: string;
  /** The name of a column → its role, if the form of the file determines the role. */
  roles?: Readonly<Record<string, Role>>;
  /** The year from which a workbook counts its days, if it is not 1900. */
  epoch?: 1904;
  /** The name of the dataset, if the file states it. */
  title?: string;
  /** The numbers of rows that can't be activities, because the form of the file says so. */
  leaveOut?: readonly number[];
  /** Problems that were found before the rows were read. */
  problems?: readonly Problem[];
}

/** Returns a cell without surrounding white space; '' if the row is shorter. */
export function cellAt(row: readonly string[], column: number): string {
  return row[column]?.trim() ?? '';
}

/** Returns the names of at least `count` columns: the cells of the header, or letters for columns without a name. */
export function columnNames({ rows, numbers }: Table, header: number, count: number): string[] {
  const row = rows[numbers.indexOf(header)] ?? [];
  return Array.from({ length: Math.max(row.length, count) }, (_, i) => cellAt(row, i) || columnLetters(i));
}

/** Returns the cells of a row that are not empty as one text. */
export function rowText(row: readonly string[]): string {
  return row
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
    .join(' | ');
}

export function isBlankRow(row: readonly string[]): boolean {
  return row.every(cell => cell === '' || cell.trim() === '');
}

/** Returns the letters that spreadsheets give to a column with an index from 0: `A`, `Z`, `AA`. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
