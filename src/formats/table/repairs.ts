import { LONGEST_DATE, parseEdtf } from '../../lib/edtf';
import { shortened } from '../../lib/shortened';
import { MOST_LEFT_OUT, type Reading, type Repair, type RepairChoice, type RepairKind } from '../../model/reading';
import { MAX_LISTED } from '../document/report';
import { type DateCells, dateOfRow, datesOf, hasShortYear } from './dates';

const LONGEST_CELL = 80;

export interface RepairableRow extends DateCells {
  row: number;
  /** Returns whether the row could be an activity without a date. */
  saysEnough: () => boolean;
}

interface Group {
  rows: number[];
  /** The cell of each row that explains why the row can't be read. */
  cells: string[];
}

/**
 * Returns the rows whose dates can't be read, grouped by the reason. The largest groups come first. Lists at most
 * `MAX_LISTED` rows of each group.
 */
export function repairsOf(rows: Iterable<RepairableRow>, reading: Reading): Repair[] {
  const groups = new Map<RepairKind, Group>();
  const known = new Map<string, Fault | null>();
  for (const row of rows) {
    const { date, start, end } = row;
    // Many rows have equal cells. Their fault is searched for only once.
    const key = date === '' ? `${start}\n${end}` : `\n\n${date}`;
    let fault = known.get(key);
    if (fault === undefined) {
      fault = faultOf(row, reading);
      known.set(key, fault);
    }
    if (fault === null || (fault.kind === 'noDate' && row.saysEnough())) continue;
    const group = groups.get(fault.kind) ?? { rows: [], cells: [] };
    group.rows.push(row.row);
    group.cells.push(fault.cell);
    groups.set(fault.kind, group);
  }
  return Array.from(groups, ([kind, { rows, cells }]): Repair => {
    const listed = rows.slice(0, MAX_LISTED);
    return {
      kind,
      count: rows.length,
      rows: listed.map((row, i) => ({ row, text: shortened(cells[i] ?? '', LONGEST_CELL) })),
      choices: [...choicesOf(kind, cells, reading), ...(rows.length <= MOST_LEFT_OUT ? [{ leaveOut: rows }] : [])],
    };
  }).sort((a, b) => b.count - a.count);
}

/** Why a row can't be read, and the cell that shows it. */
interface Fault {
  kind: RepairKind;
  cell: string;
}

function faultOf(cells: DateCells, reading: Reading): Fault | null {
  const date = dateOfRow(cells, reading);
  if (date === '') return { kind: 'noDate', cell: '' };
  if (parseEdtf(date).kind !== 'problem') return null;
  const cell = faultyCell(cells, reading);
  return { kind: kindOf(cell, reading), cell };
}

function kindOf(cell: string, reading: Reading): RepairKind {
  if (reading.shortYears === undefined && hasShortYear(cell)) return 'shortYear';
  const count = datesOf(cell, reading).length;
  if (count === 1) return 'reversed';
  if (count > 1) return isOneDate(cell, 'dmy', reading) && isOneDate(cell, 'mdy', reading) ? 'order' : 'several';
  return isDayThatIsNot(cell) ? 'noSuchDay' : 'notDate';
}

/** Returns the text that explains why a row can't be read: the faulty cell, or start and end joined. */
function faultyCell({ date, start, end }: DateCells, reading: Reading): string {
  if (date !== '') return date;
  const cells = [start, end].filter(cell => cell !== '');
  return cells.find(cell => datesOf(cell, reading).length !== 1) ?? cells.join(' – ');
}

function isOneDate(cell: string, dateOrder: 'dmy' | 'mdy', reading: Reading): boolean {
  return datesOf(cell, { ...reading, dateOrder }).length === 1;
}

/** Returns whether a cell is written like a day that does not exist, such as `31/02/2018`. */
function isDayThatIsNot(cell: string): boolean {
  const date = parseEdtf(cell);
  return (date.kind === 'problem' && date.reason === 'noSuchDay') || /^\d{1,2}([-/.])\d{1,2}\1\d{4}$/.test(cell);
}

function choicesOf(kind: RepairKind, cells: readonly string[], reading: Reading): RepairChoice[] {
  const [example = ''] = cells;
  const withExample = <T extends object>(choice: T): T & { example?: string } => {
    const [only, second] = datesOf(example, { ...reading, ...choice });
    if (only === undefined) return choice;
    // If the order of day and month is still open, the example shows only the year.
    if (second !== undefined) return 'shortYears' in choice ? { ...choice, example: only.slice(0, 4) } : choice;
    return { ...choice, example: only };
  };
  if (kind === 'notDate') return undatedChoice(cells);
  if (kind === 'order') return (['dmy', 'mdy'] as const).map(dateOrder => withExample({ dateOrder }));
  if (kind !== 'shortYear') return [];
  const years = cells.map(cell => Number(/(\d\d)\D*$/.exec(cell)?.[1]));
  const isMixed = years.some(year => year < 50) && years.some(year => year >= 50);
  return [...(isMixed ? [1950] : []), 1900, 2000].map(shortYears => withExample({ shortYears }));
}

/** With more different texts, the column probably contains something else than words for "no date". */
const MOST_UNDATED = 12;

function undatedChoice(cells: readonly string[]): RepairChoice[] {
  const texts = [...new Set(cells.map(cell => cell.trim()))];
  return texts.length <= MOST_UNDATED && texts.every(text => text.length <= LONGEST_DATE) ? [{ undated: texts }] : [];
}
