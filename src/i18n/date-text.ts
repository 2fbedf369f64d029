import { type Day, dateOf } from '../lib/day';
import { type ClockTime, type Edtf, type EdtfPoint, parseEdtf, secondOfDay } from '../lib/edtf';
import { startYear } from '../lib/undated';
import { type DayFields, type EraUse, eraUses, formatDay, formatDays } from './calendar-format';
import type { Translate } from './translate';

export interface DateWords {
  t: Translate;
  language: string;
}

/** `weekday`: also with the day of the week. `inYear`: without the year, for dates below a heading with the year. */
export type DateStyle = 'full' | 'weekday' | 'inYear';

/** Writes an EDTF date in words, no more precisely than it is known. Returns an invalid date unchanged. */
export function dateText(words: DateWords, edtf: string, style: DateStyle = 'full'): string {
  if (edtf === '') return words.t('date.none');
  const date = parseEdtf(edtf);
  return date.kind === 'problem' ? edtf : validDateText(words, date, style);
}

function validDateText(words: DateWords, date: Edtf, style: DateStyle): string {
  if (date.kind === 'point') return pointText(words, date.point, style);
  const { start, end } = date;
  const open = typeof start === 'string' ? end : typeof end === 'string' ? start : null;
  if (open !== null && typeof open === 'object') {
    const side = typeof start === 'string' ? 'until' : 'from';
    const id = date.kind === 'interval' ? 'date.interval' : isDay(open) ? 'date.oneOf' : 'date.someTime';
    return words.t(`${id}.${side}`, { date: pointText(words, open, 'full') });
  }
  if (typeof start === 'string' || typeof end === 'string') return '';
  if (date.kind === 'oneOf') {
    const ends = { start: pointText(words, start, 'full'), end: pointText(words, end, 'full') };
    return words.t(isDay(start) && isDay(end) ? 'date.oneOf' : 'date.someTime', ends);
  }
  const plain = [start, end].every(point => point.precision === 'day' && !point.uncertain && !point.approximate);
  if (plain && start.time && end.time && date.earliest === date.latest && start.time.zone === end.time.zone) {
    const fields = { ...dayFields(style), ...clockFields(start.time, end.time) };
    const range = formatDays(words.language, fields, momentOf(start), momentOf(end));
    return withZone(range.replace(/\s?–\s?/, '–'), start.time);
  }
  if (plain && !start.time && !end.time) return rangeText(words, start.earliest, end.latest, style);
  const eras = eraUses(start.earliest, end.latest);
  return words.t('date.range', {
    start: pointText(words, start, 'full', eras.start),
    end: pointText(words, end, 'full', eras.end),
  });
}

/** Decides between "some day from … to …", for single days, and "some time between … and …". */
function isDay({ precision }: EdtfPoint): boolean {
  return precision === 'day';
}

function pointText(words: DateWords, point: EdtfPoint, style: DateStyle, era: EraUse = 'auto'): string {
  const text = plainPoint(words, point, style, era);
  if (point.uncertain && point.approximate) return words.t('date.uncertainApproximate', { date: text });
  if (point.uncertain) return words.t('date.uncertain', { date: text });
  if (point.approximate) return words.t('date.approximate', { date: text });
  return text;
}

function plainPoint({ t, language }: DateWords, point: EdtfPoint, style: DateStyle, era: EraUse): string {
  const { earliest, latest, precision } = point;
  const format = (fields: DayFields) => formatDay(language, fields, earliest, era);
  switch (precision) {
    case 'day': {
      if (!point.time) return format(dayFields(style));
      const fields = { ...dayFields(style), ...clockFields(point.time) };
      return withZone(formatDay(language, fields, momentOf(point), era), point.time);
    }
    case 'month':
      return format(style === 'inYear' ? { month: 'long' } : { month: 'long', year: 'numeric' });
    case 'year':
      return format({ year: 'numeric' });
    case 'season':
      return t(`date.season.${point.season}`, { year: format({ year: 'numeric' }) });
    case 'quarter':
      return t('date.quarter', { n: point.quarter, year: format({ year: 'numeric' }) });
    case 'decade':
    case 'century': {
      const eras = eraUses(earliest, latest);
      return t('date.years', {
        start: formatDay(language, { year: 'numeric' }, earliest, eras.start),
        end: formatDay(language, { year: 'numeric' }, latest, eras.end),
      });
    }
    case 'unspecified':
      return t('date.someDay', {
        date: format(latest - earliest > 31 ? { year: 'numeric' } : { month: 'long', year: 'numeric' }),
      });
  }
}

