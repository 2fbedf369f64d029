import { quotable } from '../lib/shortened';
import { askedText } from '../model/asked-text';
import type { TextTools } from './text-tools';

/** Shortens a search text and puts it in quotation marks. Returns '' if the text filters nothing. */
export function quotedSearch({ t }: Pick<TextTools, 't'>, text: string): string {
  const asked = askedText(text);
  return asked && t('quoted', { text: quotable(asked) });
}
