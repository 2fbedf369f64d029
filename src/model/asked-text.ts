import { wordsOf } from '../lib/fold';

/** The part of a search text that filters: all of it, or nothing where it has no letter and no digit. */
export function askedText(text: string): string {
  return wordsOf(text).length > 0 ? text : '';
}
