import type { Matrix, MatrixLine, Tally } from '../../model/answer';

/** A largest number, and the largest in a bin. */
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

/** The largest of all cells: shades and bars have one scale for them. */
export function mostIn({ cells }: Matrix): Most {
  return mostOf(cells.flat());
}

/** The largest bin of the lines of one side, which have a scale of their own. */
export function mostInLines(lines: readonly MatrixLine[]): number {
  return mostOf(lines).bin;
}
