import { getOwn } from '../lib/get-own';
import { shortened } from '../lib/shortened';
import type { SpokenText } from '../lib/spoken-text';
import type { Text } from './dataset';

/** The text in the first of these languages that it has (`fr-BE` also finds `fr`), else in any that it has. */
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

/** What the format allows of a title and of a short label, in characters. */
export const LONGEST_TITLE = 300;
export const LONGEST_SHORT = 40;

/** True where a text is longer than so many characters in any of its languages. There are never more than UTF-16 units. */
export function isLonger(text: Text, max: number): boolean {
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  return texts.some(one => one.length > max && (one.length > 2 * max || [...one].length > max));
}

/** A text as it is shown: one that is longer than the format allows is cut. */
export function cutText(text: Text, max: number): Text {
  if (!isLonger(text, max)) return text;
  if (typeof text === 'string') return shortened(text, max);
  return Object.fromEntries(Object.entries(text).map(([language, one]) => [language, cutText(one, max) as string]));
}
