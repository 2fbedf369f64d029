import { wordsOf } from '../lib/fold';

/** In encoded characters. Common servers refuse addresses of 8,000 characters, and other parameters need room. */
const LONGEST_SEARCH = 4_000;

/** Returns whether servers accept a link with this search text. */
export function fitsLink(text: string): boolean {
  return encodeURIComponent(text).length <= LONGEST_SEARCH;
}

/** Returns the search text, or '' if it filters nothing because it has no letter and no digit. */
export function askedText(text: string): string {
  return wordsOf(text).length > 0 ? text : '';
}
