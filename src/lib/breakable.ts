/** A longer run without a space is no word of any language that has spaces. */
const LONGEST_RUN = 300;

const RUN = new RegExp(
  `(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}])\\S){${LONGEST_RUN}}(?=[\\p{L}\\p{N}])`,
  'gu',
);

/**
 * A text that a browser lays out in little time: runs of many letters without a space get places where they may break, as
 * browsers take a minute for a word of 200,000 letters. Scripts that are written without spaces stay as they are.
 */
export function breakable(text: string): string {
  return text.length > LONGEST_RUN ? text.replace(RUN, '$&\u200B') : text;
}
