import { once } from './once';

const graphemes = once(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** In UTF-16 units: a letter may have a million marks. */
const LONGEST_CHARACTER = 16;

/**
 * A text of at most `most` characters as readers count them: cut between words where that leaves at least `least` of them,
 * else between characters.
 */
export function shortened(text: string, most: number, least = most): string {
  if (text.length <= most) return text;
  const longest = most * LONGEST_CHARACTER;
  if (text.length > longest)
    return `${shortened(text.slice(0, longest).toWellFormed(), most, least).replace(/…$/, '')}…`;
  let count = 0;
  let atCharacter = 0;
  let atWord = 0;
  for (const { segment, index } of graphemes().segment(text)) {
    if (count === most) return `${text.slice(0, atWord || atCharacter).trimEnd()}…`;
    if (count >= least && /^\s/.test(segment)) atWord = index;
    atCharacter = index;
    count += 1;
  }
  return text;
}

/** What somebody wrote, as a sentence quotes it. */
export function quotable(text: string): string {
  return shortened(text, 80, 60);
}
