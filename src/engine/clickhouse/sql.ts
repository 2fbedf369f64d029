/*
 * The texts of SQL statements are put together from fixed words and from the results of these functions. So a statement can
 * contain numbers, identifiers, slugs and folded words, and no other text of a question or a dataset.
 */

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `|` and blanks separate the words of the column `words` and their pieces. */
const WORDS = /^[\p{L}\p{M}\p{N}| ]+$/u;

/** Returns a name of a table, a database or a cluster. Throws if it has other characters than letters, digits and `_`. */
export function identifier(name: string): string {
  if (!IDENTIFIER.test(name)) {
    throw new TypeError(
      `“${name}” can’t be the name of a table: use letters, digits and _, not beginning with a digit`,
    );
  }
  return name;
}

/** Returns a whole number. Throws if it is none. */
export function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`);
  return String(value + 0);
}

/** Returns a list of whole numbers, separated by commas. */
export function integers(values: readonly number[]): string {
  return values.map(integer).join(',');
}

/** Returns an id between quotation marks. Throws if it is not a slug. */
export function slug(id: string): string {
  if (!SLUG.test(id)) throw new TypeError('an id in a statement must be a slug');
  return `'${id}'`;
}

/** Returns folded words between quotation marks. Throws if they have other characters than letters, marks and digits. */
export function foldedWords(words: string): string {
  if (!WORDS.test(words)) throw new TypeError('a search in a statement must consist of folded words');
  return `'${words}'`;
}

/** Words and pieces with ` ?` where a blank may be missing, and `[ |]` where a word must end. */
const PATTERN = /^(?:[\p{L}\p{M}\p{N}| ]| \?)+(?:\[ \|\])?$/u;

/** Returns a regular expression of folded words between quotation marks. Throws if it has other characters. */
export function wordsPattern(pattern: string): string {
  if (!PATTERN.test(pattern)) throw new TypeError('a search in a statement must consist of folded words');
  return `'${pattern.replaceAll(/\|(?!\])/g, '[|]')}'`;
}
