import type { DaySpan } from '../../lib/day';
import type { BinScale, Density } from '../../model/answer';
import type { Coverage, Text } from '../../model/dataset';
import { type StripScale, xWithin } from './strip-scale';

/** The dataset's note on a period of its coverage, and the position of this period on the strip. */
export interface CoverageNote extends DaySpan {
  note: Text;
  /** The start of the period in pixels, and the width up to the end of the period or the start of the next one. */
  left: number;
  width: number;
  /** The number of activities that begin in the period. Null if the bins of the strip don't give the exact number. */
  count: number | null;
}

/** In pixels. WCAG 2.2 requires 24 pixels for a target, and 12 more pixels separate neighbouring buttons. */
const MIN_WIDTH = 36;

/** A sum of fractions counts as a whole number if the difference is less than this. */
const ROUNDING = 1e-6;

/** Returns the notes of the periods that are wide enough on the strip. `coverage` is sorted by first day. */
export function coverageNotes(
  coverage: readonly Coverage[],
  scale: StripScale,
  density: Density,
  { edges }: Pick<BinScale, 'edges'>,
): CoverageNote[] {
  return coverage.flatMap(({ from, to, note }, i) => {
    if (note === undefined) return [];
    const end = Math.min(to + 1, coverage[i + 1]?.from ?? Number.POSITIVE_INFINITY);
    const left = xWithin(scale, from);
    const width = xWithin(scale, end) - left;
    if (width < MIN_WIDTH) return [];
    return [{ earliest: from, latest: to, note, left, width, count: countIn({ from, to }, density, edges) }];
  });
}

/** Returns the number of activities that begin in the period. Null if the bins do not give a certain number. */
export function countIn({ from, to }: Pick<Coverage, 'from' | 'to'>, { total }: Density, edges: readonly number[]) {
  const [first, end] = [edges.indexOf(from), edges.indexOf(to + 1)];
  if (first < 0 || end < 0) return null;
  const sum = total.slice(first, end).reduce((all, bin) => all + bin, 0);
  return Math.abs(sum - Math.round(sum)) < ROUNDING ? Math.round(sum) : null;
}
