/** A calendar day in no time zone: days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number;

/** Stand for "no earliest day" and "no latest day"; they fit a signed 32-bit integer and sort where they should. */
export const OPEN_START: Day = -1_000_000_000;
export const OPEN_END: Day = 1_000_000_000;

export const MS_PER_DAY = 86_400_000;

export const MIN_YEAR = -9999;
export const MAX_YEAR = 9999;

export interface CalendarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const scratch = new Date(0);

/** The day of a date that exists; months and days beyond their range roll over as in `Date`. */
export function dayOf(year: number, month: number, day: number): Day {
  scratch.setTime(0);
  scratch.setUTCFullYear(year, month - 1, day);
  return Math.round(scratch.getTime() / MS_PER_DAY);
}

export function dateOf(day: Day): CalendarDate {
  scratch.setTime(day * MS_PER_DAY);
  return { year: scratch.getUTCFullYear(), month: scratch.getUTCMonth() + 1, day: scratch.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return dateOf(dayOf(year, month + 1, 0)).day;
}

/** `2018-06-19`, `-0044-03-15`. */
export function isoDay(day: Day): string {
  const { year, month, day: d } = dateOf(day);
  return `${isoYear(year)}-${pad(month, 2)}-${pad(d, 2)}`;
}

export function isoYear(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

export function isOpen(day: Day): boolean {
  return day === OPEN_START || day === OPEN_END;
}

export interface DaySpan {
  earliest: Day;
  latest: Day;
}

/** The days of `2017`, `2017-03` or `2017-03-05`, both ends included; null for anything else or a date that is none. */
export function parseIsoSpan(text: string): DaySpan | null {
  const match = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match || match[1] === '-0000') return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined)
    return { earliest: dayOf(year, month, 1), latest: dayOf(year, month, daysInMonth(year, month)) };
  const day = Number(match[3]);
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const only = dayOf(year, month, day);
  return { earliest: only, latest: only };
}
