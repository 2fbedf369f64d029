import { wordsOf } from './fold';

/** `words` match the beginning of a word, `phrases` whole words. `notWords` and `notPhrases` exclude a text. */
export interface SearchTerms {
  words: readonly string[];
  phrases: readonly (readonly string[])[];
  notWords: readonly (readonly string[])[];
  notPhrases: readonly (readonly string[])[];
}

/**
 * Maps opening quotation marks to the marks that may close them. Languages use the same marks in different roles:
 * “English”, „deutsch“, „po polsku“, ”på svenska”, « français », »dansk«, »suomeksi».
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

/** One search term as typed: a run without spaces, or the text between quotation marks. */
interface Token {
  text: string;
  isQuoted: boolean;
  isNot: boolean;
}

/**
 * Parses a search text:
 *
 *   border police      both must match the beginning of a word
 *   "border police"    whole consecutive words; a quotation mark without a closing one is ignored
 *   -border            must not match; a hyphen inside a word separates words, so -anti-drug excludes texts that match anti-drug
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
  /** Opening marks that the rest of the text does not close, so that the search for a closing mark is not repeated. */
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

/** Returns -1 if no mark closes the quotation mark at `opening`. */
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

/** Whether a search has no terms and therefore filters nothing. */
export function asksNothing(terms: SearchTerms): boolean {
  return Object.values(terms).every(list => list.length === 0);
}
