/** The texts that several columns have together in a row. */
export interface Combination {
  /** One text for each column; '' for a column that the row or the table doesn't have. */
  texts: readonly string[];
  /** The number of rows with these texts. */
  count: number;
}

/** The different combinations in the order in which they first occur, and the index of the combination of each row. */
export interface Combinations {
  list: readonly Combination[];
  ofRow: Uint32Array;
}

/** More rows than any table has. Two indices below it fit in one number. */
const MAX_ROWS = 2 ** 26;

/**
 * Finds the different combinations of texts in some columns. Most rows of a table repeat the combination of another
 * row, so that code that looks at each combination once has much less to do.
 */
export function combinationsOf(
  rows: readonly { cells: readonly string[] }[],
  columns: readonly number[],
): Combinations {
  const ofRow = new Uint32Array(rows.length);
  // Column by column: a pair of the combination so far and the text of the next column is a longer combination.
  for (const column of columns) {
    const indexes = new Map<string, number>();
    const pairs = new Map<number, number>();
    for (let i = 0; i < rows.length; i += 1) {
      const text = rows[i]?.cells[column] ?? '';
      let index = indexes.get(text);
      if (index === undefined) {
        index = indexes.size;
        indexes.set(text, index);
      }
      const pair = (ofRow[i] ?? 0) * MAX_ROWS + index;
      let combination = pairs.get(pair);
      if (combination === undefined) {
        combination = pairs.size;
        pairs.set(pair, combination);
      }
      ofRow[i] = combination;
    }
  }
  const list: { texts: readonly string[]; count: number }[] = [];
  for (let i = 0; i < rows.length; i += 1) {
    const combination = list[ofRow[i] ?? 0];
    if (combination) combination.count += 1;
    else list.push({ texts: columns.map(column => rows[i]?.cells[column] ?? ''), count: 1 });
  }
  return { list, ofRow };
}
