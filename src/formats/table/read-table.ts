import type { Activity } from '../../model/dataset';
import { countedByLoss, OpenFailure, type Problem } from '../../model/problem';
import { type Grid, hasDates, hasSameHeader, type Reading, type ReadingColumn } from '../../model/reading';
import type { Raw } from '../document/fields';
import { compareActivities, createActivityReader } from '../document/read-activities';
import { readHead } from '../document/read-head';
import { MAX_LISTED, Report } from '../document/report';
import { toRecords } from '../document/to-records';
import type { OpenedRecords, ReadOptions } from '../form';
import { withJoinedDates } from './date-columns';
import { orderEvidence } from './dates';
import { proposeReading } from './propose-reading';
import { withSerialDays } from './serial-days';
import { cellAt, columnNames, rowText, type Table } from './table';
import { tableFacts } from './table-facts';
import { type TableDocument, tableToDocument } from './to-document';

export interface OpenedTable extends OpenedRecords {
  reading: Reading;
}

/**
 * Opens a table as a dataset, with the given reading or a proposed one. Rows that can't be read are reported. Throws
 * `OpenFailure` if the reading has no column of dates.
 */
export function readTable(given: Table, { reading: wanted, grid, remembered = [], ...as }: ReadOptions): OpenedTable {
  const joined = withJoinedDates(given);
  const chosen = wanted
    ? fittedTo(joined, wanted)
    : withRemembered(joined, proposeReading(joined, grid), grid ? [] : remembered);
  const reading = { ...chosen, ...joined.origin };
  if (!hasDates(reading) && !(as.canLackDates && reading.columns.length > 1)) {
    throw new OpenFailure(
      'noDates',
      reading.columns
        .map(column => column.name)
        .slice(0, 12)
        .join(', '),
    );
  }
  const table = withSerialDays(joined, reading);
  const { root, activities: rows, notes } = tableToDocument(table, reading, table.title ?? titleOf(as.name, table));
  return {
    ...readDocument(root, withPaths(rows), as.maxProblems, [
      ...(table.problems ?? []),
      ...notesOf(table, reading),
      ...notes,
    ]),
    reading,
    facts: () => tableFacts(table, reading),
    reread: next =>
      isOfSameRows(table, next.reading ?? next.grid ?? {}) ? readTable(given, { ...next, ...as }) : null,
  };
}

function* withPaths(rows: TableDocument['activities']): Generator<{ raw: Raw; path: string }> {
  for (const { raw, row } of rows) yield { raw, path: `row ${row}` };
}

/** Returns whether the file gives the same rows with this sheet, separator and encoding. */
function isOfSameRows({ origin }: Table, { sheet, delimiter, encoding }: Grid): boolean {
  const isKept = (given: string | undefined, actual: string | undefined) => given === undefined || given === actual;
  return isKept(sheet, origin.sheet) && isKept(delimiter, origin.delimiter) && isKept(encoding, origin.encoding);
}

/** Takes the columns from an earlier reading with the same header, even if the header is in another row. */
function withRemembered(table: Table, proposal: Reading, remembered: readonly Reading[]): Reading {
  for (const known of remembered) {
    const isProposed = hasSameHeader(known, proposal);
    const here = isProposed ? proposal : proposeReading(table, { header: known.header });
    if (!hasSameHeader(known, here)) continue;
    const dateOrder = here.dateOrder ?? known.dateOrder;
    return { ...here, columns: known.columns, ...(dateOrder && { dateOrder }) };
  }
  return proposal;
}

/** Adapts a reading to the table's columns by name. Returns it unchanged if more than half are missing. */
function fittedTo(table: Table, given: Reading): Reading {
  const names = columnNames(table, given.header, given.columns.length);
  const known = given.columns.filter(({ name }) => names.includes(name)).length;
  if (known * 2 < given.columns.length) return given;
  const left = [...given.columns];
  const columns = names.map((name): ReadingColumn => {
    const index = left.findIndex(column => column.name === name);
    return left.splice(index, index < 0 ? 0 : 1)[0] ?? { name, as: 'note' };
  });
  return { ...given, columns };
}

/**
 * Checks the parts of a document like a dataset file, and returns the dataset. `notes` are listed before the problems
 * of the rows. At most `maxProblems` of both are listed.
 */
export function readDocument(
  root: Raw,
  rows: Iterable<{ raw: Raw; path: string }>,
  maxProblems: number | undefined,
  notes: readonly Problem[],
): OpenedRecords {
  const report = new Report(maxProblems);
  const head = readHead(root, report);
  const reader = createActivityReader(head, report);
  const activities: Activity[] = [];
  for (const { raw, path } of rows) {
    const activity = reader.read(raw, path);
    if (activity) activities.push(activity);
  }
  activities.sort(compareActivities);
  reader.finish();
  return { root, records: toRecords({ ...head, activities }), ...listed(notes, report, maxProblems) };
}

