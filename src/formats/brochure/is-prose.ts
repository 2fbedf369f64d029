const OTHER = /^\s*[{[<]/;

const BINARY = /[^\P{Cc}\t\n\v\f\r]/u;

const QUOTED = /"(?:[^"]|"")*"/g;

const NUMBER = /\d\d/;

/** Matches four words in a row. A text without four such words may be a list of anything. */
const SENTENCE = /(?:\p{L}[\p{L}\p{M}'’-]*[,;:]? ){3}\p{L}/u;

/**
 * Returns whether a text has sentences and numbers and is not a table. `never` means `no`, whatever follows in the
 * file.
 */
export function isProse(text: string): 'yes' | 'no' | 'never' {
  if (OTHER.test(text) || BINARY.test(text)) return 'never';
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '');
  if (lines.length < 2 || !NUMBER.test(text) || !SENTENCE.test(text)) return 'no';
  return isTable(text) ? 'no' : 'yes';
}

/** `TIGHT` ignores commas and semicolons before a space, because such a space is usual in sentences. */
const TIGHT = [/\t/g, /\|/g, /;(?=\S)/g, /,(?=\S)/g];
const LOOSE = [/; ?/g, /, ?/g];

/** Returns whether enough lines have the same number of separators. In sentences, this number varies. */
function isTable(text: string): boolean {
  const lines = text
    .replace(QUOTED, 'Q')
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
  const agreeing = (separators: readonly RegExp[]) =>
    Math.max(...separators.map(separator => agreement(lines, separator))) / lines.length;
  const sentences = lines.filter(line => /[.!?:,]$/.test(line)).length;
  // Cells may contain separators too, so some rows may differ.
  return agreeing(TIGHT) >= 0.4 || (agreeing(LOOSE) >= 0.7 && sentences < lines.length / 2);
}

/** Returns how many lines have the most frequent number of separators. Lines without separators do not count. */
function agreement(lines: readonly string[], separator: RegExp): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.match(separator)?.length ?? 0;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
