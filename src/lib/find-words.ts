import type { SearchTerms } from './search-text';
import { isUnspacedAt, isUnspacedBefore } from './unspaced';
import { WordCutter } from './word-cutter';

/*
 * Where the words of a search stand in a cut text: units of folded words, a zero behind each word, one more behind each
 * field.
 *
 *   border police      a word is found where a word of the text begins
 *   新闻办公室          and anywhere in a word of a script that writes no spaces: 国家[新闻]办公室召开[新闻]发布会
 *   欧盟EU会议2018      and where such letters and others meet: 欧盟[eu]会议, [2018], but no 018 and no u会议
 *
 * The letters of unspaced scripts have no boundaries between words, so any place beside one of them counts as one.
 */

/** A word without a zero behind it. */
export type WordUnits = Uint16Array;

export function wordUnits(word: string): WordUnits {
  return Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
}

/** A stretch of units, `[start, end)`; what stands outside of it is not looked at. */
export interface Stretch {
  units: Uint16Array;
  start: number;
  end: number;
}

/** The first place from `from` on where the word stands and may begin, or -1. A whole word may also end there. */
export function findWord(stretch: Stretch, word: WordUnits, isWhole: boolean, from = stretch.start): number {
  const { units, end } = stretch;
  const last = end - word.length;
  const first = word[0];
  const beginsAnywhere = isUnspacedAt(word, 0);
  for (let at = from; at <= last; at += 1) {
    if (units[at] !== first) continue;
    if (!beginsAnywhere && !mayBegin(stretch, at)) continue;
    if (standsAt(units, at, word) && (!isWhole || mayEnd(stretch, at + word.length))) return at;
  }
  return -1;
}

/** Where the words of the first such phrase from `from` on stand; null without one. */
export function findPhrase(stretch: Stretch, phrase: readonly WordUnits[], from = stretch.start): number[] | null {
  const [first] = phrase;
  if (first === undefined) return null;
  for (let at = findWord(stretch, first, true, from); at >= 0; at = findWord(stretch, first, true, at + 1)) {
    const places = placesOf(stretch, phrase, at);
    if (places) return places;
  }
  return null;
}

/** The places of a phrase that begins here, its words in a row: nothing but a cut, or nothing at all, between them. */
function placesOf({ units, start, end }: Stretch, phrase: readonly WordUnits[], at: number): number[] | null {
  const places: number[] = [];
  let next = at;
  for (const word of phrase) {
    if (next > at && next < end && units[next] === 0) next += 1;
    const past = next + word.length;
    if (past > end || !standsAt(units, next, word) || !mayEnd({ units, start, end }, past)) return null;
    places.push(next);
    next = past;
  }
  return places;
}

function mayBegin({ units, start }: Stretch, at: number): boolean {
  return at === start || units[at - 1] === 0 || isUnspacedAt(units, at) || isUnspacedBefore(units, at);
}

function mayEnd({ units, end }: Stretch, at: number): boolean {
  return at === end || units[at] === 0 || isUnspacedAt(units, at) || isUnspacedBefore(units, at);
}

function standsAt(units: Uint16Array, at: number, word: WordUnits): boolean {
  for (let i = 1; i < word.length; i += 1) if (units[at + i] !== word[i]) return false;
  return units[at] === word[0];
}

/** The end of what a reader takes for the word that is found up to `at`: of a whole word, or of unspaced letters. */
export function endOfFound(stretch: Stretch, at: number): number {
  let end = at;
  while (!mayEnd(stretch, end)) end += 1;
  return end;
}

/** Tells whether a text has the phrase, a list of folded words. */
export function phraseTest(phrase: readonly string[]): (text: string) => boolean {
  const cutter = new WordCutter();
  const words = phrase.map(wordUnits);
  return text => {
    cutter.cut(text);
    return findPhrase({ units: cutter.units, start: 0, end: cutter.end }, words) !== null;
  };
}

/** Tells whether the fields of a cut text satisfy the terms together. */
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
