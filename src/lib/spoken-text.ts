/** A text and its BCP 47 language; null if that is unknown. */
export interface SpokenText {
  text: string;
  language: string | null;
}

/** Removes blank lines at both ends and all but one between two others. */
export function withLines({ text, language }: SpokenText): SpokenText {
  const lines = text.trim().split(/\r\n?|\n/);
  const isBlank = (line: string | undefined) => line?.trim() === '';
  return { text: lines.filter((line, i) => !isBlank(line) || !isBlank(lines[i - 1])).join('\n'), language };
}
