/** A longer run without a space is neither a word nor an address that anybody could read. */
const LONGEST_RUN = 1000;

const RUN = new RegExp(
  `((?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}])\\S){${LONGEST_RUN}})\\S+`,
  'gu',
);

/**
 * A text that a browser lays out in little time. Fonts with kerning have no place in a run without spaces where the browser
 * may begin anew at the next line, so that 60,000 letters take half a minute: longer runs are cut. Scripts that are written
 * without spaces stay as they are.
 */
export function cutRuns(text: string): string {
  return text.length > LONGEST_RUN ? text.replace(RUN, '$1…') : text;
}
