export interface Line {
  number: number;
  /** Without white space around it. '' for a blank line. */
  text: string;
}

/** Splits a text into lines. Each run of white space becomes one space. */
export function linesOf(text: string): Line[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ number: i + 1, text: line.replace(/[\s\u00ad\u200b]+/gu, ' ').trim() }));
}

/**
 * Joins lines to paragraphs; blank lines separate paragraphs. A line stays separate if it begins with a list mark or if
 * the line before it ends a sentence.
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
