import { isoYear, parseIsoSpan } from '../lib/day';
import { type Era, eraAtEnd } from '../lib/eras';
import { fold } from '../lib/fold';
import { monthNames } from '../lib/month-names';
import { eraName } from './calendar-format';

/**
 * Parses a typed year, month or day in the language of the page or in English: `2017`, `2017-3`, `March 2017`, `1 Jan
 * 2017`, `31/12/2017`, `500 BC`, `15 mars 44 av. J.-C.`. Returns the date as it is written in links. Returns null for
 * an invalid or ambiguous date, such as `1/2/2017` or a year of one or two digits without era.
 */
export function readTypedDate(language: string, typed: string): string | null {
  const iso = typed.trim();
  if (parseIsoSpan(iso)) return iso;
  const text = typed.normalize('NFKC').replace(GROUPED, number => number.replace(/\D/g, ''));
  if (text.length > LONGEST || /^\s*[-−–]/.test(text)) return null;
  const { rest, era } = withoutEra(language, text);
  const words = fold(rest).match(/\d+|[\p{L}\p{M}]+/gu) ?? [];
  const numbers = words.filter(isNumber);
  const names = words.filter(word => !isNumber(word) && !IGNORED_WORDS.has(word));
  const month = names.length === 1 ? monthNamed(language, names[0] ?? '') : null;
  if (names.length > 0 && month === null) return null;
  const parts = month === null ? byNumbers(numbers, /\d\s*\.\s*\d/.test(text)) : byName(numbers, month);
  return parts && isoText(parts, era);
}

const LONGEST = 60;

const GROUPED = /(?<!\d)\d{1,3}(?:[,.'’ ]\d{3})+(?!\d)/g;

/** Ignored in a typed date: the suffixes of `1st`, `2nd`, `3rd`, `4th`, `1er`, and `de` and `of`. */
const IGNORED_WORDS = new Set(['st', 'nd', 'rd', 'th', 'er', 'de', 'of']);

/** Removes the era from the end of a text or, if there is none, from the beginning. `era` may be null. */
function withoutEra(language: string, text: string): { rest: string; era: Era | null } {
  const eraOf = (name: string): Era | null => {
    if (!/\p{L}/u.test(name)) return null;
    const known = eraAtEnd(name.trim());
    if (known?.rest === '') return known.era;
    const isNamed = (isBc: boolean) => lettersOf(eraName(language, isBc)) === lettersOf(name);
    return isNamed(true) ? 'bc' : isNamed(false) ? 'ad' : null;
  };
  const [, before = '', rest = '', after = ''] = /^(\D*)(.*\d)(\D*)$/s.exec(text) ?? [];
  const last = eraOf(after);
  if (last) return { rest: before + rest, era: last };
  const first = eraOf(before);
  return first ? { rest: rest + after, era: first } : { rest: text, era: null };
}

interface Parts {
  year: string;
  month: number | null;
  day: number | null;
}

/** Assigns numbers to year, month and day. With dots, the day comes first. Null if the order is ambiguous. */
function byNumbers(numbers: readonly string[], hasDots: boolean): Parts | null {
  const [a = '', b = '', c = ''] = numbers;
  if (numbers.length === 1) return { year: a, month: null, day: null };
  if (numbers.length === 2) {
    return isYear(a) ? { year: a, month: Number(b), day: null } : { year: b, month: Number(a), day: null };
  }
  if (numbers.length !== 3) return null;
  if (isYear(a)) return { year: a, month: Number(b), day: Number(c) };
  const dayFirst = { year: c, month: Number(b), day: Number(a) };
  const monthFirst = { year: c, month: Number(a), day: Number(b) };
  if (hasDots || a === b || Number(a) > 12) return dayFirst;
  return Number(b) > 12 ? monthFirst : null;
}

function byName(numbers: readonly string[], month: number): Parts | null {
  const [a = '', b = ''] = numbers;
  if (numbers.length === 1) return { year: a, month, day: null };
  if (numbers.length !== 2) return null;
  return isYear(a) ? { year: a, month, day: Number(b) } : { year: b, month, day: Number(a) };
}

function isoText({ year: digits, month, day }: Parts, era: Era | null): string | null {
  if (era === null && !isYear(digits)) return null;
  const year = Number(digits);
  if (year === 0 && era !== null) return null;
  const parts = [isoYear(era === 'bc' ? 1 - year : year), month, day].filter(part => part !== null);
  const text = parts.map(part => String(part).padStart(2, '0')).join('-');
  return parseIsoSpan(text) ? text : null;
}

function isNumber(word: string): boolean {
  return /^\d/.test(word);
}

/** Two digits may also be a day or a month, or a year in any century. */
function isYear(digits: string): boolean {
  return digits.length > 2;
}

function lettersOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{M}]/gu, '');
}

/** Returns the month with this name. Three or more letters suffice if they begin the name of only one month. */
function monthNamed(language: string, word: string): number | null {
  const months = [...new Set([language, 'en'])].flatMap(known => [...monthNames(known)]);
  const found = new Set(
    months.filter(([name]) => name === word || (word.length >= 3 && name.startsWith(word))).map(([, month]) => month),
  );
  const [month = null] = found;
  return found.size === 1 ? month : null;
}
