import { findWord, wordUnits } from '../../lib/find-words';
import { isUnspacedAt } from '../../lib/unspaced';
import { startOf, type Vocabulary } from './vocabulary';

const known = new WeakMap<Vocabulary, Uint32Array>();

/**
 * Returns the words that contain `word` and have letters of scripts without spaces, in ascending order. With `isWhole`,
 * `word` must also end at a word boundary. All words with such letters are read, but they are few: in these scripts, a
 * word of the vocabulary is a whole clause.
 */
export function unspacedWordsWith(vocabulary: Vocabulary, word: string, isWhole: boolean): number[] {
  const { letters, ends } = vocabulary;
  const wanted = wordUnits(word);
  const found: number[] = [];
  for (const at of unspacedWords(vocabulary)) {
    const stretch = { units: letters, start: startOf(vocabulary, at), end: ends[at] ?? 0 };
    if (findWord(stretch, wanted, isWhole) >= 0) found.push(at);
  }
  return found;
}

/** Returns the words with letters of scripts without spaces. They are found once, at the first search. */
function unspacedWords(vocabulary: Vocabulary): Uint32Array {
  const words = known.get(vocabulary) ?? wordsWithUnspaced(vocabulary);
  known.set(vocabulary, words);
  return words;
}

function wordsWithUnspaced({ letters, ends }: Vocabulary): Uint32Array {
  const words: number[] = [];
  let word = 0;
  for (let at = 0; at < letters.length; at += 1) {
    if (!isUnspacedAt(letters, at)) continue;
    while ((ends[word] ?? 0) <= at) word += 1;
    words.push(word);
    at = (ends[word] ?? 0) - 1;
  }
  return Uint32Array.from(words);
}
