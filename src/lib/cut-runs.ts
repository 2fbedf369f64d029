/** The maximum length of a run without spaces, in UTF-16 units. No readable word or address is longer. */
const LONGEST_RUN = 1000;

/** Matches long runs, except in Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean, which have no spaces. */
const RUN = /([^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]{1000})\S+/gu;

/**
 * Cuts every run of more than 1000 UTF-16 units without spaces, and adds an ellipsis. Browsers find no line break in
 * such a run and may spend half a minute on the layout of 60,000 letters.
 */
export function cutRuns(text: string): string {
  return text.length > LONGEST_RUN ? text.replace(RUN, '$1…') : text;
}
