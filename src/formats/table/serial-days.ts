import { isoDay } from '../../lib/day';
import type { Problem } from '../../model/problem';
import type { Reading } from '../../model/reading';
import { datesOf } from './dates';
import { cellAt, type Table } from './table';

/** Matches the day number of a spreadsheet, such as `43271`. In `43271.5`, the fraction is the time of day. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/** The day numbers of 1970-01-01 in spreadsheets that count days from 1900 and from 1904. */
const NUMBER_OF_1970 = { 1900: 25_569, 1904: 24_107 } as const;

/**
 * Replaces the day numbers of spreadsheets by dates, and adds notes. Only columns whose other cells are dates are
 * changed, because numbers in other columns may mean something else.
 */
export function withSerialDays(table: Table, reading: Reading): Table {
  const columns = reading.columns.flatMap(({ as }, i) => (as === 'date' || as === 'start' || as === 'end' ? [i] : []));
  const serial = columns.filter(column => isOtherwiseDates(table, column, reading));
  if (serial.length === 0) return table;
  const problems: Problem[] = [...(table.problems ?? [])];
  const rows = table.rows.map((row, i) => {
    const number = table.numbers[i] ?? 0;
    if (number <= reading.header || !serial.some(column => SERIAL.test(cellAt(row, column)))) return row;
    const cells = [...row];
    for (const column of serial) {
      const cell = cellAt(row, column);
      if (!SERIAL.test(cell)) continue;
      cells[column] = dayOfSerial(Number(cell), table.epoch ?? 1900);
      problems.push({ path: `row ${number}`, code: 'serialDay', loss: 'note', found: `${cell} → ${cells[column]}` });
    }
    return cells;
  });
  return { ...table, rows, problems };
}

function isOtherwiseDates({ rows, numbers }: Table, column: number, reading: Reading): boolean {
  let serials = 0;
  let others = 0;
  let dates = 0;
  rows.forEach((row, i) => {
    const cell = cellAt(row, column);
    if ((numbers[i] ?? 0) <= reading.header || cell === '') return;
    if (SERIAL.test(cell)) serials += 1;
    else others += 1;
  });
  if (serials === 0 || others === 0) return false;
  rows.forEach((row, i) => {
    const cell = cellAt(row, column);
    const isOther = (numbers[i] ?? 0) > reading.header && cell !== '' && !SERIAL.test(cell);
    if (isOther && datesOf(cell, reading).length > 0) dates += 1;
  });
  return dates > others / 2;
}

function dayOfSerial(serial: number, epoch: 1900 | 1904): string {
  const whole = Math.floor(serial);
  const day = isoDay(whole - NUMBER_OF_1970[epoch]);
  // Without this limit, the last half minute of a day would become the next day.
  const minutes = Math.min(Math.round((serial - whole) * 24 * 60), 24 * 60 - 1);
  if (minutes === 0) return day;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
