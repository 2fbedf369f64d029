import { once } from './once';

const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** In UTF-16 units: a letter may have a million marks. */
const LONGEST_CHARACTER = 16;

/**
 * A text of at most `most` characters as readers count them: cut between words where that leaves at least `least` of them,
 * else between characters.
 */
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

/** What somebody wrote, as a sentence quotes it. */
export function quotable(text: string): string {
  return shortened(text, 80, 60);
}
