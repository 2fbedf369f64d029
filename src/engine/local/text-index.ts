import { phraseTest } from '../../lib/find-words';
import type { SearchTerms } from '../../lib/search-text';
import { addBit, type Bitset, eachBit, emptyBitset, fullBitset, intersect, subtract } from './bitset';
import { lowerBound } from './set-list';
import { unspacedWordsWith } from './unspaced-words';
import { rangeOfPrefix, rangeOfWord, type Vocabulary } from './vocabulary';

/** Returns the searched texts of the activity at a position, one string for each field and language. */
export type FieldsAt = (position: number) => readonly string[];

/** The number of positions per block. Positions within a block fit into sixteen bits. */
export const BLOCK_SIZE = 0x10000;

/** The occurrences of words in one block of positions, sorted by word. Words with the same prefix are adjacent. */
export interface TextBlock {
  /** The words that occur in the block, as ascending indices into the vocabulary. */
  words: Uint32Array;
  /** For each word, the index of its first element in `positions`. The last element is the length of `positions`. */
  starts: Uint32Array;
  /** For each word, the positions of the activities that have it, relative to the first position of the block. */
  positions: Uint16Array;
}

export interface TextIndex {
  size: number;
  vocabulary: Vocabulary;
  blocks: readonly TextBlock[];
}

/**
 * Returns the activities that match the terms. The result is the same as with `termsTest` on the searched texts of each
 * activity.
 */
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

/** Returns the activities with a word that begins with the prefix, or in scripts without spaces contains it. */
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

/** Returns the activities in `within` with the phrase. Only texts of activities with all its words are read. */
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

function withAnyOf({ size, blocks }: TextIndex, [first, end]: [number, number]): Bitset {
  const found = emptyBitset(size);
  if (first < end) {
    blocks.forEach(({ words, starts, positions }, i) => {
      const run = positions.subarray(starts[lowerBound(words, first)], starts[lowerBound(words, end)]);
      addAll(found.subarray((i * BLOCK_SIZE) >>> 5, ((i + 1) * BLOCK_SIZE) >>> 5), run);
    });
  }
  return found;
}

/** Adds the activities that contain one of the words `some` to `found`. `some` must ascend. */
function addSome({ blocks }: TextIndex, found: Bitset, some: readonly number[]): void {
  if (some.length === 0) return;
  blocks.forEach(({ words, starts, positions }, i) => {
    const part = found.subarray((i * BLOCK_SIZE) >>> 5, ((i + 1) * BLOCK_SIZE) >>> 5);
    let at = lowerBound(words, some[0] ?? 0);
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
