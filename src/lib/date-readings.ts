import { type DateNote, type DatePart, edtfOf, two, yearOf } from './date-parts';
import { isoDay } from './day';
import { LONGEST_DATE, parseEdtf } from './edtf';
import { datePartsOf } from './parse-date-part';

export interface DateReadings {
  /** EDTF texts, the most likely one first. Empty if the text is not a date. */
  readings: string[];
  note?: DateNote;
}

/**
 * Reads a date as people write it, in eight languages: `c. 1830`, `1890s`, `1914–18`, `500 BC`, `1 May 1963`, `Winter
 * 2013–14`, `2020年1月23日`, `before 400 BC`. Returns every meaning of an ambiguous text. Never throws.
 */
export function dateReadings(text: string): DateReadings {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_DATE) return { readings: [] };
  if (parseEdtf(trimmed).kind !== 'problem') return { readings: [trimmed] };
  const written = trimmed
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[‐‑−]/g, '-')
    .replace(/^(\d{8})T(\d\d)(\d\d)(\d\d)?(?=Z?$)/, '$1T$2:$3:$4')
    .replace(/:(?=Z?$)/, '');
  const single = singles(written);
  const found = [
    ...single,
    ...openSided(written),
    ...oneOfReadings(written),
    ...consecutive(written),
    ...ranges(written, single.length > 0),
  ];
  const note = found.find(reading => reading.note)?.note;
  const readings = [...new Set(found.map(reading => reading.edtf))];
  return note === undefined ? { readings } : { readings, note };
}

interface Reading {
  edtf: string;
  note?: DateNote | undefined;
}

function singles(text: string): Reading[] {
  return datePartsOf(text).flatMap(part => {
    const edtf = edtfOf(part);
    return edtf === undefined ? [] : [{ edtf, note: part.note }];
  });
}

