/** Longer cells seldom repeat, so they need not be shared. */
export const LONGEST_SHARED = 64;

/** The number of cells that can be kept for comparison; a power of two. */
const SLOTS = 1 << 16;

/** After so many cells of a column, the column is no longer compared if fewer than one cell in eight repeated another. */
const JUDGED_CELLS = 4096;

/**
 * Makes the cells of a text. Most equal cells of a column become the same string: this takes less memory, and comparing
 * equal cells and looking them up later takes less time.
 */
export function createCellStore(text: string) {
  const strings: string[] = new Array(SLOTS).fill('');
  const hashes = new Int32Array(SLOTS);
  const starts = new Int32Array(SLOTS);
  /** For each column, how many cells were looked up, and how many of them were found. */
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
    /**
     * Returns the text from `start` up to, not including, `end`, which is a cell of the column with this index. `hash` is
     * the same for equal cells of a column.
     */
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
