import type { Matrix, MatrixLine, Tally } from '../../model/answer';

/** The largest count of a line or cell, and of one time bin. */
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

/** The maxima over all cells, which share one scale for shades and bars. */
export function mostIn({ cells }: Matrix): Most {
  return mostOf(cells.flat());
}

/** The largest bin of all rows or all columns, whose bars have their own scale. */
export function mostInLines(lines: readonly MatrixLine[]): number {
  return mostOf(lines).bin;
}
