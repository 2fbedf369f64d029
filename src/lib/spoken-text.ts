/** A text and its language as a BCP 47 tag. `language` is null if it is unknown or the language of the page. */
export interface SpokenText {
  text: string;
  language: string | null;
}

/** Removes blank lines at the beginning and end of a text. Between other lines, keeps at most one blank line. */
export function withLines({ text, language }: SpokenText): SpokenText {
  const lines = text.trim().split(/\r\n?|\n/);
  const isBlank = (line: string | undefined) => line?.trim() === '';
  return { text: lines.filter((line, i) => !isBlank(line) || !isBlank(lines[i - 1])).join('\n'), language };
}
