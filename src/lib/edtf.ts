import { type DaySpan, dayOf, daysInMonth, OPEN_END, OPEN_START, parseIsoSpan } from './day';

/*
 * Extended Date/Time Format (ISO 8601-2), level 1, and the one-of range of level 2.
 *
 *   point     2018-06-19  2018-06  2018  2018-21 (season)  201X  20XX  2018-XX  2018-06-XX  -0044  Y-12000 (refused: too far)
 *             followed by ? (uncertain), ~ (approximate) or % (both)
 *   interval  point/point, where either side may be .. (open) or empty (unknown)
 *   one of    [point..point]   "some day in between"; [..point] and [point..] leave a side open
 */

type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'unspecified';

export interface EdtfPoint extends DaySpan {
  precision: Precision;
  /** 21 spring, 22 summer, 23 autumn, 24 winter; only with precision `season`. */
  season?: number;
  uncertain: boolean;
  approximate: boolean;
}

type EdtfEnd = EdtfPoint | 'open' | 'unknown';

export type Edtf = DaySpan &
  (
    | { kind: 'point'; point: EdtfPoint }
    | { kind: 'interval'; start: EdtfEnd; end: EdtfEnd }
    | { kind: 'oneOf'; start: EdtfEnd; end: EdtfEnd }
  );

/** Why a text is no date this format knows; `proposal` is a reading offered to a person, never taken. */
export interface EdtfProblem {
  kind: 'problem';
  reason: 'empty' | 'form' | 'noSuchDay' | 'reversed' | 'time' | 'ambiguous' | 'tooFar' | 'open';
  proposal?: string;
}

/** Most dates are of this form, so they are read first and fast. */
const PLAIN_DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads an EDTF text into its earliest and latest possible day, or says why it can't. Never throws. */
export function parseEdtf(text: string): Edtf | EdtfProblem {
  const trimmed = text.trim();
  if (trimmed === '') return problem('empty');
  const day = PLAIN_DAY.test(trimmed) ? parseIsoSpan(trimmed) : null;
  if (day) return { kind: 'point', point: { ...day, precision: 'day', uncertain: false, approximate: false }, ...day };
  const oneOf = /^\[(.*?)\.\.(.*?)\]$/.exec(trimmed);
  if (oneOf) return pair('oneOf', oneOf[1] ?? '', oneOf[2] ?? '');
  const slash = trimmed.indexOf('/');
  if (slash >= 0 && /^[-\dXY.?~%]*\/[-\dXY.?~%]*$/.test(trimmed) && !ambiguousDay(trimmed)) {
    return pair('interval', trimmed.slice(0, slash), trimmed.slice(slash + 1));
  }
  const point = parsePoint(trimmed);
  if (point.kind === 'problem') return point;
  return { kind: 'point', point: point.point, earliest: point.point.earliest, latest: point.point.latest };
}

type Pair = 'interval' | 'oneOf';

function pair(kind: Pair, left: string, right: string): Edtf | EdtfProblem {
  const start = parseEnd(kind, left);
  const end = parseEnd(kind, right);
  const bad = ({ reason }: EdtfProblem) => problem(reason, meantPair(kind, meant(left, start), meant(right, end)));
  if (isProblem(start)) return bad(start);
  if (isProblem(end)) return bad(end);
  if (typeof start === 'string' && typeof end === 'string') return problem('open');
  const earliest = typeof start === 'string' ? OPEN_START : start.earliest;
  const latest = typeof end === 'string' ? OPEN_END : end.latest;
  if (latest < earliest) return problem('reversed', pairText(kind, right, left));
  return { kind, start, end, earliest, latest };
}

function parseEnd(kind: Pair, text: string): EdtfEnd | EdtfProblem {
  if (text === '..') return 'open';
  if (text === '') return kind === 'oneOf' ? 'open' : 'unknown';
  const point = parsePoint(text);
  return point.kind === 'problem' ? point : point.point;
}

function pairText(kind: Pair, left: string, right: string): string {
  return kind === 'oneOf' ? `[${left}..${right}]` : `${left}/${right}`;
}

function meant(text: string, end: EdtfEnd | EdtfProblem): string | undefined {
  return isProblem(end) ? end.proposal : text;
}

