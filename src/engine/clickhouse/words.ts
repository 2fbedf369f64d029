import { wordUnits } from '../../lib/find-words';
import { wordsOf } from '../../lib/fold';
import { isUnspacedAt } from '../../lib/unspaced';

/*
 * The searched texts of an activity in one string, so that a search for a word or a phrase is a search for a part of this
 * string. `|` stands before each piece of a word, a blank after each word, and a line break after each text:
 *
 *   Border police, 欧盟EU     |border |police |欧|盟|eu \n
 *
 * A word is one piece, except in scripts that are written without spaces: there each letter is a piece, because a search word
 * may begin and end at each of them.
 */

/** Returns the searched texts of an activity as the column `words` stores them. */
export function wordsColumn(texts: readonly string[]): string {
  return texts.map(text => `${wordsOf(text).map(storedWord).join('')}\n`).join('');
}

function storedWord(word: string): string {
  return `${piecesOf(word)} `;
}

/** Returns a folded word with `|` before each of its pieces. */
export function piecesOf(word: string): string {
  // Most words are such, and finding the pieces takes a sixth of the time of loading.
  if (/^[a-z0-9]+$/.test(word)) return `|${word}`;
  const units = wordUnits(word);
  let written = '';
  let wasUnspaced = true;
  for (let at = 0; at < word.length; ) {
    const letter = String.fromCodePoint(word.codePointAt(at) ?? 0);
    const isUnspaced = isUnspacedAt(units, at);
    written += isUnspaced || wasUnspaced ? `|${letter}` : letter;
    wasUnspaced = isUnspaced;
    at += letter.length;
  }
  return written;
}
