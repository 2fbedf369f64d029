import { quotable } from '../lib/shortened';
import { askedText } from '../model/asked-text';
import type { TextTools } from './use-text';

/** A search text as sentences and chips quote it: a pasted page is not said as a whole. Empty where it filters nothing. */
export function quotedSearch({ t }: Pick<TextTools, 't'>, text: string): string {
  const asked = askedText(text);
  return asked && t('quoted', { text: quotable(asked) });
}
