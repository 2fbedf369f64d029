/** `language` is a BCP 47 tag. Null if the language is unknown or that of the page. */
export interface SpokenText {
  text: string;
  language: string | null;
}

/** Removes blank lines at the beginning and end of a text. Reduces several blank lines between others to one. */
export function withLines({ text, language }: SpokenText): SpokenText {
  const lines = text.trim().split(/\r\n?|\n/);
  const isBlank = (line: string | undefined) => line?.trim() === '';
  return { text: lines.filter((line, i) => !isBlank(line) || !isBlank(lines[i - 1])).join('\n'), language };
}
