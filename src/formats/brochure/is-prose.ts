/** Matches the beginning of JSON and markup. */
const OTHER = /^\s*[{[<]/;

/** Matches control characters that text files don't contain. */
const BINARY = /[^\P{Cc}\t\n\v\f\r]/u;

/** Matches a quoted cell of a table, which may contain separators and line ends. */
const QUOTED = /"(?:[^"]|"")*"/g;

/** Matches a number of two digits or more, which every date has. */
const NUMBER = /\d\d/;

/** Matches four words in a row. A text without such a run of words could be a list of anything. */
const SENTENCE = /(?:\p{L}[\p{L}\p{M}'’-]*[,;:]? ){3}\p{L}/u;

/**
 * Returns whether a text is written for people: lines with sentences and numbers, and not the rows of a table. `never`:
 * the answer is `no`, and reading more of the file can't change it.
 */
export function isProse(text: string): 'yes' | 'no' | 'never' {
  if (OTHER.test(text) || BINARY.test(text)) return 'never';
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '');
  if (lines.length < 2 || !NUMBER.test(text) || !SENTENCE.test(text)) return 'no';
  return isTable(text) ? 'no' : 'yes';
}

/**
 * Separators of cells. `TIGHT` matches commas and semicolons only without a space after them, because in sentences a
 * space follows.
 */
const TIGHT = [/\t/g, /\|/g, /;(?=\S)/g, /,(?=\S)/g];
const LOOSE = [/; ?/g, /, ?/g];

/**
 * Returns whether enough lines have the same number of separators, and at least one. In sentences, the number differs
 * from line to line.
 */
function isTable(text: string): boolean {
  const lines = text
    .replace(QUOTED, 'Q')
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
  const agreeing = (separators: readonly RegExp[]) =>
    Math.max(...separators.map(separator => agreement(lines, separator))) / lines.length;
  const sentences = lines.filter(line => /[.!?:,]$/.test(line)).length;
  // Cells may contain separators of their own, so not all rows need to agree.
  return agreeing(TIGHT) >= 0.4 || (agreeing(LOOSE) >= 0.7 && sentences < lines.length / 2);
}

/**
 * Returns the number of lines that have the most frequent number of separators. Lines without separators don't count.
 */
function agreement(lines: readonly string[], separator: RegExp): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.match(separator)?.length ?? 0;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