const LONG: DayFields = { day: 'numeric', month: 'long', year: 'numeric' };

function dayFields(style: DateStyle): DayFields {
  if (style === 'weekday') return { ...LONG, weekday: 'long' };
  return style === 'inYear' ? { day: 'numeric', month: 'long' } : LONG;
}

function clockFields(...times: readonly ClockTime[]): DayFields {
  const minutes = { hour: '2-digit', minute: '2-digit' } as const;
  return times.some(({ second }) => second > 0) ? { ...minutes, second: '2-digit' } : minutes;
}

/** Returns the first day of a point, with the local clock time as a fraction of a day. */
function momentOf({ earliest, time }: EdtfPoint): number {
  return time ? earliest + secondOfDay(time) / 86_400 : earliest;
}

/** Appends the time zone, if there is one: `18:30 UTC+2`, `18:30 UTC−4:30`, `18:30 UTC`. */
function withZone(text: string, { zone }: ClockTime): string {
  if (zone === undefined) return text;
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d)(?::(\d\d))?$/.exec(zone) ?? [];
  if (!sign || (hours === '00' && minutes === '00')) return `${text}\u00a0UTC`;
  return `${text}\u00a0UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** Writes two days as a range: `19–20 June 2018`, `30 May – 1 June 2017`, `10–15 March 44 BC`. */
function rangeText(words: DateWords, first: Day, last: Day, style: DateStyle): string {
  if (dateOf(first).year !== dateOf(last).year) return spanText(words, LONG, first, last);
  const fields: DayFields = style === 'inYear' ? { day: 'numeric', month: 'long' } : LONG;
  const range = formatDays(words.language, fields, first, last);
  return dateOf(first).month === dateOf(last).month ? range.replace(/\s?–\s?/, '–') : range;
}

/** Writes two days as a range: `500 – 401 BC`. If both days have the same text, the text is written once. */
export function spanText({ t, language }: DateWords, fields: DayFields, first: Day, last: Day): string {
  const eras = eraUses(first, last);
  const end = formatDay(language, fields, last, eras.end);
  if (formatDay(language, fields, first, eras.end) === end) return end;
  return t('date.range', { start: formatDay(language, fields, first, eras.start), end });
}

/** Writes a window in the coarsest exact units: `2017 – 2024`, `January 2017 – June 2018`. Null is an open side. */
export function windowText({ t, language }: DateWords, from: Day | null, to: Day | null): string {
  if (from !== null && to !== null) {
    const fields = periodStyle(from, to);
    return fields.day ? rangeText({ t, language }, from, to, 'full') : spanText({ t, language }, fields, from, to);
  }
  if (from !== null) return t('date.interval.from', { date: formatDay(language, periodStyle(from, null), from) });
  if (to !== null) return t('date.interval.until', { date: formatDay(language, periodStyle(null, to), to) });
  return '';
}

function periodStyle(from: Day | null, to: Day | null): DayFields {
  const first = from === null ? null : dateOf(from);
  const after = to === null ? null : dateOf(to + 1);
  const monthStarts = (first === null || first.day === 1) && (after === null || after.day === 1);
  if (!monthStarts) return LONG;
  const yearStarts = (first === null || first.month === 1) && (after === null || after.month === 1);
  return yearStarts ? { year: 'numeric' } : { month: 'long', year: 'numeric' };
}

/** Returns the start of a date for `datetime` of `<time>`. Undefined if HTML has no form for it, as before year 1. */
export function machineDate(edtf: string): string | undefined {
  const match = /^(?!0000)\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d(?:T[\d:]+(Z|[+-]\d\d(?::\d\d)?)?)?)?)?(?=$|\/|[?~%])/.exec(
    edtf,
  );
  return match?.[1]?.length === '+02'.length ? `${match[0]}:00` : match?.[0];
}

/** Writes the heading above activities that begin in a year, in an unknown year, or on no date. */
export function yearText({ t, language }: DateWords, earliest: Day): string {
  const year = startYear(earliest);
  if (typeof year === 'number') return formatDay(language, { year: 'numeric' }, earliest);
  return t(year === null ? 'list.noYear' : 'date.none');
}
