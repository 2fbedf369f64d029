import type { Matrix, MatrixLine, Tally } from '../../model/answer';

/** The largest count (`count`), and the largest count of one time bin (`bin`). */
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

/** Returns the largest count and the largest bin of all cells. The shades and bars of all cells share this scale. */
export function mostIn({ cells }: Matrix): Most {
  return mostOf(cells.flat());
}

/** Returns the largest bin of all rows or of all columns, which is the scale of the bars beside their totals. */
export function mostInLines(lines: readonly MatrixLine[]): number {
  return mostOf(lines).bin;
}
