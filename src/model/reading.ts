import type { FieldType } from './dataset';

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

/** The meaning of a column. For example, cells of a column with the role `title` are titles. */
export type Role = (typeof ROLES)[number];

export interface ReadingColumn {
  /** The text in the header, or the letter of the column if the header has none. */
  name: string;
  as: Role;
  split?: string;
  facet?: string;
  /** The field of the dataset to which the cells belong. Only set for `note` columns of our exports. */
  field?: { id: string; type: FieldType };
  /** Whether values of a facet that differ only by case, spaces or accents count as one value. */
  join?: boolean;
}

/** How a table is read, as data: `chronofacet-reading/1`. */
export interface Reading {
  format: 'chronofacet-reading/1';
  sheet?: string;
  /** The number of the row with the names of the columns; 0 if there is none. */
  header: number;
  delimiter?: string;
  encoding?: string;
  language?: string;
  /** Whether the day or the month comes first in dates such as `3/4/2018`. Absent if no cell shows the order. */
  dateOrder?: 'dmy' | 'mdy';
  /** The first of the hundred years that two digits can mean. With 1950, `49` means 2049. Absent if undecided. */
  shortYears?: number;
  /** Texts in the columns of dates that mean "no date", such as `N/A`. */
  undated?: readonly string[];
  columns: readonly ReadingColumn[];
  /** The numbers of rows that are left out, such as titles, totals and repeated headers. */
  skip: readonly number[];
}

/** The parts of a reading that decide which rows a table has. The rest of the reading is proposed from these rows. */
export type Grid = Partial<Pick<Reading, 'sheet' | 'delimiter' | 'encoding' | 'header'>>;

export interface ColumnFacts {
  /** The first cell that is not empty; '' if all are empty. */
  example: string;
  filled: number;
  /** The number of different values. Cells of a facet are split as the reading says. */
  distinct: number;
  /** The likely separator between several values in a cell. Absent if cells seem to have one value each. */
  split?: string;
  /** The number of cells that are exactly one date or country. Absent for other columns. */
  understood?: number;
  /** Values that differ only by case, spaces or accents: the number of groups and the most frequent groups. */
  similar?: { count: number; first: readonly Spellings[] };
}

/** The most frequent spellings of one value with the number of cells of each, the most frequent first. */
export type Spellings = readonly { label: string; count: number }[];

/** The first date whose day and month can be exchanged, such as 3/4/2018. `evidence` decides the order. */
export interface OrderFacts {
  cell: string;
  dmy: string;
  mdy: string;
  /** Another cell that is a date in only one order; null if there is none. */
  evidence: { cell: string; row: number } | null;
}

/**
 * Why rows can't be read. `order`: day and month can be exchanged. `shortYear`: the year has two digits. `several`: the
 * date has several meanings for another reason. `noDate`: the row has no date, and too few other cells to be kept
 * without one. `notDate`: the date cell contains something else. `noSuchDay`: the date does not exist. `reversed`: the
 * end is before the beginning, or both together are not a date.
 */
export type RepairKind = 'order' | 'shortYear' | 'several' | 'noDate' | 'notDate' | 'noSuchDay' | 'reversed';

/** A change that makes rows readable. `example` is the first row's date as EDTF then, absent if still ambiguous. */
export type RepairChoice =
  | { dateOrder: 'dmy' | 'mdy'; example?: string }
  | { shortYears: number; example?: string }
  | { undated: readonly string[] }
  /** The numbers of the rows to leave out. Not offered if there are more than `MOST_LEFT_OUT`. */
  | { leaveOut: readonly number[] };

/** One repair leaves out at most this many rows. Further rows are left out anyway, because they can't be read. */
export const MOST_LEFT_OUT = 2_000;

/** Rows that can't be read for the same reason. `choices` make them readable or leave them out. */
export interface Repair {
  kind: RepairKind;
  count: number;
  /** The first of these rows with their dates as written in the table; '' for a row without a date. */
  rows: readonly TableRow[];
  choices: readonly RepairChoice[];
}

