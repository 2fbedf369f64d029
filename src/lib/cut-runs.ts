/** A longer run without a space is neither a word nor an address that anybody could read. */
const LONGEST_RUN = 1000;

/** Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean aside. */
const RUN = /([^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]{1000})\S+/gu;

/**
 * A text that a browser lays out in little time. Fonts with kerning have no place in a run without spaces where the browser
 * may begin anew at the next line, so that 60,000 letters take half a minute: longer runs are cut. Scripts that are written
 * without spaces stay as they are.
 */
export function cutRuns(text: string): string {
  return text.length > LONGEST_RUN ? text.replace(RUN, '$1…') : text;
}
