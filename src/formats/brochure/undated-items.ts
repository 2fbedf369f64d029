import { dateReadings } from '../../lib/date-readings';
import { monthOf } from '../../lib/date-words';
import { type DaySpan, isoDay } from '../../lib/day';
import { parseEdtf } from '../../lib/edtf';
import { shortened } from '../../lib/shortened';
import type { Item, Items } from './items';
import { joined, type Line } from './text-lines';

const MAX_WORDS = 7;

const LONGEST_TITLE = 140;

/** Dates without a year are completed only within a period of at most this many years. */
const MAX_YEARS = 5;

/**
 * Returns the paragraphs of a text without dated headings as items. A paragraph has a date if its text contains exactly
 * one. If the dated paragraphs are in the order of time, a paragraph without a date gets the period between its
 * neighbours. Returns no items if fewer than two paragraphs have a date.
 */
export function undatedItems(lines: readonly Line[]): Items {
  const paragraphs = paragraphsOf(lines);
  const dates = paragraphs.map(paragraph => datesIn(joined(paragraph)));
  const own = dates.map(found => (found.length === 1 ? (found[0] ?? null) : null));
  if (own.filter(date => date !== null).length < 2) return { items: [], before: [], unread: [] };
  const items = paragraphs.map((paragraph, i): Item => {
    const text = joined(paragraph);
    const date = own[i];
    const title = titleOf(text);
    const item = { line: paragraph[0]?.number ?? 0, title, body: isWhole(title, text) ? '' : text };
    if (date) return { ...item, date: date.edtf, dateNote: `The date is taken from the text: “${date.words}”.` };
    return { ...item, ...dateBetween(text, neighbours(own, i)) };
  });
  return { items, before: [], unread: [] };
}

