import { DAYS_PER_400_YEARS, type Day, dateOf, dayOf, MS_PER_DAY } from '../lib/day';
import { intlLocale } from './translate';

/** What of a day is written; a year brings its era by itself. A clock time is the fraction of a day. */
export type DayFields = Pick<
  Intl.DateTimeFormatOptions,
  'day' | 'month' | 'year' | 'weekday' | 'hour' | 'minute' | 'second'
>;

/**
 * Whether a year's era is written. `auto`: that of years before 1000, whose few digits alone would not say that they are a
 * year, nor of which era. `left`: not where another year of the text has it.
 */
export type EraUse = 'auto' | 'always' | 'left';

/** How the eras of two years that stand in one text are written: once within one era, twice across the turn of the eras. */
export function eraUses(first: Day, last: Day): { start: EraUse; end: EraUse } {
  if (!needsEra(first)) return { start: 'auto', end: 'auto' };
  return { start: isBc(first) === isBc(last) ? 'left' : 'auto', end: 'always' };
}

/** One day in the reader's language. `Intl` writes the year and its era wherever they belong; the day is in no time zone. */
export function formatDay(language: string, fields: DayFields, day: Day, use: EraUse = 'auto'): string {
  if (fields.year === undefined) return formatter(language, fields).format(instantOf(twinOf(day)));
  const era = eraText(language, day, use);
  if (era === null && isPlainYear(day)) return formatter(language, fields).format(instantOf(day));
  const parts = formatter(language, yearWith(fields, era)).formatToParts(instantOf(twinOf(day)));
  return parts.map(part => partText(language, part, day, era)).join('');
}

/** Two days of one year as a range that says what they share once: `10 – 15 March 44 BC`. */
export function formatDays(language: string, fields: DayFields, first: Day, last: Day): string {
  const era = fields.year === undefined ? null : eraText(language, last, 'auto');
  const start = twinOf(first);
  const parts = formatter(language, yearWith(fields, era)).formatRangeToParts(
    instantOf(start),
    instantOf(start + last - first),
  );
  return parts.map(part => partText(language, part, last, era)).join('');
}

/** To the second, as the fractions of days are not. */
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

/** Years as they are counted before 1 and after: that before 1 is 1 BC. Those of five digits are grouped. */
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

/** Only an era that stands behind its year can be left to the next one. */
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

/** Whether the year has no era and at most four digits. */
export function isPlainYear(day: Day): boolean {
  return !needsEra(day) && dateOf(day).year <= 9999;
}

const FIRST_TWIN = dayOf(2000, 1, 1);

/**
 * The same day of the same calendar year between 2000 and 2399: the calendar repeats every 400 years, with its weekdays.
 * Only these go into `Intl`: its ranges follow the Julian calendar before 1582 in some browsers, and `Date` ends at
 * ±271,821 years.
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
