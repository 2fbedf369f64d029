import {
  type Day,
  type DaySpan,
  dayOf,
  daysInMonth,
  MAX_YEAR,
  MIN_YEAR,
  OPEN_END,
  OPEN_START,
  parseIsoSpan,
} from './day';
import { plainDay } from './plain-day';
import { createRecentCache } from './recent-cache';

/*
 * Extended Date/Time Format (ISO 8601-2), level 1, and the one-of range of level 2.
 *
 *   point     2018-06-19  2018-06  2018  -0044  Y12000  Y-12000 (a year of more than four digits)
 *             2018-21 … 2018-24 (season)  2018-33 … 2018-36 (quarter)
 *             201X  20XX  2018-XX  2018-06-XX  2018-XX-XX (unspecified digits)
 *             followed by ? (uncertain), ~ (approximate) or % (both)
 *             2018-06-19T14:30  2018-06-19T14:30:15+02:00 (clock time, with or without a time zone)
 *   interval  point/point, where either side may be .. (open) or empty (unknown)
 *   one of    [point..point]   some day between the two; [..point] and [point..] are open on one side
 *
 * Beyond EDTF: a clock time without seconds, and a clock time on a side of an interval or one-of range.
 */

export type Precision =
  | 'day'
  | 'month'
  | 'season'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  /** One unknown day of a known month or year: `2018-06-XX`, `2018-XX-XX`. */
  | 'unspecified';

export interface EdtfPoint extends DaySpan {
  precision: Precision;
  /** 21 spring, 22 summer, 23 autumn, 24 winter; only with precision `season`. */
  season?: number;
  /** 1 to 4; only with precision `quarter`. */
  quarter?: number;
  /** Only with precision `day`. */
  time?: ClockTime;
  uncertain: boolean;
  approximate: boolean;
}

/** A clock time as written in the date, in the time zone `zone`. */
export interface ClockTime {
  hour: number;
  minute: number;
  second: number;
  /** `Z`, `+02:00` or `-05`, as written. */
  zone?: string;
}

export type EdtfEnd = EdtfPoint | 'open' | 'unknown';

export type Edtf = DaySpan &
  (
    | { kind: 'point'; point: EdtfPoint }
    | { kind: 'interval'; start: EdtfEnd; end: EdtfEnd }
    | { kind: 'oneOf'; start: EdtfEnd; end: EdtfEnd }
  );

export interface EdtfProblem {
  kind: 'problem';
  reason: 'form' | 'noSuchDay' | 'noSuchTime' | 'reversed' | 'tooFar' | 'open';
}

/** The maximum length of a date in UTF-16 units, so that parsing time is bounded. */
export const LONGEST_DATE = 100;

/** Parsed dates by their texts, because many dates of a dataset are equal. */
const known = createRecentCache<Edtf | EdtfProblem>(10_000);

/** Parses an EDTF text into its earliest and latest possible day, or returns the problem. Never throws. */
export function parseEdtf(text: string): Edtf | EdtfProblem {
  const met = known.get(text);
  if (met) return met;
  const day = plainDay(text);
  const parsed = typeof day === 'number' ? exactDay(day) : parseTrimmed(text.trim());
  if (text.length > LONGEST_DATE) return parsed;
  known.set(text, parsed);
  return parsed;
}

function exactDay(day: Day): Edtf {
  const point: EdtfPoint = { earliest: day, latest: day, precision: 'day', uncertain: false, approximate: false };
  return { kind: 'point', point, earliest: day, latest: day };
}

function parseTrimmed(text: string): Edtf | EdtfProblem {
  if (text === '' || text.length > LONGEST_DATE) return problem('form');
  const sides = sidesOf(text);
  if (sides) return pair(...sides);
  const point = parsePoint(text);
  if (isProblem(point)) return point;
  return { kind: 'point', point, earliest: point.earliest, latest: point.latest };
}

type Pair = 'interval' | 'oneOf';

/** Splits an interval or a one-of range (`[a..b]`) into its kind and its two sides. Returns null for any other text. */
function sidesOf(text: string): [Pair, string, string] | null {
  if (text.startsWith('[') && text.endsWith(']')) {
    const dots = text.indexOf('..');
    return dots < 0 ? null : ['oneOf', text.slice(1, dots), text.slice(dots + 2, -1)];
  }
  const slash = text.indexOf('/');
  return slash < 0 ? null : ['interval', text.slice(0, slash), text.slice(slash + 1)];
}

function pair(kind: Pair, left: string, right: string): Edtf | EdtfProblem {
  const start = parseEnd(kind, left);
  const end = parseEnd(kind, right);
  if (isProblem(start)) return start;
  if (isProblem(end)) return end;
  if (typeof start === 'string' && typeof end === 'string') return problem('open');
  const earliest = typeof start === 'string' ? OPEN_START : start.earliest;
  const latest = typeof end === 'string' ? OPEN_END : end.latest;
  return latest < earliest || endsBeforeItBegins(start, end)
    ? problem('reversed')
    : { kind, start, end, earliest, latest };
}

function parseEnd(kind: Pair, text: string): EdtfEnd | EdtfProblem {
  if (text === '..') return 'open';
  if (text === '') return kind === 'oneOf' ? 'open' : 'unknown';
  return parsePoint(text);
}

/** Whether both sides are on the same day in the same time zone, but the end time is before the start time. */
function endsBeforeItBegins(start: EdtfEnd, end: EdtfEnd): boolean {
  if (typeof start === 'string' || typeof end === 'string' || !start.time || !end.time) return false;
  return (
    start.earliest === end.earliest &&
    start.time.zone === end.time.zone &&
    secondOfDay(end.time) < secondOfDay(start.time)
  );
}

