import { own } from '../lib/own';
import type { SpokenText } from '../lib/spoken-text';
import type { Text } from './dataset';

/** The text in the first of these languages that it has (`fr-BE` also finds `fr`), else in any that it has. */
export function textIn(text: Text, languages: readonly string[]): SpokenText {
  if (typeof text === 'string') return { text, language: null };
  for (const language of languages) {
    for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      const found = own(text, tag);
      if (found !== undefined) return { text: found, language: tag };
    }
  }
  const [first] = Object.entries(text);
  return { text: first?.[1] ?? '', language: first?.[0] ?? null };
}
