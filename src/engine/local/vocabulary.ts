import { firstWhere } from '../../lib/binary-search';

/** `letters` has the units of all words in sequence, and `ends[i]` is the index after the last unit of word i. */
export interface Vocabulary {
  letters: Uint16Array;
  ends: Uint32Array;
}

export function rangeOfPrefix(vocabulary: Vocabulary, prefix: string): [number, number] {
  return [firstWord(vocabulary, prefix, order => order >= 0), firstWord(vocabulary, prefix, order => order > 0)];
}

/**
 * Returns the range `[start, end)` that contains only this word. The range is empty if the vocabulary lacks the word.
 */
export function rangeOfWord(vocabulary: Vocabulary, word: string): [number, number] {
  const [start, end] = rangeOfPrefix(vocabulary, word);
  return [start, start < end && lengthOf(vocabulary, start) === word.length ? start + 1 : start];
}

function firstWord(vocabulary: Vocabulary, prefix: string, isPast: (order: number) => boolean): number {
  return firstWhere(0, vocabulary.ends.length, word => isPast(orderToPrefix(vocabulary, word, prefix)));
}

/** Returns 0 if the word begins with the prefix, or a number below 0 or above 0 if it sorts before or after. */
function orderToPrefix(vocabulary: Vocabulary, word: number, prefix: string): number {
  const start = startOf(vocabulary, word);
  const length = lengthOf(vocabulary, word);
  for (let i = 0; i < prefix.length; i += 1) {
    if (i >= length) return -1;
    const order = (vocabulary.letters[start + i] ?? 0) - prefix.charCodeAt(i);
    if (order !== 0) return order;
  }
  return 0;
}

export function startOf({ ends }: Vocabulary, word: number): number {
  return word === 0 ? 0 : (ends[word - 1] ?? 0);
}

function lengthOf(vocabulary: Vocabulary, word: number): number {
  return (vocabulary.ends[word] ?? 0) - startOf(vocabulary, word);
}

/** Returns a vocabulary with the same words in the order of the indices `order`. Each yield is a pause. */
export function* inOrder(words: Vocabulary, order: Uint32Array): Generator<undefined, Vocabulary> {
  const letters = new Uint16Array(words.ends.at(-1) ?? 0);
  const ends = new Uint32Array(order.length);
  let end = 0;
  for (let i = 0; i < order.length; i += 1) {
    const word = order[i] ?? 0;
    for (let at = startOf(words, word); at < (words.ends[word] ?? 0); at += 1) {
      letters[end] = words.letters[at] ?? 0;
      end += 1;
    }
    ends[i] = end;
    if (i % 4096 === 4095) yield;
  }
  return { letters, ends };
}
