/*
 * The texts of SQL statements are put together from fixed words and from the results of these functions. So a statement can
 * contain numbers, identifiers, slugs and folded words, and no other text of a question or a dataset.
 */

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Returns a name of a table, a database or a cluster. Throws if it has other characters than letters, digits and `_`. */
export function identifier(name: string): string {
  if (!IDENTIFIER.test(name)) {
    throw new TypeError(
      `“${name}” can’t be the name of a table: use letters, digits and _, not beginning with a digit`,
    );
  }
  return name;
}
