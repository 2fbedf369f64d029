import type { TextTools } from '../../i18n/use-text';
import { isolated } from '../../lib/isolated';
import { once } from '../../lib/once';
import type { ActivityRow } from '../../model/answer';

/** In characters as readers count them. */
const LONGEST_LABEL = 30;

/** A label ends with a whole word where that leaves this much of it. */
const LEAST_LABEL = 20;

/** What is written beside a mark, and the name that it has for those who hear it. */
export function markWords(row: ActivityRow, tools: TextTools): { label: string; name: string } {
  const title = tools.words(row.title);
  return {
    label: row.short === undefined ? shortened(title) : tools.words(row.short),
    name: `${isolated(title)}, ${tools.date(row.date)}`,
  };
}

const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** A title cut between words, or between characters where a word is long, for want of a short label. */
export function shortened(title: string): string {
  if (title.length <= LONGEST_LABEL) return title;
  let count = 0;
  let atCharacter = 0;
  let atWord = 0;
  for (const { segment, index } of graphemes().segment(title)) {
    if (count === LONGEST_LABEL) return `${title.slice(0, atWord || atCharacter).trimEnd()}…`;
    if (count >= LEAST_LABEL && /^\s/.test(segment)) atWord = index;
    atCharacter = index;
    count += 1;
  }
  return title;
}
