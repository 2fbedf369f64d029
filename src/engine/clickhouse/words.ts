import { wordUnits } from '../../lib/find-words';
import { wordsOf } from '../../lib/fold';
import { isUnspacedAt } from '../../lib/unspaced';

/*
 * The column `words` has all searched texts of an activity in one string. So a search for a word or a phrase is a search for
 * a part of this string. Each piece of a word begins with `|`, each word ends with a blank, and each text with a line break:
 *
 *   Border police, 欧盟EU     |border |police |欧|盟|eu \n
 *
 * A word is one piece. In scripts that are written without spaces, each letter is a piece, because a search word may begin
 * and end at any letter.
 */

export function wordsColumn(texts: readonly string[]): string {
  return texts.map(text => `${wordsOf(text).map(storedWord).join('')}\n`).join('');
}

function storedWord(word: string): string {
  return `${piecesOf(word)} `;
}

/** Returns a folded word with `|` before each of its pieces. */
export function piecesOf(word: string): string {
  // Most words take this shortcut. Otherwise finding the pieces of words would take a sixth of the time of a load.
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
