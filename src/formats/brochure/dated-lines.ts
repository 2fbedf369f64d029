import { dateReadings } from '../../lib/date-readings';
import { isWeekday, monthOf } from '../../lib/date-words';
import { type DaySpan, isoDay } from '../../lib/day';
import { parseEdtf } from '../../lib/edtf';
import type { Line } from './text-lines';

export interface Heading {
  index: number;
  /** The date as it is written, with a year added if it has none. */
  date: string;
  /** '' if the title is on the next line. */
  title: string;
  place?: string;
  /** A sentence that says where the year is from. Only set if the line itself has no year. */
  dateNote?: string;
}

export interface Headings {
  headings: readonly Heading[];
  /** The numbers of lines that contain only a year. This year applies to the headings below the line. */
  yearLines: ReadonlySet<number>;
  /** Lines that may be headings. Their dates have no year, and the dates around them do not determine it. */
  unread: readonly Line[];
}

/** The maximum length in characters of a date with words such as “between … and …”. */
const LONGEST_DATE = 70;

/** A longer line, in characters, is a sentence, unless a colon or a dash separates its date from its title. */
const LONGEST_HEADING = 200;

/** Matches list bullets, heading signs and signs of bold text at the beginning of a line. */
const MARKS = /^(?:[#>•▪◦·*–—-]+ |\*\*|__)+/;

const BOLD = /\*\*|__/g;

const STRONG = / ?[:：|] ?| [-–—]+ |(?<=[\p{L}\p{N}.)?])[–—](?=[\p{L}\p{N}“"'‘«])|(?:\*\*|__) ?/gu;
const WEAK = /[,;] |\. |\) ?| /g;

/** `isOfYearAbove` is true if the year of the date is from a line above. */
type Parts = Pick<Heading, 'date' | 'title' | 'place'> & { isOfYearAbove?: boolean };
type PartsOf = (text: string, year: string | undefined) => Parts | null;

/** The ways in which headings are written, the least ambiguous first. */
const WAYS: readonly PartsOf[] = [
  (text, year) => dateFirst(text, STRONG, year) ?? dateAlone(text, year),
  (text, year) => (isSentence(text) ? null : dateFirst(text, WEAK, year, isBeginning)),
  (text, year) => (isSentence(text) ? null : dateLast(text, year)),
  (text, year) => placeFirst(text, year),
];

/**
 * Finds the headings, the lines that begin items. Uses the way of writing that finds the most headings, of the four in
 * `WAYS`.
 */
export function headingsOf(lines: readonly Line[]): Headings {
  const found = WAYS.map(partsOf => headingsBy(lines, partsOf));
  const best = found.reduce((most, other) => (other.headings.length > most.headings.length ? other : most));
  return best.headings.length === 0 ? { ...best, unread: [] } : withUnreadable(lines, best);
}

function headingsBy(lines: readonly Line[], partsOf: PartsOf): Omit<Headings, 'unread'> {
  const headings: Heading[] = [];
  const yearLines = new Set<number>();
  let yearAbove: Line | undefined;
  lines.forEach((line, index) => {
    if (line.text === '') return;
    const text = line.text.replace(MARKS, '').replace(/^\((.*)\)$/, '$1');
    const year = yearAlone(text);
    if (year !== undefined && isAboveDates(lines, index, partsOf, year)) {
      yearAbove = { ...line, text: year };
      yearLines.add(line.number);
      return;
    }
    const parts = partsOf(text, yearAbove?.text);
    if (!parts) return;
    const { date, title, place } = parts;
    const dateNote = yearAbove && `The year ${yearAbove.text} is taken from line ${yearAbove.number}.`;
    headings.push({
      index,
      date,
      title,
      ...(place && { place }),
      ...(parts.isOfYearAbove && dateNote !== undefined && { dateNote }),
    });
  });
  return { headings, yearLines };
}

function yearAlone(text: string): string | undefined {
  return /^[^\p{L}\d]*([12]\d{3})[^\p{L}\d]*$/u.exec(text)?.[1];
}

/** Returns whether the next line that is not blank is a heading with a date of this year. */
function isAboveDates(lines: readonly Line[], index: number, partsOf: PartsOf, year: string): boolean {
  const next = lines.slice(index + 1).find(({ text }) => text !== '');
  const text = next?.text.replace(MARKS, '') ?? '';
  return yearAlone(text) === undefined && partsOf(text, year) !== null;
}

function dateFirst(
  text: string,
  separators: RegExp,
  year: string | undefined,
  isTitle = (title: string) => title !== '',
): Parts | null {
  const found = [...text.slice(0, LONGEST_DATE + 10).matchAll(separators)].flatMap(({ 0: { length }, index }) => {
    const title = withoutBold(text.slice(index + length)).replace(/^(?:[-–—:] )+/, '');
    const read = isTitle(title) ? readDate(withoutBold(text.slice(0, index)), year) : null;
    return read ? [{ ...read, title }] : [];
  });
  return found.at(-1) ?? null;
}

function dateAlone(text: string, year: string | undefined): Parts | null {
  const read = readDate(withoutBold(text.replace(/[:.,]$/, '')), year);
  return read && { ...read, title: '' };
}

function dateLast(text: string, year: string | undefined): Parts | null {
  for (const separator of text.matchAll(/ ?\(| [-–—|] |, /g)) {
    const date = text.slice(separator.index + separator[0].length).replace(/[).]+$/, '');
    const read = readDate(date.trim(), year);
    if (read) return { ...read, title: withoutBold(text.slice(0, separator.index)) };
  }
  return null;
}

function placeFirst(text: string, year: string | undefined): Parts | null {
  const [, place, rest = ''] = /^(\p{Lu}[^,:\d]{1,40}), (.+)$/u.exec(withoutBold(text)) ?? [];
  const parts = place === undefined ? null : dateFirst(rest, STRONG, year);
  return parts && place !== undefined ? { ...parts, place } : null;
}

function withoutBold(text: string): string {
  return text.replace(BOLD, '').trim();
}

function isSentence(text: string): boolean {
  return text.length > LONGEST_HEADING || /[.!?…,;]$/.test(text);
}

/** Returns whether a text begins like a title: with a capital letter, a number or a quotation mark. */
function isBeginning(title: string): boolean {
  return /^["'“‘«„#@]?[\p{Lu}\p{Lo}\p{N}]/u.test(title);
}

/** Returns a text as a date, or null if it is not a date. If the date has no year, adds `year`. */
function readDate(text: string, year: string | undefined): Omit<Parts, 'title'> | null {
  if (!/\d/.test(text) || text.length > LONGEST_DATE) return null;
  if (dateReadings(text).readings.length > 0) return { date: text };
  const completed = year === undefined ? undefined : withYear(text, year);
  return completed === undefined ? null : { date: completed, isOfYearAbove: true };
}

function withYear(text: string, year: string | number): string | undefined {
  return [`${text} ${year}`, `${text}, ${year}`].find(date => dateReadings(date).readings.length > 0);
}

const BEFORE_COLON = /^([^:]{3,40}?)(?:: ?| [-–—] )(\S.*)$/;
const NUMERIC = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;

/** Returns the parts of a line that is written like a heading, even if its date does not exist: `31 February: …`. */
function partsLikeHeading(text: string): Parts | null {
  const [, date = '', title = ''] = BEFORE_COLON.exec(text.replace(MARKS, '')) ?? [];
  const words = date.split(/[\s,]+/);
  const numbers = words.filter(word => /^\d+\p{L}{0,3}\.?(?:[-–]\d+\.?)?$/u.test(word)).length;
  const months = words.filter(word => /^\p{L}/u.test(word) && monthOf(word) !== undefined).length;
  const isFirst = /^\d/.test(date) || monthOf(words[0] ?? '') !== undefined || isWeekday(words[0] ?? '');
  const isLike = isFirst && ((numbers > 0 && months > 0 && words.length <= numbers + months + 2) || NUMERIC.test(date));
  return isLike ? { date, title } : null;
}

/**
 * Adds lines that look like headings but were not read as headings. A date with a year stays unchanged, and a later
 * step reports it. A date without a year gets the only year that puts it between the headings above and below.
 */
function withUnreadable(lines: readonly Line[], { headings, yearLines }: Omit<Headings, 'unread'>): Headings {
  const byIndex = new Map(headings.map(heading => [heading.index, heading]));
  const unread: Line[] = [];
  lines.forEach((line, index) => {
    const parts = byIndex.has(index) ? null : partsLikeHeading(line.text);
    if (!parts) return;
    if (/\d{4}/.test(parts.date) || NUMERIC.test(parts.date)) byIndex.set(index, { index, ...parts });
    else {
      const above = headings.findLast(heading => heading.index < index);
      const below = headings.find(heading => heading.index > index);
      const date = above && below && dateBetween(parts.date, spanOf(above), spanOf(below));
      if (date === undefined) unread.push(line);
      else {
        const dateNote = 'The heading has no year; the dates above and below it admit only this one.';
        byIndex.set(index, { index, date, title: parts.title, dateNote });
      }
    }
  });
  return { headings: [...byIndex.values()].sort((a, b) => a.index - b.index), yearLines, unread };
}

function dateBetween(text: string, above: DaySpan | null, below: DaySpan | null): string | undefined {
  if (!above || !below) return undefined;
  const isNewestFirst = above.earliest >= below.earliest;
  const [first, last] = isNewestFirst ? [below.earliest, above.latest] : [above.earliest, below.latest];
  const years = new Set([first, last].map(day => isoDay(day).slice(0, 4)));
  const dates = [...years].flatMap(year => withYear(text, year) ?? []);
  const fitting = dates.filter(date => {
    const span = spanOf({ date });
    return span !== null && span.earliest >= first && span.latest <= last;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

function spanOf({ date }: Pick<Heading, 'date'>): DaySpan | null {
  const [only, second] = dateReadings(date).readings;
  const parsed = only === undefined || second !== undefined ? null : parseEdtf(only);
  return parsed === null || parsed.kind === 'problem' ? null : parsed;
}
