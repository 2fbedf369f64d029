import { getOwn } from '../lib/get-own';
import { shortened } from '../lib/shortened';
import type { SpokenText } from '../lib/spoken-text';
import type { Text } from './dataset';

/**
 * Returns the text in the first of `languages` that it has, otherwise in its own first language. `fr-BE` also matches
 * `fr`.
 */
export function textIn(text: Text, languages: readonly string[]): SpokenText {
  if (typeof text === 'string') return { text, language: null };
  for (const language of languages) {
    for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      const found = getOwn(text, tag);
      if (found !== undefined) return { text: found, language: tag };
    }
  }
  const [first] = Object.entries(text);
  return { text: first?.[1] ?? '', language: first?.[0] ?? null };
}

/** The maximum lengths of a title and of a short label, in characters. */
export const LONGEST_TITLE = 300;
export const LONGEST_SHORT = 40;

/**
 * Returns whether a text has more than `max` characters in any language. Compares UTF-16 units first, because a text
 * never has more characters than units.
 */
export function isLonger(text: Text, max: number): boolean {
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  return texts.some(one => one.length > max && (one.length > 2 * max || [...one].length > max));
}

/** Cuts a text to `max` characters in every language. */
export function cutText(text: Text, max: number): Text {
  if (!isLonger(text, max)) return text;
  if (typeof text === 'string') return shortened(text, max);
  return Object.fromEntries(Object.entries(text).map(([language, one]) => [language, cutText(one, max) as string]));
}
