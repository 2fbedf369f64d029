import { dateReadings } from '../../lib/date-readings';
import { parseEdtf } from '../../lib/edtf';
import type { Reading } from '../../model/reading';

/** Matches a date of three numbers whose first two may be day and month in either order. */
const NUMERIC = /^(\d{1,2})([/-])(\d{1,2})\2(\d{2,4})$/;

/** Returns whether day and month of a date can be exchanged: `3/4/2018`, but neither `3/3/2018` nor `25/3/2018`. */
export function isOfTwoOrders(cell: string): boolean {
  const [, first, , second, year = ''] = NUMERIC.exec(cell) ?? [];
  return year.length === 4 && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/** Matches an instant at midnight, which stands for a day. */
const MIDNIGHT = /^(-?\d{4,}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$/;

/** The evidence for an order of day and month: a cell that admits only one. */
export interface OrderEvidence {
  order: 'dmy' | 'mdy';
  cell: string;
  row: number;
}

/**
 * Returns cells that decide the order of day and month of a column: the first one of each order. Two orders contradict
 * each other.
 */
export function orderEvidence(cells: readonly (readonly [row: number, cell: string])[]): OrderEvidence[] {
  const found = new Map<OrderEvidence['order'], OrderEvidence>();
  for (const [row, cell] of cells) {
    const [, first = '', , second = ''] = NUMERIC.exec(cell) ?? [];
    const order =
      Number(first) > 12 && Number(second) <= 12 ? 'dmy' : Number(second) > 12 && Number(first) <= 12 ? 'mdy' : null;
    if (order && !found.has(order)) found.set(order, { order, cell, row });
  }
  return [...found.values()];
}

/**
 * Returns the meanings of a cell as EDTF texts. There is none if the cell holds no date, and several if the order of day
 * and month, or anything else, is not decided.
 */
export function datesOf(cell: string, order: Reading['dateOrder']): readonly string[] {
  const midnight = MIDNIGHT.exec(cell)?.[1];
  if (midnight !== undefined) return parseEdtf(midnight).kind === 'problem' ? [] : [midnight];
  const numeric = NUMERIC.exec(cell);
  if (numeric && order && numeric[4]?.length === 4) {
    const [, first = '', , second = '', year] = numeric;
    const [day, month] = order === 'dmy' ? [first, second] : [second, first];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return parseEdtf(date).kind === 'problem' ? [] : [date];
  }
  return dateReadings(cell).readings;
}

/** Returns the period from one date to another. Returns undefined if they can't be joined. */
export function periodOf(start: string, end: string): string | undefined {
  if (start === end) return start;
  const [first, last] = [parseEdtf(start), parseEdtf(end)];
  if (first.kind !== 'point' || last.kind !== 'point') return undefined;
  return `${start}/${end}`;
}