/** The pair of two sides as they were probably meant; undefined where one of them is anybody's guess. */
function meantPair(kind: Pair, left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return undefined;
  const text = pairText(kind, left, right);
  return parseEdtf(text).kind === 'problem' ? undefined : text;
}

function isProblem(end: EdtfEnd | EdtfProblem): end is EdtfProblem {
  return typeof end === 'object' && 'kind' in end;
}

function parsePoint(text: string): { kind: 'point'; point: EdtfPoint } | EdtfProblem {
  const qualifier = /[?~%]$/.exec(text)?.[0] ?? '';
  const body = qualifier ? text.slice(0, -1) : text;
  const span = parseBody(body);
  if ('kind' in span) return span;
  const point: EdtfPoint = {
    ...span,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  };
  return { kind: 'point', point };
}

type Body = DaySpan & { precision: Precision; season?: number };

const DIGIT_FORM = /^-?\d{4}(?:-\d\d(?:-\d\d)?)?$/;

function parseBody(body: string): Body | EdtfProblem {
  if (body.startsWith('-0000')) return problem('noSuchDay');
  if (DIGIT_FORM.test(body)) {
    const season = /^(-?\d{4})-(2[1-4])$/.exec(body);
    if (season) return seasonBody(Number(season[1]), Number(season[2]));
    const span = parseIsoSpan(body);
    if (!span) return problem('noSuchDay');
    const dashes = body.replace(/^-/, '').split('-').length;
    return { ...span, precision: dashes === 1 ? 'year' : dashes === 2 ? 'month' : 'day' };
  }
  return parseUnspecified(body) ?? explain(body);
}

/** Seasons as the northern calendar has them; winter begins in its own year and ends in the next. */
function seasonBody(year: number, season: number): Body {
  const firstMonth = 3 + (season - 21) * 3;
  return {
    earliest: dayOf(year, firstMonth, 1),
    latest: dayOf(year, firstMonth + 3, 0),
    precision: 'season',
    season,
  };
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

/** Says what is wrong with a text that is no date, and how it was probably meant. */
function explain(body: string): EdtfProblem {
  const time = /^(\d{4}-\d\d-\d\d)[T ]\d\d[^/]*$/.exec(body);
  if (time) return problem('time', valid(time[1] ?? ''));
  if (/^Y-?\d+$/.test(body)) return problem('tooFar');
  if (/^-?\d{5,}(-|$)/.test(body)) return problem(/^\d{8}$/.test(body) ? 'form' : 'tooFar', compact(body));
  const swapped = ambiguousDay(body);
  if (swapped) return swapped;
  const short = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(body);
  if (short) {
    const parts = [
      short[1] ?? '',
      ...short
        .slice(2)
        .filter(Boolean)
        .map(part => part.padStart(2, '0')),
    ];
    return problem('form', valid(parts.join('-')));
  }
  return problem('form');
}

function compact(body: string): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)$/.exec(body);
  return match ? valid(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
}

/** `01/02/2020` has two readings and `25/02/2020` has one; neither is taken without a person. */
function ambiguousDay(text: string): EdtfProblem | null {
  const match = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text);
  if (!match) return null;
  const [a, b] = [match[1] ?? '', match[2] ?? ''].map(part => part.padStart(2, '0'));
  const readings = [valid(`${match[3]}-${b}-${a}`), valid(`${match[3]}-${a}-${b}`)].filter(reading => reading);
  const [first, second] = new Set(readings);
  return first && !second ? problem('form', first) : problem('ambiguous');
}

function valid(iso: string): string | undefined {
  return parseIsoSpan(iso) ? iso : undefined;
}

function problem(reason: EdtfProblem['reason'], proposal?: string): EdtfProblem {
  return proposal === undefined ? { kind: 'problem', reason } : { kind: 'problem', reason, proposal };
}

/** True when the date is known to the day at both ends and nothing about it is qualified. */
export function isExact(date: Edtf): boolean {
  const ends = date.kind === 'point' ? [date.point] : [date.start, date.end];
  return (
    date.kind !== 'oneOf' &&
    ends.every(end => typeof end === 'object' && end.precision === 'day' && !end.uncertain && !end.approximate)
  );
}

/** The length of a span in days, both ends included; infinite when a side is open. */
export function spanLength(span: DaySpan): number {
  if (span.earliest === OPEN_START || span.latest === OPEN_END) return Number.POSITIVE_INFINITY;
  return span.latest - span.earliest + 1;
}
