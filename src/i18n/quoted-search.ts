import { once } from '../lib/once';
import { askedText } from '../model/asked-text';
import type { TextTools } from './use-text';

/** In characters as readers count them: a pasted page is not said as a whole. */
const LONGEST_QUOTE = 80;

const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** A search text as sentences and chips quote it; empty where it filters nothing. */
export function quotedSearch({ t }: Pick<TextTools, 't'>, text: string): string {
  const asked = askedText(text);
  return asked && t('quoted', { text: shortened(asked) });
}

function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  let count = 0;
  for (const { index } of graphemes().segment(text)) {
    if (count === LONGEST_QUOTE) return `${text.slice(0, index).trimEnd()}…`;
    count += 1;
  }
  return text;
}
