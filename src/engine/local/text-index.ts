import { phraseTest } from '../../lib/find-words';
import type { SearchTerms } from '../../lib/search-text';
import { addBit, type Bitset, eachBit, emptyBitset, fullBitset, intersect, subtract } from './bitset';
import { placeOf } from './set-list';
import { unspacedWordsWith } from './unspaced-words';
import { rangeOfPrefix, rangeOfWord, type Vocabulary } from './vocabulary';

/** The searched texts of an activity, each field and each language of it for itself. */
export type FieldsAt = (position: number) => readonly string[];

/** How many positions a block holds: as many as sixteen bits can tell apart. */
export const BLOCK = 0x10000;

/**
 * Where the words occur, for one block of positions. The positions of neighbouring words are neighbours, so those of all
 * words that begin alike are one run, and the bits they set are eight kilobytes.
 */
export interface TextBlock {
  /** The words that occur here, by their place in the vocabulary, ascending. */
  words: Uint32Array;
  /** Where the positions of each word start, and after the last one, where they end. */
  starts: Uint32Array;
  /** Less the block's first position. */
  positions: Uint16Array;
}

export interface TextIndex {
  size: number;
  vocabulary: Vocabulary;
  blocks: readonly TextBlock[];
}

/** The activities that satisfy the terms: those that `termsTest` finds in their cut fields. */
export function searchText(index: TextIndex, terms: SearchTerms, fieldsAt: FieldsAt): Bitset {
  const found = fullBitset(index.size);
  for (const word of terms.words) intersect(found, beginningWith(index, word));
  for (const cut of terms.notWords) {
    const excluded = fullBitset(index.size);
    for (const word of cut) intersect(excluded, beginningWith(index, word));
    subtract(found, excluded);
  }
  for (const phrase of terms.phrases) intersect(found, withPhrase(index, phrase, found, fieldsAt));
  for (const phrase of terms.notPhrases) subtract(found, withPhrase(index, phrase, found, fieldsAt));
  return found;
}

/** Those where a word begins so, or has it inside where words have no boundaries. */
function beginningWith(index: TextIndex, prefix: string): Bitset {
  const found = withAnyOf(index, rangeOfPrefix(index.vocabulary, prefix));
  addSome(index, found, unspacedWordsWith(index.vocabulary, prefix, false));
  return found;
}

function withWord(index: TextIndex, word: string): Bitset {
  const found = withAnyOf(index, rangeOfWord(index.vocabulary, word));
  addSome(index, found, unspacedWordsWith(index.vocabulary, word, true));
  return found;
}

/** Those within a set that have the phrase. Only where all of its words occur is the text itself read. */
function withPhrase(index: TextIndex, phrase: readonly string[], within: Bitset, fieldsAt: FieldsAt): Bitset {
  const candidates = within.slice();
  for (const word of phrase) intersect(candidates, withWord(index, word));
  if (phrase.length === 1) return candidates;
  const found = emptyBitset(index.size);
  const hasPhrase = phraseTest(phrase);
  eachBit(candidates, position => {
    if (fieldsAt(position).some(hasPhrase)) addBit(found, position);
    return true;
  });
  return found;
}

/** Those that have a word of the range `[first, end)`. */
function withAnyOf({ size, blocks }: TextIndex, [first, end]: [number, number]): Bitset {
  const found = emptyBitset(size);
  if (first < end) {
    blocks.forEach(({ words, starts, positions }, i) => {
      const run = positions.subarray(starts[placeOf(words, first)], starts[placeOf(words, end)]);
      addAll(found.subarray((i * BLOCK) >>> 5, ((i + 1) * BLOCK) >>> 5), run);
    });
  }
  return found;
}

/** Adds those that have one of the words, which ascend. */
function addSome({ blocks }: TextIndex, found: Bitset, some: readonly number[]): void {
  if (some.length === 0) return;
  blocks.forEach(({ words, starts, positions }, i) => {
    const part = found.subarray((i * BLOCK) >>> 5, ((i + 1) * BLOCK) >>> 5);
    let at = placeOf(words, some[0] ?? 0);
    for (const word of some) {
      while (at < words.length && (words[at] ?? 0) < word) at += 1;
      if (words[at] === word) addAll(part, positions.subarray(starts[at], starts[at + 1]));
    }
  });
}

function addAll(set: Bitset, positions: Uint16Array): void {
  for (let i = 0; i < positions.length; i += 1) {
    const position = positions[i] ?? 0;
    const word = position >>> 5;
    set[word] = (set[word] ?? 0) | (1 << (position & 31));
  }
}
