import type { DaySpan } from '../../lib/day';
import type { Coverage, Text } from '../../model/dataset';

/** A period of the coverage, or a gap outside the coverage (`isSilent`). */
export interface RecordPeriod extends DaySpan {
  note?: Text;
  isSilent: boolean;
}

/** Returns the periods of the coverage and the gaps, sorted by their first days. */
export function periodsOfRecord(coverage: readonly Coverage[], gaps: readonly DaySpan[]): RecordPeriod[] {
  const covered = coverage.map(({ from, to, note }) => ({
    earliest: from,
    latest: to,
    isSilent: false,
    ...(note && { note }),
  }));
  const silent = gaps.map(({ earliest, latest }) => ({ earliest, latest, isSilent: true }));
  return [...covered, ...silent].sort((a, b) => a.earliest - b.earliest);
}
