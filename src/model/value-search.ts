import { fold, wordsOf } from '../lib/fold';
import { hasBeginning } from '../lib/unspaced';
import type { Facet, FacetValue, Text } from './dataset';

/** A value and its names in the reader's language. `folded` are the names in lower case, without accents. */
interface Entry {
  facet: Facet;
  value: FacetValue;
  position: number;
  names: readonly string[];
  folded: readonly string[];
}

/** All values of a dataset, prepared for searching. */
export type ValueIndex = readonly Entry[];

export interface FoundValue {
  facet: Facet;
  value: FacetValue;
  position: number;
  /**
   * The name that fits the search best. Of equally good names, the label comes before the short label, and both before
   * aliases.
   */
  name: string;
}

/** The number of values that are added to the index between two pauses. Adding them takes a few milliseconds. */
const STEP = 2000;

/** Makes an index of all values. Yields now and then, so that the caller can let the page do other work. */
export function* indexValues(
  facets: readonly Facet[],
  words: (text: Text) => string,
): Generator<undefined, ValueIndex, void> {
  const entries: Entry[] = [];
  for (const facet of facets) {
    for (const [position, value] of facet.values.entries()) {
      const { label, short, aliases = [] } = value;
      const names = [label, ...(short === undefined ? [] : [short]), ...aliases].map(words);
      entries.push({ facet, value, position, names, folded: names.map(name => wordsOf(name).join(' ')) });
      if (entries.length % STEP === 0) yield;
    }
  }
  return entries;
}

/**
 * How well a name fits the typed text, from best to worst. The name equals the text, begins with it, contains all its
 * words, or lacks a word.
 */
const [EQUAL, BEGINS, CONTAINS, APART] = [0, 1, 2, 3];

/**
 * Returns at most `limit` values. Each typed word must be the beginning of a word in the names of a value. Values that
 * fit better come first, then values with a larger `weightOf`. A text without letters and digits finds nothing.
 */
export function findValues(
  index: ValueIndex,
  typed: string,
  { limit, weightOf }: { limit: number; weightOf: (found: Pick<FoundValue, 'facet' | 'position'>) => number },
): FoundValue[] {
  const wanted = wordsOf(typed);
  const [first] = wanted;
  if (first === undefined) return [];
  const text = wanted.join(' ');
  const found = index.flatMap(entry => {
    if (!wanted.every(word => entry.folded.some(name => name.includes(word)))) return [];
    const fits = entry.folded.map(name => fitOf(name, text, wanted));
    const fit = Math.min(...fits);
    if (fit === APART && !wanted.every(word => entry.folded.some(name => containsWord(name, word)))) return [];
    const { facet, value, position, names } = entry;
    const name = (fit === APART ? undefined : names[fits.indexOf(fit)]) ?? names[0] ?? '';
    return [{ found: { facet, value, position, name }, fit, weight: weightOf(entry) }];
  });
  const sorted = found.sort((a, b) => a.fit - b.fit || b.weight - a.weight);
  return sorted.slice(0, limit).map(one => one.found);
}

/**
 * Returns how well a name fits the typed text. Returns `APART` if the name lacks a typed word, which another name of
 * the value may contain.
 */
function fitOf(name: string, text: string, wanted: readonly string[]): number {
  if (name === text) return EQUAL;
  if (name.startsWith(text)) return BEGINS;
  return wanted.every(word => containsWord(name, word)) ? CONTAINS : APART;
}

function containsWord(name: string, start: string): boolean {
  return name.split(' ').some(word => hasBeginning(word, start));
}

/** The last typed words name the values `found`. The words before them remain a search text (`rest`). */
export interface Offer {
  rest: string;
  found: readonly FoundValue[];
}

/** A text with more words is not read as the name of a value. */
const MAX_WORDS = 8;

const QUOTATION_MARK = /["＂“”„‟«»‹›]/;

/**
 * Returns the values that the last words of the typed text name. Takes as many last words as possible, but does not
 * begin with an excluded word (`-word`). Returns null if these words name no value, or if the text has quotation marks,
 * which have a meaning only in a search.
 */
export function offerFor(typed: string, find: (text: string) => readonly FoundValue[]): Offer | null {
  if (QUOTATION_MARK.test(typed)) return null;
  const words = typed.split(/\s+/).filter(word => fold(word) !== '');
  if (words.length > MAX_WORDS) return null;
  for (let start = 0; start < words.length; start += 1) {
    const end = words.slice(start);
    if (end[0]?.startsWith('-')) continue;
    const found = find(end.join(' '));
    if (found.length > 0) return { rest: words.slice(0, start).join(' '), found };
  }
  return null;
}
