import { wordsOf } from '../lib/fold';

/** In characters of an address. Common servers refuse requests of 8,000, and a link has more to say than a search. */
const LONGEST_SEARCH = 4_000;

/** Whether the link to a search text is one that servers answer. */
export function fitsLink(text: string): boolean {
  return encodeURIComponent(text).length <= LONGEST_SEARCH;
}

/** The part of a search text that filters: all of it, or nothing where it has no letter and no digit. */
export function askedText(text: string): string {
  return wordsOf(text).length > 0 ? text : '';
}
