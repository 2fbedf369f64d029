import { wordsOf } from '../lib/fold';

/**
 * In characters of the encoded address. Common servers refuse requests of 8,000, and a link has other parameters too.
 */
const LONGEST_SEARCH = 4_000;

/** Returns whether servers accept a link with this search text. */
export function fitsLink(text: string): boolean {
  return encodeURIComponent(text).length <= LONGEST_SEARCH;
}

/** Returns the search text, or '' if it has no letter and no digit and so filters nothing. */
export function askedText(text: string): string {
  return wordsOf(text).length > 0 ? text : '';
}
