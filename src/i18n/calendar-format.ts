import { DAYS_PER_400_YEARS, type Day, dateOf, dayOf, MS_PER_DAY } from '../lib/day';
import { intlLocale } from './translate';

/** The fields of a date to write. The time of day is the fraction of the `Day`. */
export type DayFields = Pick<
  Intl.DateTimeFormatOptions,
  'day' | 'month' | 'year' | 'weekday' | 'hour' | 'minute' | 'second'
>;

/**
 * When the era of a year is written. `auto`: only if the year alone would be unclear, that is before the year 1000.
 * `shared`: like `auto`, but omitted in languages that write the era after the year, because a later year in the same
 * text has the era.
 */
export type EraUse = 'auto' | 'always' | 'shared';

/** Returns when to write the eras of a range: only at the end if both years share an era, otherwise twice. */
export function eraUses(first: Day, last: Day): { start: EraUse; end: EraUse } {
  if (!needsEra(first)) return { start: 'auto', end: 'auto' };
  return { start: isBc(first) === isBc(last) ? 'shared' : 'auto', end: 'always' };
}

/** Formats a day in a language, without a time zone. */
export function formatDay(language: string, fields: DayFields, day: Day, use: EraUse = 'auto'): string {
  if (fields.year === undefined) return formatter(language, fields).format(instantOf(twinOf(day)));
  const era = eraText(language, day, use);
  if (era === null && isPlainYear(day)) return formatter(language, fields).format(instantOf(day));
  const parts = formatter(language, yearWith(fields, era)).formatToParts(instantOf(twinOf(day)));
  return parts.map(part => partText(language, part, day, era)).join('');
}

/** Formats two days of a year as a range. Common fields are written once: `10 – 15 March 44 BC`. */
export function formatDays(language: string, fields: DayFields, first: Day, last: Day): string {
  const era = fields.year === undefined ? null : eraText(language, last, 'auto');
  const start = twinOf(first);
  const parts = formatter(language, yearWith(fields, era)).formatRangeToParts(
    instantOf(start),
    instantOf(start + last - first),
  );
  return parts.map(part => partText(language, part, last, era)).join('');
}

/** Converts a day to milliseconds since 1970, rounded to the second, because fractions of days are inexact. */
function instantOf(day: number): number {
  return Math.round(day * 86_400) * 1000;
}

function partText(language: string, { type, value }: { type: string; value: string }, day: Day, era: string | null) {
  if (type === 'year') return yearNumber(language, dateOf(day).year);
  return type === 'era' ? (era ?? '') : value;
}

function yearWith(fields: DayFields, era: string | null): Intl.DateTimeFormatOptions {
  return era === null ? fields : { ...fields, year: 'numeric', era: 'short' };
}

/** Writes the number of a year without its era. Year 0 is 1 BC and written as `1`. */
function yearNumber(language: string, year: number): string {
  return yearFormat(language).format(year < 1 ? 1 - year : year);
}

function eraText(language: string, day: Day, use: EraUse): string | null {
  const isWritten = use === 'always' || (needsEra(day) && (use === 'auto' || !isEraLast(language)));
  return isWritten ? eraName(language, isBc(day)) : null;
}

export function eraName(language: string, bc: boolean): string {
  return eraParts(language, bc).find(({ type }) => type === 'era')?.value ?? '';
}

function isEraLast(language: string): boolean {
  const types = eraParts(language, true).map(({ type }) => type);
  return types.indexOf('era') > types.indexOf('year');
}

function eraParts(language: string, bc: boolean): Intl.DateTimeFormatPart[] {
  const day = dayOf(bc ? -100 : 2000, 7, 1);
  return formatter(language, { year: 'numeric', era: 'short' }).formatToParts(day * MS_PER_DAY);
}

function isBc(day: Day): boolean {
  return dateOf(day).year < 1;
}

const FIRST_WITHOUT_ERA = 1000;

function needsEra(day: Day): boolean {
  return dateOf(day).year < FIRST_WITHOUT_ERA;
}

export function isPlainYear(day: Day): boolean {
  return !needsEra(day) && dateOf(day).year <= 9999;
}

const FIRST_TWIN = dayOf(2000, 1, 1);

/**
 * Returns a day in the years 2000 to 2399 with the same month, day and weekday, because the calendar repeats every 400
 * years. `Intl` may format other years wrongly: some browsers follow the Julian calendar before 1582, and `Date` ends
 * at ±271,821 years.
 */
function twinOf(day: Day): Day {
  return day - Math.floor((day - FIRST_TWIN) / DAYS_PER_400_YEARS) * DAYS_PER_400_YEARS;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(intlLocale(language), { ...options, calendar: 'gregory', timeZone: 'UTC' });
    formatters.set(key, made);
  }
  return made;
}

const yearFormats = new Map<string, Intl.NumberFormat>();

function yearFormat(language: string): Intl.NumberFormat {
  let made = yearFormats.get(language);
  if (!made) {
    made = new Intl.NumberFormat(intlLocale(language), { useGrouping: 'min2' });
    yearFormats.set(language, made);
  }
  return made;
}
