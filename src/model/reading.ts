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

/** What was found in a column of a table. */
export interface ColumnFacts {
  /** The first cell that is not empty; '' if all are. */
  example: string;
  /** The number of cells that are not empty. */
  filled: number;
  /** The number of different values, where the cells of a facet are split as the reading says. */
  distinct: number;
  /** The separator by which the cells seem to hold several values. */
  split?: string;
  /** The number of cells that hold exactly one date or country, in columns that are read as such. */
  understood?: number;
}

/** A date whose day and month can be exchanged, and the cell that decides their order, if any does. */
export interface OrderFacts {
  cell: string;
  /** The cell as EDTF, read in both orders. */
  dmy: string;
  mdy: string;
  /** A cell of the same columns that admits only one order, and the number of its row. */
  evidence: { cell: string; row: number } | null;
}

/** How a table was read, to be checked by a person. */
export interface ReadTable {
  reading: Reading;
  /** The number of rows below the header, without those that are blank or left out. */
  rows: number;
  /** One for each column of the reading. */
  columns: readonly ColumnFacts[];
  /** Null if no date of the table can be read in two orders. */
  order: OrderFacts | null;
}

/** Roles that several columns can have at the same time. */
const SHARED: readonly Role[] = ['coordinates', 'link', 'facet', 'note', 'ignore'];

const DATES: readonly Role[] = ['date', 'start', 'end'];

/**
 * Returns the reading in which a column has another role. A role that only one column can have is taken from the column
 * that had it, which becomes a note. A table has either one column of dates, or columns of first and last days.
 */
export function withRole(reading: Reading, index: number, as: Role, split?: string): Reading {
  const isTaken = (other: ReadingColumn) =>
    (other.as === as && !SHARED.includes(as)) ||
    (as === 'date' && DATES.includes(other.as)) ||
    (as === 'start' && other.as === 'date');
  const columns = reading.columns.map((column, i): ReadingColumn => {
    const { name, facet } = column;
    if (i === index) return { name, as, ...(as === 'facet' && { ...(facet && { facet }), ...(split && { split }) }) };
    if (isTaken(column)) return { name, as: 'note' };
    return as === 'end' && column.as === 'date' ? { name, as: 'start' } : column;
  });
  return { ...reading, columns };
}

/** Returns whether two readings are for tables with the same header. */
export function hasSameHeader(a: Pick<Reading, 'columns'>, b: Pick<Reading, 'columns'>): boolean {
  return a.columns.length === b.columns.length && a.columns.every(({ name }, i) => name === b.columns[i]?.name);
}
