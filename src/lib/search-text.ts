import { wordsOf } from './fold';

/** What a search text asks for. Words match the beginning of a word; a phrase matches whole words in a row. */
export interface SearchTerms {
  words: readonly string[];
  phrases: readonly (readonly string[])[];
  notWords: readonly (readonly string[])[];
  notPhrases: readonly (readonly string[])[];
}

/**
 * Quotation marks, by the one that opens, with those that may close. Languages use the same marks the other way round:
 * “English”, „deutsch“, „po polsku”, ”på svenska”, « français », »dansk«, »suomeksi».
 */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '＂': '＂',
  '“': '“”‟',
  '”': '“”‟',
  '„': '“”‟',
  '‟': '“”‟',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
};

/** One term as it was typed: a run without spaces, or what stands between quotation marks. */
interface Token {
  text: string;
  isQuoted: boolean;
  isNot: boolean;
}

/**
 *   border police      both words begin some word
 *   "border police"    these whole words in a row; a quote that is never closed is no quote yet
 *   -border            must not match; a hyphen inside a word is a cut, so -anti-drug excludes what matches anti-drug
 *   -"border police"   this phrase must not match
 */
export function parseSearch(text: string): SearchTerms {
  const words: string[] = [];
  const phrases: string[][] = [];
  const notWords: string[][] = [];
  const notPhrases: string[][] = [];
  for (const { text: typed, isQuoted, isNot } of tokensOf(text)) {
    const cut = wordsOf(typed);
    if (cut.length === 0) continue;
    if (isQuoted) (isNot ? notPhrases : phrases).push(cut);
    else if (isNot) notWords.push(cut);
    else words.push(...cut);
  }
  return { words, phrases, notWords, notPhrases };
}

function* tokensOf(text: string): Generator<Token> {
  /** Quotation marks that nothing closes any more: no need to look again. */
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length; ) {
    const isNot = text[at] === '-';
    const start = isNot ? at + 1 : at;
    const end = closingOf(text, start, unclosed);
    if (end > start) {
      yield { text: text.slice(start + 1, end), isQuoted: true, isNot };
      at = end + 1;
    } else if (isSpace(text[at])) {
      at += 1;
    } else {
      const begin = at;
      while (at < text.length && !isSpace(text[at])) at += 1;
      yield { text: text.slice(begin, at), isQuoted: false, isNot };
    }
  }
}

/** Where the quotation mark at this place is closed, or -1. */
function closingOf(text: string, opening: number, unclosed: Set<string>): number {
  const mark = text[opening] ?? '';
  const closing = Object.hasOwn(CLOSING, mark) ? CLOSING[mark] : undefined;
  if (closing === undefined || unclosed.has(mark)) return -1;
  for (let at = opening + 1; at < text.length; at += 1) if (closing.includes(text[at] ?? '')) return at;
  unclosed.add(mark);
  return -1;
}

function isSpace(letter: string | undefined): boolean {
  return letter?.trim() === '';
}

/** A text without any letter or digit: it filters nothing. */
export function asksNothing(terms: SearchTerms): boolean {
  return Object.values(terms).every(list => list.length === 0);
}
