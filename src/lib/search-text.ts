import { placedWordsOf, wordsOf } from './fold';

/** What a search text asks for. Words match the beginning of a word; a phrase matches whole words in a row. */
export interface SearchTerms {
  words: readonly string[];
  phrases: readonly (readonly string[])[];
  notWords: readonly (readonly string[])[];
  notPhrases: readonly (readonly string[])[];
}

/*
 *   border police      both words begin some word
 *   "border police"    these whole words in a row; a quote that is never closed is no quote yet
 *   -border            must not match; a hyphen inside a word is a cut, so -anti-drug excludes what matches anti-drug
 *   -"border police"   this phrase must not match
 */
const TOKEN = /(-?)"([^"]*)"|(\S+)/g;

export function parseSearch(text: string): SearchTerms {
  const words: string[] = [];
  const phrases: string[][] = [];
  const notWords: string[][] = [];
  const notPhrases: string[][] = [];
  for (const [, minus, quoted, bare] of text.matchAll(TOKEN)) {
    if (quoted !== undefined) {
      const phrase = wordsOf(quoted);
      if (phrase.length > 0) (minus ? notPhrases : phrases).push(phrase);
    } else if (bare !== undefined) {
      const cut = wordsOf(bare);
      if (cut.length === 0) continue;
      if (bare.startsWith('-')) notWords.push(cut);
      else words.push(...cut);
    }
  }
  return { words, phrases, notWords, notPhrases };
}

export function asksNothing(terms: SearchTerms): boolean {
  return Object.values(terms).every(list => list.length === 0);
}

/** True when these fields, each given as its folded words in order, satisfy the terms together. */
export function matchesSearch(terms: SearchTerms, fields: readonly (readonly string[])[]): boolean {
  const begins = (word: string) => fields.some(field => field.some(candidate => candidate.startsWith(word)));
  const contains = (phrase: readonly string[]) => fields.some(field => indexOfPhrase(field, phrase) >= 0);
  return (
    terms.words.every(begins) &&
    terms.phrases.every(contains) &&
    !terms.notWords.some(cut => cut.every(begins)) &&
    !terms.notPhrases.some(contains)
  );
}

function indexOfPhrase(field: readonly string[], phrase: readonly string[], from = 0): number {
  for (let at = from; at + phrase.length <= field.length; at += 1) {
    if (phrase.every((word, i) => field[at + i] === word)) return at;
  }
  return -1;
}

/** A piece of a text; `hit` pieces are what the search found. Joined, the pieces are the text. */
export interface TextPiece {
  text: string;
  hit: boolean;
}

/** Cuts a text where the search's words and phrases stand in it. */
export function highlight(text: string, terms: SearchTerms): TextPiece[] {
  const placed = placedWordsOf(text);
  const words = placed.map(({ word }) => word);
  const hits = new Set<number>();
  words.forEach((word, i) => {
    if (terms.words.some(start => word.startsWith(start))) hits.add(i);
  });
  for (const phrase of terms.phrases) {
    for (let at = indexOfPhrase(words, phrase); at >= 0; at = indexOfPhrase(words, phrase, at + 1)) {
      phrase.forEach((_, i) => {
        hits.add(at + i);
      });
    }
  }
  const pieces: TextPiece[] = [];
  let done = 0;
  const push = (end: number, hit: boolean) => {
    if (end > done) pieces.push({ text: text.slice(done, end), hit });
    done = Math.max(done, end);
  };
  placed.forEach(({ start, end }, i) => {
    if (!hits.has(i)) return;
    push(start, false);
    push(end, true);
  });
  push(text.length, false);
  return pieces;
}