/** Lists at most `max` notes and problems, notes first. Notes get the room that problems leave, but at least half. */
function listed(notes: readonly Problem[], report: Report, max = MAX_LISTED) {
  const room = Math.max(max - report.problems.length, Math.floor(max / 2));
  const first = notes.slice(0, room);
  const listedCount = max - first.length;
  const unlisted = countedByLoss(
    [...notes.slice(first.length), ...report.problems.slice(listedCount)],
    report.unlisted,
  );
  return { problems: [...first, ...report.problems.slice(0, listedCount)], unlisted };
}

function titleOf(name: string | undefined, { origin }: Table): string {
  const file = name
    ?.split(/[?#]/)[0]
    ?.split('/')
    .at(-1)
    ?.replace(/\.\w{2,6}$/, '');
  return decoded(file ?? '') || origin.sheet || 'Table';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replace(/[_-]+/g, ' ').trim();
  } catch {
    return text;
  }
}

/** Returns notes on the rows that were left out, and on the cell that decided the order of day and month. */
function notesOf(table: Table, reading: Reading): Problem[] {
  const left = new Set(reading.skip);
  const texts = new Map<number, readonly string[]>();
  table.numbers.forEach((number, i) => {
    if (left.has(number)) texts.set(number, table.rows[i] ?? []);
  });
  const skipped = reading.skip.map((number): Problem => {
    const found = rowText(texts.get(number) ?? []);
    return { path: `row ${number}`, code: 'rowSkipped', loss: 'note', found: JSON.stringify(found.slice(0, 80)) };
  });
  skipped.push(...besideNotes(table, reading), ...unsplitNotes(table, reading), ...yearNotes(table, reading));
  const { dateOrder } = reading;
  const evidence = dateOrder && orderEvidence(dateCells(table, reading)).find(({ order }) => order === dateOrder);
  if (!evidence) return skipped;
  const code = evidence.order === 'dmy' ? 'dayFirst' : 'monthFirst';
  return [{ path: `row ${evidence.row}`, code, loss: 'note', found: JSON.stringify(evidence.cell) }, ...skipped];
}

function* dateCells({ rows, numbers }: Table, reading: Reading): Generator<readonly [number, string]> {
  const columns = reading.columns.flatMap(({ as }, i) => (as === 'date' || as === 'start' || as === 'end' ? [i] : []));
  for (let i = 0; i < rows.length; i += 1)
    for (const column of columns) yield [numbers[i] ?? 0, cellAt(rows[i] ?? [], column)];
}

/** Returns a note on ignored columns that repeat a name on their left. They probably belong to another table. */
function besideNotes(table: Table, { columns, header }: Reading): Problem[] {
  const row = table.rows[table.numbers.indexOf(header)] ?? [];
  const beside = columns.filter(({ name, as }, i) => {
    const first = columns.findIndex(other => other.name === name);
    return as === 'ignore' && cellAt(row, i) !== '' && first < i && columns[first]?.as !== 'ignore';
  });
  const found = beside.map(({ name }) => name).join(', ');
  return found === '' ? [] : [{ path: `row ${header}`, code: 'otherColumns', loss: 'note', found }];
}

/** Returns notes on facets that are not split at semicolons. Each note names the first cell with a semicolon. */
function unsplitNotes(table: Table, { columns, header }: Reading): Problem[] {
  return columns.flatMap(({ as, split }, column) => {
    if (as !== 'facet' || split === ';') return [];
    const index = table.rows.findIndex(
      (row, i) => (table.numbers[i] ?? 0) > header && cellAt(row, column).includes(';'),
    );
    if (index < 0) return [];
    const found = JSON.stringify(cellAt(table.rows[index] ?? [], column).slice(0, 80));
    return [{ path: `row ${table.numbers[index]}`, code: 'unsplit', loss: 'note', found }];
  });
}

/** Matches the first instant of a year, because some programs export a year in this form. */
const BEGINNING_OF_YEAR = /^-?\d{4,}-01-01T00:00/;

function yearNotes(table: Table, { columns }: Reading): Problem[] {
  const dates = columns.flatMap(({ as }, i) => (as === 'date' || as === 'start' ? [i] : []));
  const notes: Problem[] = [];
  table.rows.forEach((row, i) => {
    for (const column of dates) {
      const found = row[column] ?? '';
      if (found.length < 16 || !BEGINNING_OF_YEAR.test(found.trim())) continue;
      notes.push({
        path: `row ${table.numbers[i]}`,
        code: 'perhapsYear',
        loss: 'note',
        found: JSON.stringify(found.trim()),
      });
      break;
    }
  });
  return notes;
}
