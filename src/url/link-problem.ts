/** Something a link says that could not be followed; each has its sentence under `link.<kind>`. */
export interface LinkProblem {
  kind: 'badDate' | 'reversedWindow' | 'badChoice' | 'tooLong' | 'newerVersion';
  key: string;
  found: string;
}

const LONGEST_QUOTE = 80;

/** A part of a link as a sentence quotes it: its first 80 characters. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST_QUOTE + 2)];
  return characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : text;
}