function isProblem(read: EdtfEnd | EdtfProblem): read is EdtfProblem {
  return typeof read === 'object' && 'kind' in read;
}

type Body = DaySpan & Pick<EdtfPoint, 'precision' | 'season' | 'quarter' | 'time'>;

function parsePoint(text: string): EdtfPoint | EdtfProblem {
  const day = plainDay(text);
  if (typeof day === 'number') {
    return { earliest: day, latest: day, precision: 'day', uncertain: false, approximate: false };
  }
  const qualifier = /[?~%]$/.test(text) ? text.slice(-1) : '';
  const body = parseBody(qualifier ? text.slice(0, -1) : text);
  if ('kind' in body) return body;
  if (body.time && qualifier) return problem('form');
  return {
    ...body,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  };
}

const DIGITS = /^-?\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const LONG_YEAR = /^Y-?[1-9]\d{4,}$/;
const PART_OF_YEAR = /^(-?\d{4})-(2[1-4]|3[3-6])$/;

function parseBody(body: string): Body | EdtfProblem {
  if (body.startsWith('-0000')) return problem('noSuchDay');
  if (DIGITS.test(body)) {
    const part = PART_OF_YEAR.exec(body);
    if (part) return partOfYear(Number(part[1]), Number(part[2]));
    const span = parseIsoSpan(body);
    if (!span) return problem('noSuchDay');
    const dashes = body.replace(/^-/, '').split('-').length;
    return { ...span, precision: dashes === 1 ? 'year' : dashes === 2 ? 'month' : 'day' };
  }
  if (LONG_YEAR.test(body)) {
    const span = parseIsoSpan(body);
    return span ? { ...span, precision: 'year' } : problem('tooFar');
  }
  return parseDateTime(body) ?? parseUnspecified(body) ?? problem(isFarYear(body) ? 'tooFar' : 'form');
}

/** Whether a text is a number that can only be a year outside the supported range: `-13800000000`. */
function isFarYear(body: string): boolean {
  const year = /^-?\d{5,}$/.test(body) && !/^\d{8}$/.test(body) ? Number(body) : 0;
  return year < MIN_YEAR || year > MAX_YEAR;
}

/** Returns the days of a season (northern hemisphere) or a quarter. Winter ends in the year after the given one. */
function partOfYear(year: number, code: number): Body {
  const isSeason = code < 30;
  const firstMonth = isSeason ? 3 + (code - 21) * 3 : 1 + (code - 33) * 3;
  return {
    earliest: dayOf(year, firstMonth, 1),
    latest: dayOf(year, firstMonth + 3, 0),
    ...(isSeason ? { precision: 'season', season: code } : { precision: 'quarter', quarter: code - 32 }),
  };
}

const DATE_TIME = /^(-?\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?$/;

function parseDateTime(body: string): Body | EdtfProblem | null {
  const match = DATE_TIME.exec(body);
  if (!match) return null;
  const [, date = '', hours, minutes, seconds = '0', zone] = match;
  const span = parseIsoSpan(date);
  if (!span) return problem('noSuchDay');
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59 || !isZone(zone)) return problem('noSuchTime');
  return { ...span, precision: 'day', time: { hour, minute, second, ...(zone !== undefined && { zone }) } };
}

/** All existing time zones are at most fourteen hours from UTC. */
function isZone(zone = 'Z'): boolean {
  if (zone === 'Z') return true;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  return hours < 14 ? minutes < 60 : hours === 14 && minutes === 0;
}

function parseUnspecified(body: string): Body | null {
  const match = /^(-?)(\d{3}X|\d\dXX|\d{4})(?:-(\d\d|XX)(?:-(XX))?)?$/.exec(body);
  if (!match) return null;
  const [, sign, years = '', month, day] = match;
  const low = Number(years.replaceAll('X', '0'));
  const high = Number(years.replaceAll('X', '9'));
  const [firstYear, lastYear] = sign ? [-high, -low] : [low, high];
  if (month === undefined) {
    const precision = years.endsWith('XX') ? 'century' : 'decade';
    return { earliest: dayOf(firstYear, 1, 1), latest: dayOf(lastYear, 12, 31), precision };
  }
  if (firstYear !== lastYear) return null;
  if (month === 'XX')
    return { earliest: dayOf(firstYear, 1, 1), latest: dayOf(lastYear, 12, 31), precision: 'unspecified' };
  const m = Number(month);
  if (m < 1 || m > 12 || day === undefined) return null;
  return {
    earliest: dayOf(firstYear, m, 1),
    latest: dayOf(firstYear, m, daysInMonth(firstYear, m)),
    precision: 'unspecified',
  };
}

function problem(reason: EdtfProblem['reason']): EdtfProblem {
  return { kind: 'problem', reason };
}

/** Whether a date is a certain day or a range between certain days. Uncertain or approximate dates are not exact. */
export function isExact(date: Edtf): boolean {
  const ends = date.kind === 'point' ? [date.point] : [date.start, date.end];
  return (
    date.kind !== 'oneOf' &&
    ends.every(end => typeof end === 'object' && end.precision === 'day' && !end.uncertain && !end.approximate)
  );
}

/** Returns the start time in seconds, or -1 without a time, to sort dates with the same days. */
export function timeOrder(date: string): number {
  const match = date.length > 10 ? /^-?\d{4}-\d\d-\d\dT(\d\d):(\d\d)(?::(\d\d))?/.exec(date) : null;
  return match ? secondOfDay({ hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3] ?? 0) }) : -1;
}

export function secondOfDay({ hour, minute, second }: ClockTime): number {
  return (hour * 60 + minute) * 60 + second;
}
