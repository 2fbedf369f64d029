import type { Matrix, MatrixLine, Tally } from '../../model/answer';

/** The largest count of a line or cell, and the largest count of a time bin. */
interface Most {
  count: number;
  bin: number;
}

function mostOf(tallies: readonly (Tally | null)[]): Most {
  const max = { count: 0, bin: 1 };
  for (const tally of tallies) {
    max.count = Math.max(max.count, tally?.count ?? 0);
    for (const bin of tally?.bins ?? []) max.bin = Math.max(max.bin, bin);
  }
  return max;
}

/** Returns the maxima of all cells. Shades and bars of all cells share this scale. */
export function mostIn({ cells }: Matrix): Most {
  return mostOf(cells.flat());
}

/** Returns the largest bin of all rows or of all columns. The bars of the totals have this scale. */
export function mostInLines(lines: readonly MatrixLine[]): number {
  return mostOf(lines).bin;
}
