import { type Day, dateOf, isOpen, MS_PER_DAY } from '../lib/day';
import { type Edtf, type EdtfPoint, parseEdtf } from '../lib/edtf';
import { intlLocale, type Translate } from './translate';

export interface DateWords {
  t: Translate;
  language: string;
}

/** `full`: all that is known. `weekday`: with the day of the week. `inYear`: without the year, under a year's heading. */
export type DateStyle = 'full' | 'weekday' | 'inYear';

/** An EDTF date in words, as precisely as it is known and no more; a text that is no date is given back as it is. */
export function dateText(words: DateWords, edtf: string, style: DateStyle = 'full'): string {
  const date = parseEdtf(edtf);
  return date.kind === 'problem' ? edtf : spell(words, date, style);
}

function spell(words: DateWords, date: Edtf, style: DateStyle): string {
  if (date.kind === 'point') return pointText(words, date.point, style);
  const { start, end } = date;
  const open = typeof start === 'string' ? end : typeof end === 'string' ? start : null;
  if (open !== null && typeof open === 'object') {
    const id = date.kind === 'oneOf' ? 'date.oneOf' : 'date.interval';
    const side = typeof start === 'string' ? 'until' : 'from';
    return words.t(`${id}.${side}`, { date: pointText(words, open, 'full') });
  }
  if (typeof start === 'string' || typeof end === 'string') return '';
  if (date.kind === 'oneOf') {
    return words.t('date.oneOf', { start: pointText(words, start, 'full'), end: pointText(words, end, 'full') });
  }
  const plain = [start, end].every(point => point.precision === 'day' && !point.uncertain && !point.approximate);
  if (plain) return rangeText(words, start.earliest, end.latest, style);
  return words.t('date.range', { start: pointText(words, start, 'full'), end: pointText(words, end, 'full') });
}

function pointText(words: DateWords, point: EdtfPoint, style: DateStyle): string {
  const text = plainPoint(words, point, style);
  if (point.uncertain && point.approximate) return words.t('date.uncertainApproximate', { date: text });
  if (point.uncertain) return words.t('date.uncertain', { date: text });
  if (point.approximate) return words.t('date.approximate', { date: text });
  return text;
}

function plainPoint({ t, language }: DateWords, point: EdtfPoint, style: DateStyle): string {
  const { earliest, latest, precision } = point;
  const format = (options: Intl.DateTimeFormatOptions, day = earliest) => dayFormat(language, options, day);
  switch (precision) {
    case 'day':
      if (style === 'weekday') return format({ ...LONG, weekday: 'long' });
      return format(style === 'inYear' ? { day: 'numeric', month: 'long' } : LONG);
    case 'month':
      return format(style === 'inYear' ? { month: 'long' } : { month: 'long', year: 'numeric' });
    case 'year':
      return format({ year: 'numeric' });
    case 'season':
      return t(`date.season.${point.season}`, { year: format({ year: 'numeric' }) });
    case 'decade':
    case 'century':
      return t('date.years', { start: format({ year: 'numeric' }), end: format({ year: 'numeric' }, latest) });
    case 'unspecified':
      return t('date.someDay', {
        date: format(latest - earliest > 31 ? { year: 'numeric' } : { month: 'long', year: 'numeric' }),
      });
  }
}

const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };

/** Two days as one range: `19–20 June 2018`, `30 May – 1 June 2017`. */
function rangeText({ language }: DateWords, first: Day, last: Day, style: DateStyle): string {
  const sameYear = dateOf(first).year === dateOf(last).year;
  const options: Intl.DateTimeFormatOptions = style === 'inYear' && sameYear ? { day: 'numeric', month: 'long' } : LONG;
  const range = formatter(language, options).formatRange(first * MS_PER_DAY, last * MS_PER_DAY);
  return sameMonth(first, last) ? range.replace(/\s?–\s?/, '–') : range;
}

function sameMonth(first: Day, last: Day): boolean {
  const [a, b] = [dateOf(first), dateOf(last)];
  return a.year === b.year && a.month === b.month;
}

/** One day in the reader's language. */
export function dayFormat(language: string, options: Intl.DateTimeFormatOptions, day: Day): string {
  const { year } = dateOf(day);
  return formatter(language, year < 1 ? { ...options, era: 'short' } : options).format(day * MS_PER_DAY);
}

/**
 * A window in words, as coarse as its days allow: `2017 – 2024`, `January 2017 – June 2018`, `3–9 May 2018`. An open
 * side has no day.
 */
export function windowText({ t, language }: DateWords, from: Day | null, to: Day | null): string {
  if (from !== null && to !== null) {
    const options = periodStyle(from, to);
    const [start, end] = [dayFormat(language, options, from), dayFormat(language, options, to)];
    if (start === end) return start;
    return options.day ? rangeText({ t, language }, from, to, 'full') : t('date.range', { start, end });
  }
  if (from !== null) return t('date.interval.from', { date: dayFormat(language, periodStyle(from, null), from) });
  if (to !== null) return t('date.interval.until', { date: dayFormat(language, periodStyle(null, to), to) });
  return '';
}

function periodStyle(from: Day | null, to: Day | null): Intl.DateTimeFormatOptions {
  const first = from === null ? null : dateOf(from);
  const after = to === null ? null : dateOf(to + 1);
  const monthStarts = (first === null || first.day === 1) && (after === null || after.day === 1);
  if (!monthStarts) return LONG;
  const yearStarts = (first === null || first.month === 1) && (after === null || after.month === 1);
  return yearStarts ? { year: 'numeric' } : { month: 'long', year: 'numeric' };
}

/** What the `datetime` of a `<time>` may say: the day, month or year a date begins with, and nothing invented. */
export function machineDate(edtf: string): string | undefined {
  return /^\d{4}(-(0\d|1[0-2])(-\d\d)?)?(?=$|\/|[?~%])/.exec(edtf)?.[0];
}

/** The year of a first day as a heading; null has no year. */
export function yearText({ t, language }: DateWords, year: number | null, day: Day): string {
  return year === null || isOpen(day) ? t('list.noYear') : dayFormat(language, { year: 'numeric' }, day);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(intlLocale(language), { ...options, timeZone: 'UTC' });
    formatters.set(key, made);
  }
  return made;
}
