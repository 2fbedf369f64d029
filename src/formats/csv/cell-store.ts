/** Longer cells, in characters, are not shared, because they seldom repeat. */
export const LONGEST_SHARED = 64;

/** The number of cells to which a new cell can be compared. Must be a power of two. */
const SLOTS = 1 << 16;

/** After this many cells of a column, its cells are no longer compared if fewer than one in eight was a repetition. */
const JUDGED_CELLS = 4096;

/**
 * Makes the cells of a text. Most equal cells of a column share one string, which saves memory and makes later
 * comparisons faster.
 */
export function createCellStore(text: string) {
  const strings: string[] = new Array(SLOTS).fill('');
  const hashes = new Int32Array(SLOTS);
  const starts = new Int32Array(SLOTS);
  /** For each column, the number of cells that were looked up, and of these the number that were found. */
  const asked: number[] = [];
  const found: number[] = [];

  function isSame(start: number, other: number, length: number): boolean {
    for (let i = 0; i < length; i += 1) if (text.charCodeAt(start + i) !== text.charCodeAt(other + i)) return false;
    return true;
  }

  function isUnique(column: number): boolean {
    const count = asked[column] ?? 0;
    return count >= JUDGED_CELLS && (found[column] ?? 0) * 8 < count;
  }

  return {
    /** Returns the text from `start` to before `end`. Equal cells of a column must have the same `hash`. */
    cell(start: number, end: number, hash: number, column: number): string {
      const length = end - start;
      if (length === 0) return '';
      if (isUnique(column)) return text.slice(start, end);
      const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
      const kept = strings[slot] ?? '';
      asked[column] = (asked[column] ?? 0) + 1;
      if (hashes[slot] === hash && kept.length === length && isSame(start, starts[slot] ?? 0, length)) {
        found[column] = (found[column] ?? 0) + 1;
        return kept;
      }
      const made = text.slice(start, end);
      strings[slot] = made;
      hashes[slot] = hash;
      starts[slot] = start;
      return made;
    },
  };
}
