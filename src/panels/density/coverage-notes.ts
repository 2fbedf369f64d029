import type { DaySpan } from '../../lib/day';
import type { BinScale, Density } from '../../model/answer';
import type { Coverage, Text } from '../../model/dataset';
import { type StripScale, xWithin } from './strip-scale';

/** What a dataset says of a period that its sources cover, and where that period lies on the strip. */
export interface CoverageNote extends DaySpan {
  note: Text;
  /** In pixels, up to the next period. */
  left: number;
  width: number;
  /** How many activities begin in the period; null where the bins of the strip do not tell it. */
  count: number | null;
}

/** Narrower periods get no button: WCAG 2.2 requires 24 pixels for a target, and 12 separate it from the next one. */
const MIN_WIDTH = 36;

/** Fractions of an activity that lies in one of several bins add up to it, but for rounding. */
const ROUNDING = 1e-6;

/** The notes of the periods that are wide enough on the strip. The periods are in the order of their first days. */
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
    return [{ earliest: from, latest: to, note, left, width, count: countOf({ from, to }, density, edges) }];
  });
}

/** Null where a bin lies across an end of the period, or an activity may lie inside of it or outside. */
function countOf({ from, to }: Pick<Coverage, 'from' | 'to'>, { total }: Density, edges: readonly number[]) {
  const [first, end] = [edges.indexOf(from), edges.indexOf(to + 1)];
  if (first < 0 || end < 0) return null;
  const sum = total.slice(first, end).reduce((all, bin) => all + bin, 0);
  return Math.abs(sum - Math.round(sum)) < ROUNDING ? Math.round(sum) : null;
}

/** The first sentence of a note, without its full stop. */
export function firstSentence(note: string, language: string): string {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(note.trim());
  return (first?.segment ?? note).trim().replace(/(?<!\.)\.$/, '');
}
