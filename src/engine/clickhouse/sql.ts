/*
 * All SQL statements consist of fixed text and of the results of these functions. So the only parts of a question or
 * dataset in a statement are numbers, identifiers, slugs and folded words.
 */

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Matches words in the form that `fold` returns, separated by blanks. Within a word, `|` separates its searchable pieces. */
const WORDS = /^[\p{L}\p{M}\p{N}| ]+$/u;

/**
 * Returns the name of a table, database or cluster unchanged. Throws if it has characters other than letters, digits
 * and `_`.
 */
export function identifier(name: string): string {
  if (!IDENTIFIER.test(name)) {
    throw new TypeError(
      `“${name}” can’t be the name of a table: use letters, digits and _, not beginning with a digit`,
    );
  }
  return name;
}

export function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`);
  return String(value + 0);
}

export function integers(values: readonly number[]): string {
  return values.map(integer).join(',');
}

/** Returns an id between quotation marks. Throws if the id is not a slug. */
export function slug(id: string): string {
  if (!SLUG.test(id)) throw new TypeError('an id in a statement must be a slug');
  return `'${id}'`;
}

/** Returns folded words between quotation marks. Throws if a character is no letter, mark, digit, blank or `|`. */
export function foldedWords(words: string): string {
  if (!WORDS.test(words)) throw new TypeError('a search in a statement must consist of folded words');
  return `'${words}'`;
}

/** Matches words in which ` ?` stands for an optional blank. `[ |]` at the end stands for the end of a word. */
const PATTERN = /^(?:[\p{L}\p{M}\p{N}| ]| \?)+(?:\[ \|\])?$/u;

/** Returns folded words as a regular expression between quotation marks. Throws if `pattern` has other characters. */
export function wordsPattern(pattern: string): string {
  if (!PATTERN.test(pattern)) throw new TypeError('a search in a statement must consist of folded words');
  return `'${pattern.replaceAll(/\|(?!\])/g, '[|]')}'`;
}