const BEFORE = /^(?:before|prior to|earlier than|vor|avant|antes de|prima del?|voor|przed)(?: the)? (.+)$/i;
const AFTER = /^(?:after|later than|nach|après|después de|dopo(?: il)?|depois de|na|po)(?: the)? (.+)$/i;
const UNTIL =
  /^(?:until|till|up to|by|not after|bis|jusqu['’](?:en|à|au)|hasta|fino al?|até|tot|do|[–—]|-(?= )) ?(.+)$/i;
const SINCE = /^(?:since|from|not before|seit|ab|depuis|à partir de|desde|dal?|sinds|vanaf|od) (.+)$/i;
const ONWARDS =
  /^(.+?) ?(?:[-–—]|to|bis|à|a|tot|do|until) ?(?:present|today|now|ongoing|heute|aujourd['’]hui|présent|hoy|presente|oggi|hoje|heden|nu|dziś|…|\.\.\.?|\?)?$|^(.+) (?:onwards|on|ff\.?)$/i;

/** Reads dates with one open side: `before 1900`, `after 1900`, `until 1900`, `since 1900`. */
function openSided(text: string): Reading[] {
  const rest = (pattern: RegExp) => {
    const match = pattern.exec(text);
    return singles(match?.[1] ?? match?.[2] ?? '');
  };
  const written = (readings: readonly Reading[], write: (edtf: string) => string | undefined) =>
    readings.flatMap(({ edtf, note }) => valid(write(edtf), note));
  return [
    ...written(rest(BEFORE), edtf => adjacentDate(edtf, -1, side => `[..${side}]`)),
    ...written(rest(AFTER), edtf => adjacentDate(edtf, 1, side => `[${side}..]`)),
    ...written(rest(UNTIL), edtf => `../${edtf}`),
    ...written(rest(SINCE), edtf => `${edtf}/..`),
    ...written(rest(ONWARDS), edtf => `${edtf}/..`),
  ];
}

/**
 * Returns the result of `write` for the day, month or year right before (`step` -1) or right after (`step` 1) a date.
 * Returns undefined if `edtf` is not a single date.
 */
function adjacentDate(edtf: string, step: 1 | -1, write: (side: string) => string): string | undefined {
  const date = parseEdtf(edtf);
  if (date.kind !== 'point') return undefined;
  const { precision } = date.point;
  const day = isoDay(step < 0 ? date.earliest - 1 : date.latest + 1);
  const isMonths = precision === 'month' || precision === 'season' || precision === 'quarter';
  const side = precision === 'day' ? day : day.slice(0, isMonths ? -3 : -6);
  return write(side + (/[?~%]$/.exec(edtf)?.[0] ?? ''));
}

const BETWEEN: readonly RegExp[] = [
  /^(?:sometime |some time )?between (.+?) and (.+)$/i,
  /^zwischen (.+?) und (.+)$/i,
  /^entre (.+?) (?:et|y|e) (.+)$/i,
  /^(?:tra|fra) (?:il )?(.+?) e (?:il )?(.+)$/i,
  /^tussen (.+?) en (.+)$/i,
  /^między (.+?) a (.+)$/i,
  /^\[(.*)\.\.(.*)\]$/,
];
const OR = /^(.+?) (?:or|oder|ou|o|of|lub) (.+)$/i;

/** Reads dates that mean one of several days or years: `between 1900 and 1910`, `1900 or 1901`. */
function oneOfReadings(text: string): Reading[] {
  const between = BETWEEN.flatMap(pattern => {
    const [, left, right] = pattern.exec(text) ?? [];
    return left === undefined || right === undefined ? [] : pairs(left, right, oneOf);
  });
  const [, left = '', right = ''] = OR.exec(text) ?? [];
  // Only consecutive years become a range: `[1900..1901]` means either year. Other years would need a list, but
  // `parseEdtf` reads no lists.
  const alternatives = pairs(left, right, oneOf).filter(({ edtf }) => {
    const date = parseEdtf(edtf);
    if (date.kind !== 'oneOf' || typeof date.start === 'string' || typeof date.end === 'string') return false;
    return date.end.earliest === date.start.latest + 1;
  });
  return [...between, ...alternatives];
}

const AND = /^(.+?) (?:and|&|\+|und|et|y|e|en|i) (.+)$/i;

/** Reads two consecutive days or years: `7 and 8 June 2017`. Days further apart are not one interval. */
function consecutive(text: string): Reading[] {
  const [, left = '', right = ''] = AND.exec(text) ?? [];
  return pairs(left, right, (start, end) => `${start}/${end}`).filter(({ edtf }) => {
    const date = parseEdtf(edtf);
    if (date.kind !== 'interval' || typeof date.start === 'string' || typeof date.end === 'string') return false;
    return date.end.earliest === date.start.latest + 1;
  });
}

function oneOf(start: string, end: string): string {
  return `[${start}..${end}]`;
}

/** Separators of the two sides of a range, the least ambiguous first. */
const SEPARATORS: readonly RegExp[] = [
  / ?[–—] ?/g,
  / - /g,
  / (?:to|until|through|bis|à|au|al?|hasta|até|tot(?: en met)?|t\/m|do) /g,
  /\.\./g,
  / ?\/ ?/g,
];
const FROM = /^(?:from|von|vom|de|du|del|dal?|desde|van|od) /i;

/** Matches a year, a hyphen and one or two digits, such as `2003-04`, which may be a range of years. */
const MAY_END = /^[^-]*\d{3,4}-\d{1,2}\D*$/;

function ranges(text: string, isRead: boolean): Reading[] {
  const range = text.replace(FROM, '');
  const separators = isRead && !MAY_END.test(range) ? SEPARATORS : [...SEPARATORS, /-/g];
  for (const separator of separators) {
    const found = [...range.matchAll(separator)].flatMap(({ 0: { length }, index }) =>
      pairs(range.slice(0, index), range.slice(index + length), (start, end) => `${start}/${end}`),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Combines the meanings of both sides. A side without a year, for example, takes the year of the other side. */
function pairs(left: string, right: string, write: (start: string, end: string) => string): Reading[] {
  if (left === '..') return singles(right).flatMap(({ edtf, note }) => valid(write(left, edtf), note));
  if (right === '..') return singles(left).flatMap(({ edtf, note }) => valid(write(edtf, right), note));
  return datePartsOf(left).flatMap(start =>
    datePartsOf(right).flatMap(end => {
      const note = start.note ?? end.note;
      return completePair(start, end).flatMap(([first, last]) => {
        const [from, to] = [edtfOf(first), edtfOf(last)];
        if (from === undefined || to === undefined) return [];
        if (from === to) return [{ edtf: from, note }];
        return [...valid(write(from, to), note), ...swapped(from, to, write, note)].slice(0, 1);
      });
    }),
  );
}

function swapped(from: string, to: string, write: (start: string, end: string) => string, note?: DateNote): Reading[] {
  const date = parseEdtf(write(from, to));
  return date.kind === 'problem' && date.reason === 'reversed' ? valid(write(to, from), note) : [];
}

function valid(edtf: string | undefined, note?: DateNote): Reading[] {
  return edtf === undefined || parseEdtf(edtf).kind === 'problem' ? [] : [{ edtf, note }];
}

/** Completes each side with parts of the other side. Returns an empty list if the sides do not fit together. */
function completePair(start: DatePart, end: DatePart): [DatePart, DatePart][] {
  if (end.bare) return completeEndYear(start, end.bare);
  const first = start.year === undefined && start.edtf === undefined ? completeStart(start, end) : start;
  if (!first) return [];
  if (first.code === 24 && isYearOnly(end) && yearOf(end) === (yearOf(first) ?? 0) + 1) return [[first, first]];
  if (end.day !== undefined && end.month === undefined) {
    return first.month === undefined ? [] : [[first, { ...end, month: first.month }]];
  }
  if (end.era === 'bc' && !first.era) return [[{ ...first, era: 'bc' }, end]];
  if (first.era === 'bc' && !end.era && (end.year ?? Number.POSITIVE_INFINITY) < (first.year ?? 0)) {
    return [
      [first, { ...end, era: 'bc' }],
      [first, end],
    ];
  }
  return [[first, end]];
}

/**
 * Completes the start of `3–5 March 2019`, `30 May – 2 June 2019`, `spring–summer 1951`, `44–30 BC` or `3rd–5th
 * century`. If the start's month or season is later than the end's, the start is in the year before: `30 December – 2
 * January 2019`.
 */
function completeStart(start: DatePart, end: DatePart): DatePart | undefined {
  const century = /^(-?)\d\dXX$/.exec(end.edtf ?? '');
  if (century && start.bare && start.bare.value > 0) {
    return { ...start, edtf: `${century[1]}${two(start.bare.value - 1)}XX` };
  }
  if (end.year === undefined) return undefined;
  const { year, era, month } = end;
  const shared: DatePart = { ...start, year, ...(era && { era }) };
  if (!start.bare) {
    if (isYearOnly(end)) return undefined;
    const isBefore = (start.month ?? 0) > (month ?? 12) || (start.code ?? 0) > (end.code ?? 99);
    return isBefore ? { ...shared, year: era === 'bc' ? year + 1 : year - 1 } : shared;
  }
  if (isYearOnly(end)) return era && { ...shared, year: start.bare.value };
  return end.day === undefined || month === undefined ? undefined : { ...shared, month, day: start.bare.value };
}

function isYearOnly({ month, day, code }: DatePart): boolean {
  return month === undefined && day === undefined && code === undefined;
}

/** Completes the end year of `1914–18` from its last digits. `Winter 2013–14` is a single winter. */
function completeEndYear(
  start: DatePart,
  { value, digits }: { value: number; digits: number },
): [DatePart, DatePart][] {
  if (start.year === undefined || start.day !== undefined || start.month !== undefined) return [];
  const power = 10 ** digits;
  const year = Math.floor(start.year / power) * power + value;
  const end = { ...start, year };
  if (start.code === 24 && yearOf(end) === (yearOf(start) ?? 0) + 1) return [[start, start]];
  return (yearOf(end) ?? 0) > (yearOf(start) ?? 0) ? [[start, end]] : [];
}
