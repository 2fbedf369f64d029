import { quotable } from '../lib/shortened';
import { askedText } from '../model/asked-text';
import type { TextTools } from './use-text';

/** Returns a search text in quotation marks, shortened, for sentences and chips. Empty if the text filters nothing. */
export function quotedSearch({ t }: Pick<TextTools, 't'>, text: string): string {
  const asked = askedText(text);
  return asked && t('quoted', { text: quotable(asked) });
}
