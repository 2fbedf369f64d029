/** Separates the values of a cell that was a list in its file. */
export const CELL_SEPARATOR = '\u001f';

/** A table as a grid of texts, before it is decided what its columns mean. */
export interface Table {
  /** Rows in the order of the file. Rows may have fewer cells than others. */
  rows: readonly (readonly string[])[];
  /** The number of each row in the file, from 1. */
  numbers: readonly number[];
  /** Where the rows come from. */
  origin: { delimiter?: string; sheet?: string };
  /** What some columns are read as, by name, where the form of the file says so. */
  roles?: Readonly<Record<string, Role>>;
}

export const ROLES = [
  'id',
  'date',
  'start',
  'end',
  'title',
  'short',
  'summary',
  'place',
  'country',
  'coordinates',
  'link',
  'source',
  'facet',
  'note',
  'ignore',
] as const;

/** What a column of a table is read as. */
export type Role = (typeof ROLES)[number];

export interface ReadingColumn {
  /** The text of the header, or the letter of the column where the header has none. */
  name: string;
  as: Role;
  /** The separator of several values in a cell. */
  split?: string;
  /** The id of the facet, for `facet`. */
  facet?: string;
}

/** How a table is read, as data: `chronofacet-reading/1`. */
export interface Reading {
  format: 'chronofacet-reading/1';
  sheet?: string;
  /** The number of the row with the names of the columns. 0 if there is none. */
  header: number;
  delimiter?: string;
  encoding?: string;
  language?: string;
  /** Whether the day or the month comes first in dates such as `3/4/2018`. Absent if no cell decides it. */
  dateOrder?: 'dmy' | 'mdy';
  columns: readonly ReadingColumn[];
  /** The numbers of rows that are left out: titles, totals, repeated headers. */
  skip: readonly number[];
}

/** Returns a cell without surrounding white space; '' if the row is shorter. */
export function cellAt(row: readonly string[], column: number): string {
  return row[column]?.trim() ?? '';
}

export function isBlankRow(row: readonly string[]): boolean {
  return row.every(cell => cell.trim() === '');
}

/** Returns the letters that spreadsheets give to a column with an index from 0: `A`, `Z`, `AA`. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
