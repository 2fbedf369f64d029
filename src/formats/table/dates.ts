import { dateReadings } from '../../lib/date-readings';
import { dayOf } from '../../lib/day';
import { LONGEST_DATE, parseEdtf } from '../../lib/edtf';
import { plainDay } from '../../lib/plain-day';
import { createRecentCache } from '../../lib/recent-cache';
import type { Reading } from '../../model/reading';

const NUMERIC = /^(\d{1,2})([/-])(\d{1,2})\2(\d{2,4})$/;

/** Matches the dates of three numbers in a text, also both dates in `3/4/2018-13/4/2018`. */
const NUMERIC_PARTS = /(?<!\d|\/(?=\d{1,2}\/)|-(?=\d{1,2}-))(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?!\d|\2)/g;

/**
 * Returns whether day and month of a date can be exchanged. They can in `3/4/2018`, but not in `3/3/2018` or
 * `25/3/2018`.
 */
export function isOfTwoOrders(cell: string): boolean {
  const [, first, , second, year = ''] = NUMERIC.exec(cell) ?? [];
  return year.length === 4 && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

/** Matches direction marks and other invisible characters, which some programs put around dates. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Matches texts with a digit or a Roman numeral. Other texts are never dates. */
const MAY_BE_DATE = /\p{N}|(?<!\p{L})[ivx]+(?!\p{L}{2})/iu;

/** Matches midnight of a day. In tables, midnight stands for the whole day. */
const MIDNIGHT = /^(-?\d{4,}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$/;

/** Matches words for an unknown date, in the languages of `header-names.ts`. */
const NO_DATE =
  /^(?:undated|no date|date unknown|unknown date|n\. ?d\.?|nd|sans date|non datée?|s\. ?d\.?|sd|ohne (?:datum|jahr)|undatiert|o\. ?[dj]\.?|sin fecha|s\. ?f\.?|s\/f|senza data|sem data|s\/d|ongedateerd|zonder datum|z\. ?[dj]\.?|bez daty|b\. ?d\.?)$/i;

/** Evidence for an order of day and month: a cell that is a date only in this order. */
export interface OrderEvidence {
  order: 'dmy' | 'mdy';
  cell: string;
  row: number;
}

/**
 * Returns the first cell that is a date only with the day first, and the first cell that is a date only with the month
 * first. If both exist, they contradict each other.
 */
export function orderEvidence(cells: Iterable<readonly [row: number, cell: string]>): OrderEvidence[] {
  const found = new Map<OrderEvidence['order'], OrderEvidence>();
  for (const [row, cell] of cells) {
    if (typeof plainDay(cell) === 'number') continue;
    for (const [, first = '', , second = ''] of cell.matchAll(NUMERIC_PARTS)) {
      const order =
        Number(first) > 12 && Number(second) <= 12 ? 'dmy' : Number(second) > 12 && Number(first) <= 12 ? 'mdy' : null;
      if (order && !found.has(order)) found.set(order, { order, cell, row });
    }
    if (found.size === 2) break;
  }
  return [...found.values()];
}

/** The rules that choose between several meanings of a date. */
export type DateRules = Pick<Reading, 'dateOrder' | 'shortYears' | 'undated'>;

/**
 * Returns the meanings of a cell as EDTF texts: none if the cell can't be read, and several if the rules do not choose
 * one. If the cell says that there is no date, its meaning is ''.
 */
export function datesOf(text: string, rules: DateRules): readonly string[] {
  return meaningOf(text, rules).dates;
}

/** Returns whether the date of a cell says less than the cell. For `late 2018` it is only the year. */
export function saysLess(text: string, rules: DateRules): boolean {
  return meaningOf(text, rules).isPart;
}

/** The dates that a cell may mean. `isPart` is true if the dates leave out words or the end of a time of day. */
interface Meaning {
  dates: readonly string[];
  isPart: boolean;
}

function meaningOf(text: string, rules: DateRules): Meaning {
  if (typeof plainDay(text) === 'number') return whole(text);
  if (rules.undated?.includes(text.trim())) return whole('');
  const key = `${rules.dateOrder ?? ''}${rules.shortYears ?? ''} ${text}`;
  const met = known.get(key);
  if (met) return met;
  const read = newMeaning(text, rules);
  known.set(key, read);
  return read;
}

/** Caches the meanings of cells, because many cells of a table are equal. */
const known = createRecentCache<Meaning>(10_000);

function whole(...dates: string[]): Meaning {
  return { dates, isPart: false };
}

function newMeaning(text: string, rules: DateRules): Meaning {
  const cell = text.replace(INVISIBLE, '');
  if (NO_DATE.test(cell.trim())) return whole('');
  const midnight = MIDNIGHT.exec(cell)?.[1];
  if (midnight !== undefined) return parseEdtf(midnight).kind === 'problem' ? whole() : whole(midnight);
  if (cell.length > LONGEST_DATE || !MAY_BE_DATE.test(cell)) return whole();
  const written = cell.replace(NUMERIC_PARTS, (date, ...parts: string[]) => ordered(date, parts, rules));
  const { readings, note } = dateReadings(written);
  const isPart = note === 'part';
  const { shortYears } = rules;
  if (shortYears === undefined) return { dates: readings, isPart };
  if (readings.length === 0) return whole(...dateReadings(withFullYear(written, shortYears)).readings);
  return { dates: note === 'shortYear' ? readings.filter(date => isWithin(date, shortYears)) : readings, isPart };
}

/** Returns whether a cell is a date whose year has two digits: `3/4/18`, `7 Mar 18`, `Mar-18`, `'98`. */
export function hasShortYear(cell: string): boolean {
  const { readings, note } = dateReadings(cell);
  return readings.length > 0 ? note === 'shortYear' : dateReadings(withFullYear(cell, 1950)).readings.length > 0;
}

/** Replaces a year of two digits at the end of a text by a year of four digits. Other texts stay unchanged. */
function withFullYear(text: string, shortYears: number): string {
  if (/\d{3}/.test(text)) return text;
  return text.replace(/(?<!\d)['’]?(\d\d)$/, (_, year: string) => fullYear(year, shortYears));
}

/** Returns a date of three numbers in ISO form, or unchanged if the rules do not decide order and century. */
function ordered(whole: string, [first = '', , second = '', year = '']: string[], rules: DateRules): string {
  const isSame = Number(first) === Number(second);
  const order = rules.dateOrder ?? (isSame ? 'dmy' : undefined);
  if (order === undefined || (year.length === 2 && rules.shortYears === undefined)) return whole;
  // A date that exists in only one order is read in that order, whatever the rule says.
  const isDayFirst = order === 'dmy' ? Number(second) <= 12 : Number(first) > 12;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return `${fullYear(year, rules.shortYears)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function fullYear(year: string, shortYears = 0): string {
  if (year.length > 2) return year;
  const century = shortYears - (shortYears % 100) + Number(year);
  return String(century < shortYears ? century + 100 : century);
}

function isWithin(edtf: string, firstYear: number): boolean {
  const date = parseEdtf(edtf);
  if (date.kind === 'problem') return false;
  return date.earliest >= dayOf(firstYear, 1, 1) && date.latest <= dayOf(firstYear + 99, 12, 31);
}

/** The cells of a row with its date, or with the start and the end of its date. '' if the table has no such column. */
export interface DateCells {
  date: string;
  start: string;
  end: string;
}

/**
 * Returns the date of a row as an EDTF text, or '' if there is none. Cells that can't be read are returned unchanged.
 */
export function dateOfRow({ date, start, end }: DateCells, rules: DateRules): string {
  const only = (cell: string) => {
    const [first, second] = datesOf(cell, rules);
    return second === undefined ? (first ?? null) : null;
  };
  if (date !== '') return only(date) ?? date;
  if (start === '' || end === '') return only(start || end) ?? (start || end);
  const [first, last] = [only(start), only(end)];
  const period = first !== null && last !== null ? periodOf(first, last) : undefined;
  return period ?? `${start} – ${end}`;
}

/** Returns the period from one date to another. Returns undefined if they can't be joined. */
function periodOf(start: string, end: string): string | undefined {
  if (start === end) return start;
  const [first, last] = [parseEdtf(start), parseEdtf(end)];
  if (first.kind !== 'point' || last.kind !== 'point') return undefined;
  return `${start}/${end}`;
}
