import { parseEdtf } from '../../lib/edtf';
import type { Reading, Repair, RepairChoice, RepairKind } from '../../model/reading';
import { type DateCells, dateOfRow, datesOf, hasShortYear } from './dates';

/** The date cells of a row. */
export interface RepairableRow extends DateCells {
  row: number;
  /** Returns whether the row would be an undated activity if it had no date. */
  saysEnough: () => boolean;
}

/** Returns the rows whose dates can't be read, grouped by the reason. The largest groups come first. */
export function repairsOf(rows: Iterable<RepairableRow>, reading: Reading): Repair[] {
  const groups = new Map<RepairKind, RepairableRow[]>();
  for (const row of rows) {
    const kind = kindOf(row, reading);
    if (kind === null) continue;
    const group = groups.get(kind);
    if (group) group.push(row);
    else groups.set(kind, [row]);
  }
  return Array.from(groups, ([kind, group]): Repair => {
    const cells = group.map(row => faultyCell(row, reading));
    return {
      kind,
      rows: group.map(({ row }) => row),
      example: cells[0] ?? '',
      choices: [...choicesOf(kind, cells, reading), { leaveOut: true }],
    };
  }).sort((a, b) => b.rows.length - a.rows.length);
}

/** Returns why a row can't be read. Returns null if it can. */
function kindOf(row: RepairableRow, reading: Reading): RepairKind | null {
  const date = dateOfRow(row, reading);
  if (date === '') return row.saysEnough() ? null : 'noDate';
  if (parseEdtf(date).kind !== 'problem') return null;
  const cell = faultyCell(row, reading);
  if (reading.shortYears === undefined && hasShortYear(cell)) return 'shortYear';
  const count = datesOf(cell, reading).length;
  if (count === 1) return 'reversed';
  if (count > 1) return isOneDate(cell, 'dmy', reading) && isOneDate(cell, 'mdy', reading) ? 'order' : 'several';
  return isDayThatIsNot(cell) ? 'noSuchDay' : 'notDate';
}

/**
 * Returns the text that explains why a row can't be read: its `date` cell, otherwise the start or the end that isn't
 * exactly one date. If start and end are each one date, returns both, joined.
 */
function faultyCell({ date, start, end }: DateCells, reading: Reading): string {
  if (date !== '') return date;
  const cells = [start, end].filter(cell => cell !== '');
  return cells.find(cell => datesOf(cell, reading).length !== 1) ?? cells.join(' – ');
}

function isOneDate(cell: string, dateOrder: 'dmy' | 'mdy', reading: Reading): boolean {
  return datesOf(cell, { ...reading, dateOrder }).length === 1;
}

/** Returns whether a cell is written like a day of the calendar, although no such day exists: `31/02/2018`. */
function isDayThatIsNot(cell: string): boolean {
  const date = parseEdtf(cell);
  return (date.kind === 'problem' && date.reason === 'noSuchDay') || /^\d{1,2}([-/.])\d{1,2}\1\d{4}$/.test(cell);
}

function choicesOf(kind: RepairKind, cells: readonly string[], reading: Reading): RepairChoice[] {
  const [example = ''] = cells;
  const withExample = <T extends object>(choice: T): T & { example?: string } => {
    const [only, second] = datesOf(example, { ...reading, ...choice });
    if (only === undefined) return choice;
    // If day and month may still be swapped, the example shows only the year.
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

/**
 * The maximum number of different texts that may all mean "no date". If there are more, the column probably contains
 * something else than dates.
 */
const MOST_UNDATED = 12;

function undatedChoice(cells: readonly string[]): RepairChoice[] {
  const texts = [...new Set(cells.map(cell => cell.trim()))];
  return texts.length <= MOST_UNDATED ? [{ undated: texts }] : [];
}
