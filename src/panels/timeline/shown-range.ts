import type { DaySpan } from '../../lib/day';
import { axisPosition, dayAtPosition, type Folds } from '../../model/folding';
import type { DrawnRange } from './arrange';

/** Free space at both ends of the window, so that a mark on its first or last day is seen whole. */
const PAD = 12;

function hasPads(width: number): boolean {
  return width > 4 * PAD;
}

/** The places of a window and of the pads on both of its sides, on a plane of some width in pixels. */
export function rangeOf({ earliest, latest }: DaySpan, folds: Folds, width: number): DrawnRange {
  const start = axisPosition(folds, earliest);
  const end = Math.max(start + 1, axisPosition(folds, latest + 1));
  const pad = hasPads(width) ? ((end - start) * PAD) / (width - 2 * PAD) : 0;
  return { start: start - pad, end: end + pad, width };
}

/** The whole days between the pads of a range. */
export function daysIn({ start, end, width }: DrawnRange, folds: Folds): DaySpan {
  const pad = hasPads(width) ? ((end - start) * PAD) / width : 0;
  const earliest = dayAtPosition(folds, Math.round(start + pad));
  const latest = dayAtPosition(folds, Math.round(end - pad), 'end') - 1;
  return { earliest, latest: Math.max(earliest, latest) };
}

/** A window as long as one that is shown, about the middle of some days. */
export function windowAbout({ earliest, latest }: DaySpan, shown: DaySpan): DaySpan {
  const length = shown.latest - shown.earliest;
  const start = Math.round((earliest + latest - length) / 2);
  return { earliest: start, latest: start + length };
}

export function isSameWindow(one: DaySpan, other: DaySpan): boolean {
  return one.earliest === other.earliest && one.latest === other.latest;
}
