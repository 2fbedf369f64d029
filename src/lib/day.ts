/** A calendar day in no time zone: days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number;

/** The days of a date without earliest or latest day. They fit an int32 and sort before and after every real day. */
export const OPEN_START: Day = -1_000_000_000;
export const OPEN_END: Day = 1_000_000_000;

export const MS_PER_DAY = 86_400_000;

/** All days of these years lie between `OPEN_START` and `OPEN_END`. */
export const MIN_YEAR = -2_735_000;
export const MAX_YEAR = 2_735_000;

export interface CalendarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

export const DAYS_PER_400_YEARS = 146_097;
/** The number of days from 1 March of year 0 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;

/**
 * Converts a calendar date to a `Day`. Months and days outside their range roll over as in `Date`. Uses integer
 * arithmetic, because `Date` ends at ±271,821 years. Counts years from 1 March, so that a leap day is the last day of
 * its year.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const monthFromMarch = month - 3;
  const marchYear = year + Math.floor(monthFromMarch / 12);
  const monthOfYear = monthFromMarch - Math.floor(monthFromMarch / 12) * 12;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * monthOfYear + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_PER_400_YEARS + dayOfCycle - DAYS_TO_1970;
}

export function dateOf(day: Day): CalendarDate {
  const fromMarch = Math.floor(day) + DAYS_TO_1970;
  const cycle = Math.floor(fromMarch / DAYS_PER_400_YEARS);
  const dayOfCycle = fromMarch - cycle * DAYS_PER_400_YEARS;
  const leapDays =
    Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / (DAYS_PER_400_YEARS - 1));
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear = dayOfCycle - (yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return dateOf(dayOf(year, month + 1, 0)).day;
}

/** Writes a day in ISO form: `2018-06-19` or `-0044-03-15`. */
export function isoDay(day: Day): string {
  const { year, month, day: d } = dateOf(day);
  return `${isoYear(year)}-${pad(month, 2)}-${pad(d, 2)}`;
}

/** Writes a year in ISO form: `2018` or `-0043`. Above four digits, in EDTF form: `Y12000`, `Y-12000`. */
export function isoYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
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

/**
 * Parses `2017`, `2017-03` or `2017-03-05` into its first and last day. Years of more than four digits begin with Y:
 * `Y-12000`, `Y-12000-03-05`. Returns null for any other text and for a date that does not exist.
 */
export function parseIsoSpan(text: string): DaySpan | null {
  const match = /^(-?\d{4}|Y-?[1-9]\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match || match[1] === '-0000') return null;
  const year = Number(match[1]?.replace('Y', ''));
  if (year < MIN_YEAR || year > MAX_YEAR) return null;
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
