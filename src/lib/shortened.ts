import { once } from './once';

const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** The maximum number of UTF-16 units read for each grapheme, because one may have a million combining marks. */
const LONGEST_CHARACTER = 16;

/** Cuts a text to `max` graphemes and adds an ellipsis, between words if at least `min` graphemes remain. */
export function shortened(text: string, max: number, min = max): string {
  if (text.length <= max) return text;
  const longest = max * LONGEST_CHARACTER;
  if (text.length > longest) return `${shortened(text.slice(0, longest).toWellFormed(), max, min).replace(/…$/, '')}…`;
  let count = 0;
  let atCharacter = 0;
  let atWord = 0;
  for (const { segment, index } of graphemes().segment(text)) {
    if (count === max) return `${text.slice(0, atWord || atCharacter).trimEnd()}…`;
    if (count >= min && /^\s/.test(segment)) atWord = index;
    atCharacter = index;
    count += 1;
  }
  return text;
}

export function quotable(text: string): string {
  return shortened(text, 80, 60);
}
