/** A line of a text. */
export interface Line {
  /** From 1. */
  number: number;
  /** Without surrounding white space. '' for a blank line. */
  text: string;
}

/** Splits a text into lines. Replaces each run of white space by one plain space. */
export function linesOf(text: string): Line[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ number: i + 1, text: line.replace(/[\s\u00ad\u200b]+/gu, ' ').trim() }));
}

/**
 * Joins lines to paragraphs, which blank lines separate. A line keeps its line break if it begins with the mark of a
 * list, or if the line before it ends a sentence.
 */
export function joined(lines: readonly Line[]): string {
  let result = '';
  let previous = '';
  for (const { text } of lines) {
    if (text !== '') {
      const isOwnLine = LIST_MARK.test(text) || /[.!?:…»”"]$/.test(previous);
      result += result === '' ? text : previous === '' ? `\n\n${text}` : (isOwnLine ? '\n' : ' ') + text;
    }
    previous = text;
  }
  return result;
}

const LIST_MARK = /^(?:[•▪◦·*–—-]|\d+[.)]) /;
