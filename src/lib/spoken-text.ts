/** Words and the BCP 47 language they are in; null when the text does not say. */
export interface SpokenText {
  text: string;
  language: string | null;
}

/** The same with at most one blank line between two others, and none at its ends. */
export function withLines({ text, language }: SpokenText): SpokenText {
  const lines = text.trim().split(/\r\n?|\n/);
  const isBlank = (line: string | undefined) => line?.trim() === '';
  return { text: lines.filter((line, i) => !isBlank(line) || !isBlank(lines[i - 1])).join('\n'), language };
}