export interface ReadTable {
  reading: Reading;
  /** The number of rows below the header that are neither blank nor left out. */
  rows: number;
  columns: readonly ColumnFacts[];
  /** Null if every date of the table can be read in only one order. */
  order: OrderFacts | null;
  repairs: readonly Repair[];
  /** The names of the workbook's sheets that have rows. Absent for other tables. */
  sheets?: readonly string[];
  /** The first rows of the table, from which people can choose the header. */
  top: readonly TableRow[];
  leftOut: LeftOut;
}

/** The rows that are left out, or that the program proposes to leave out. */
export interface LeftOut {
  count: number;
  rows: readonly LeftOutRow[];
}

export interface TableRow {
  row: number;
  /** The cells that are not empty, or only the relevant cell, cut to a readable length. */
  text: string;
}

export interface LeftOutRow extends TableRow {
  /** `recordTitle`: names the dataset. `remark`: a comment, line of dashes or footnote. `chosen`: by a person. */
  reason: 'aboveHeader' | 'total' | 'repeatedHeader' | 'recordTitle' | 'remark' | 'otherTable' | 'chosen';
  /** Whether the reading keeps the row although the proposal leaves it out. */
  isKept: boolean;
}

const SHARED: readonly Role[] = ['coordinates', 'link', 'facet', 'note', 'ignore'];

const DATES: readonly Role[] = ['date', 'start', 'end'];

/** Returns whether a column is read as dates. */
export function hasDates({ columns }: Pick<Reading, 'columns'>): boolean {
  return columns.some(({ as }) => DATES.includes(as));
}

/**
 * Returns the reading with another role for a column. If only one column can have this role, the column that had it
 * becomes a note. A table has either a column of dates, or columns of first and last days.
 */
export function withRole(reading: Reading, index: number, as: Role, split?: string): Reading {
  const isTaken = (other: ReadingColumn) =>
    (other.as === as && !SHARED.includes(as)) ||
    (as === 'date' && DATES.includes(other.as)) ||
    (as === 'start' && other.as === 'date');
  const columns = reading.columns.map((column, i): ReadingColumn => {
    const { name, facet, join } = column;
    if (i === index) {
      return {
        name,
        as,
        ...(as === 'facet' && { ...(facet && { facet }), ...(split && { split }), ...(join && { join }) }),
      };
    }
    if (isTaken(column)) return { name, as: 'note' };
    return as === 'end' && column.as === 'date' ? { name, as: 'start' } : column;
  });
  return { ...reading, columns };
}

/**
 * Returns the reading in which values of a facet that differ only by case, spaces or accents count as one value, or
 * not.
 */
export function withJoined(reading: Reading, index: number, isJoined: boolean): Reading {
  const columns = reading.columns.map((column, i): ReadingColumn => {
    if (i !== index) return column;
    const { join: _, ...rest } = column;
    return isJoined ? { ...rest, join: true } : rest;
  });
  return { ...reading, columns };
}

export function repaired(reading: Reading, choice: RepairChoice): Reading {
  if ('dateOrder' in choice) return { ...reading, dateOrder: choice.dateOrder };
  if ('shortYears' in choice) return { ...reading, shortYears: choice.shortYears };
  if ('undated' in choice)
    return { ...reading, undated: [...new Set([...(reading.undated ?? []), ...choice.undated])] };
  return { ...reading, skip: [...new Set([...reading.skip, ...choice.leaveOut])] };
}

/** Returns the reading with a row left out, or included again if it was left out. */
export function withRowTurned(reading: Reading, row: number): Reading {
  const others = reading.skip.filter(other => other !== row);
  const isKept = others.length === reading.skip.length;
  return { ...reading, skip: isKept ? [...others, row].sort((a, b) => a - b) : others };
}

/** Returns whether a file with this start is a saved reading. */
export function isSavedReading(start: string): boolean {
  return /^\s*\{[\s\S]*"format"\s*:\s*"chronofacet-reading\/1"/.test(start);
}

/** Returns whether two readings are for tables with the same header. */
export function hasSameHeader(a: Pick<Reading, 'columns'>, b: Pick<Reading, 'columns'>): boolean {
  return a.columns.length === b.columns.length && a.columns.every(({ name }, i) => name === b.columns[i]?.name);
}
