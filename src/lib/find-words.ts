import type { SearchTerms } from './search-text';
import { isUnspacedAt, isUnspacedBefore } from './unspaced';
import { WordCutter } from './word-cutter';

/*
 * Finds the words of a search in UTF-16 units that `WordCutter` writes: words in the form of `fold`, each followed by a
 * zero. Another zero follows each field.
 *
 *   border police      a search word matches at the beginning of a word in the text
 *   新闻办公室          in unspaced scripts it matches anywhere: 国家[新闻]办公室召开[新闻]发布会
 *   欧盟EU会议2018      and next to an unspaced letter: 欧盟[eu]会议 and [2018], but neither 018 nor u会议
 *
 * Unspaced scripts do not mark word boundaries, so every index next to an unspaced letter counts as one.
 */

/** The UTF-16 units of one word, in the form of `fold` and without a final zero. */
export type WordUnits = Uint16Array;

export function wordUnits(word: string): WordUnits {
  return Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
}

/** The searched part of `units`, from `start` up to `end` (exclusive). */
export interface UnitRange {
  units: Uint16Array;
  start: number;
  end: number;
}

/**
 * Returns the index, at or after `from`, of the first word that begins with `word`, or -1. With `isWhole`, the word in
 * the text must also end with the match.
 */
export function findWord(range: UnitRange, word: WordUnits, isWhole: boolean, from = range.start): number {
  const { units, end } = range;
  const last = end - word.length;
  const first = word[0];
  const beginsAnywhere = isUnspacedAt(word, 0);
  for (let at = from; at <= last; at += 1) {
    if (units[at] !== first) continue;
    if (!beginsAnywhere && !mayBegin(range, at)) continue;
    if (occursAt(units, at, word) && (!isWhole || mayEnd(range, at + word.length))) return at;
  }
  return -1;
}

/** Returns the start index of each word of the first match of the phrase from `from` on. Null without a match. */
export function findPhrase(range: UnitRange, phrase: readonly WordUnits[], from = range.start): number[] | null {
  const [first] = phrase;
  if (first === undefined) return null;
  for (let at = findWord(range, first, true, from); at >= 0; at = findWord(range, first, true, at + 1)) {
    const starts = phraseAt(range, phrase, at);
    if (starts) return starts;
  }
  return null;
}

/**
 * Returns the start index of each word of the phrase if the phrase occurs at index `at`, otherwise null. Words of a
 * phrase are at most one zero apart, because two zeros are the end of a field.
 */
function phraseAt({ units, start, end }: UnitRange, phrase: readonly WordUnits[], at: number): number[] | null {
  const starts: number[] = [];
  let next = at;
  for (const word of phrase) {
    if (next > at && next < end && units[next] === 0) next += 1;
    const past = next + word.length;
    if (past > end || !occursAt(units, next, word) || !mayEnd({ units, start, end }, past)) return null;
    starts.push(next);
    next = past;
  }
  return starts;
}

function mayBegin({ units, start }: UnitRange, at: number): boolean {
  return at === start || units[at - 1] === 0 || isUnspacedAt(units, at) || isUnspacedBefore(units, at);
}

function mayEnd({ units, end }: UnitRange, at: number): boolean {
  return at === end || units[at] === 0 || isUnspacedAt(units, at) || isUnspacedBefore(units, at);
}

function occursAt(units: Uint16Array, at: number, word: WordUnits): boolean {
  for (let i = 1; i < word.length; i += 1) if (units[at + i] !== word[i]) return false;
  return units[at] === word[0];
}

/** Returns the end of the whole word whose beginning matched up to `at`. In scripts without spaces, returns `at`. */
export function endOfFound(range: UnitRange, at: number): number {
  let end = at;
  while (!mayEnd(range, end)) end += 1;
  return end;
}

/** Returns a function that returns whether a text contains a phrase. The words of the phrase are in the form of `fold`. */
export function phraseTest(phrase: readonly string[]): (text: string) => boolean {
  const cutter = new WordCutter();
  const words = phrase.map(wordUnits);
  return text => {
    cutter.cut(text);
    return findPhrase({ units: cutter.units, start: 0, end: cutter.end }, words) !== null;
  };
}

/** Returns a function that returns whether units written by `WordCutter.cutFields` match the terms. */
export function termsTest(terms: SearchTerms): (units: Uint16Array) => boolean {
  const words = terms.words.map(wordUnits);
  const notWords = terms.notWords.map(cut => cut.map(wordUnits));
  const phrases = terms.phrases.map(phrase => phrase.map(wordUnits));
  const notPhrases = terms.notPhrases.map(phrase => phrase.map(wordUnits));
  return units => {
    const all = { units, start: 0, end: units.length };
    const has = (word: WordUnits) => findWord(all, word, false) >= 0;
    const hasPhrase = (phrase: readonly WordUnits[]) => findPhrase(all, phrase) !== null;
    return (
      words.every(has) &&
      phrases.every(hasPhrase) &&
      !notWords.some(cut => cut.every(has)) &&
      !notPhrases.some(hasPhrase)
    );
  };
}