/** Splits lines into paragraphs at blank lines. In a text without blank lines, each line is a paragraph. */
function paragraphsOf(lines: readonly Line[]): Line[][] {
  const first = lines.findIndex(({ text }) => text !== '');
  const last = lines.findLastIndex(({ text }) => text !== '');
  const written = lines.slice(first, last + 1);
  if (written.every(({ text }) => text !== '')) return written.map(line => [line]);
  const paragraphs: Line[][] = [[]];
  for (const line of written) {
    if (line.text !== '') paragraphs.at(-1)?.push(line);
    else if (paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
  }
  return paragraphs.filter(paragraph => paragraph.length > 0);
}

function isWhole(title: string, text: string): boolean {
  return text === title || text === `${title}.`;
}

/** Matches the end of a sentence. A full stop after up to three letters, as in “Mr.”, does not end a sentence. */
const SENTENCE_END = /(?:(?<!(?<!\p{L})\p{L}{1,3})\.|[!?…])["”’»)]?(?=\s+["“‘«(]?[\p{Lu}\p{N}])/u;

function titleOf(text: string): string {
  const end = SENTENCE_END.exec(text);
  const sentence = end ? text.slice(0, end.index + end[0].length) : text;
  return shortened(sentence.replace(/\s+/g, ' ').replace(/(?<!\.)\.$/, ''), LONGEST_TITLE, LONGEST_TITLE / 2);
}

interface FoundDate {
  edtf: string;
  words: string;
}

/** Returns the different dates in a text that have a month, a year and exactly one meaning. */
function datesIn(text: string, year?: number): FoundDate[] {
  const words = text.split(/\s+/);
  const found = new Map<string, FoundDate>();
  for (let first = 0; first < words.length; first += 1) {
    for (let count = Math.min(MAX_WORDS, words.length - first); count > 0; count -= 1) {
      const date = dateIn(words.slice(first, first + count), year);
      if (!date) continue;
      if (!found.has(date.edtf)) found.set(date.edtf, date);
      first += count - 1;
      break;
    }
  }
  return [...found.values()];
}

function dateIn(words: readonly string[], year: number | undefined): FoundDate | null {
  const [start = '', end = ''] = [words[0], words.at(-1)];
  if (!/^[(“"]?[\d\p{L}]/u.test(start) || words.slice(0, -1).some(word => /[;:]$/.test(word))) return null;
  const isNumeric = words.length === 1 && /^\W?\d+[./-]\d+[./-]\d+/.test(start);
  if (!isNumeric && !words.some(word => monthOf(word.replace(/\P{L}/gu, '')) !== undefined)) return null;
  if (!isNumeric && !/\d/.test(start) && monthOf(start.replace(/\P{L}/gu, '')) === undefined) return null;
  const text = [...words.slice(0, -1), end]
    .join(' ')
    .replace(/^[(“"]/, '')
    .replace(/[.,;:)”"!?]+$/, '');
  const last = end.replace(/[^\p{L}\p{N}]/gu, '');
  if (!/\d/.test(text) || (!/\d/.test(last) && monthOf(last) === undefined)) return null;
  const { readings } = dateReadings(year === undefined ? text : `${text} ${year}`);
  const [edtf] = readings;
  return edtf !== undefined && readings.length === 1 && /\d{4}-\d\d/.test(edtf) ? { edtf, words: text } : null;
}

interface Neighbours {
  /** The date of the nearest dated paragraph above; null if there is none. */
  above: FoundDate | null;
  below: FoundDate | null;
  isNewestFirst: boolean;
}

function neighbours(dates: readonly (FoundDate | null)[], index: number): Neighbours | null {
  const days = dates.flatMap(date => (date ? [spanOf(date).earliest] : []));
  const isNewestFirst = days.every((day, i) => i === 0 || day <= (days[i - 1] ?? day));
  const isOldestFirst = days.every((day, i) => i === 0 || day >= (days[i - 1] ?? day));
  if (!isNewestFirst && !isOldestFirst) return null;
  return {
    above: dates.slice(0, index).findLast(date => date !== null) ?? null,
    below: dates.slice(index + 1).find(date => date !== null) ?? null,
    isNewestFirst,
  };
}

function spanOf({ edtf }: FoundDate): DaySpan {
  const date = parseEdtf(edtf);
  if (date.kind === 'problem') throw new Error(`${edtf} is not a date`);
  return date;
}

function dateBetween(text: string, around: Neighbours | null): Pick<Item, 'date' | 'dateNote'> {
  if (!around) return { date: '' };
  const { above, below, isNewestFirst } = around;
  const [earlier, later] = isNewestFirst ? [below, above] : [above, below];
  const [first, last] = [earlier && spanOf(earlier).earliest, later && spanOf(later).latest];
  const [from, to] = [first === null ? '' : isoDay(first), last === null ? '' : isoDay(last)];
  const inPeriod = first === null || last === null ? [] : yearlessDates(text, { earliest: first, latest: last });
  const [only] = inPeriod;
  if (only && inPeriod.length === 1) {
    return {
      date: only.edtf,
      dateNote: `“${only.words}” has no year; the texts above and below it admit only this one.`,
    };
  }
  const named = [above, below].flatMap(date => (date ? [`“${date.words}”`] : [])).join(' and ');
  return {
    date: from === to ? from : `[${from}..${to}]`,
    dateNote: `The text has no date of its own. It is taken to be in order with the texts around it (${named}).`,
  };
}

/** Returns the dates without a year in a text, with each year that puts them inside a short period. */
function yearlessDates(text: string, period: DaySpan): FoundDate[] {
  const first = Number(isoDay(period.earliest).slice(0, 4));
  const last = Number(isoDay(period.latest).slice(0, 4));
  if (!(last - first <= MAX_YEARS)) return [];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const dates = years.flatMap(year => datesIn(text, year));
  return dates.filter(date => {
    const { earliest, latest } = spanOf(date);
    return earliest >= period.earliest && latest <= period.latest;
  });
}
