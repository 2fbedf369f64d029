import type { DrawnRange } from '../../layout/arrange';
import type { DaySpan } from '../../lib/day';
import { axisPosition, dayAtPosition, type Folds } from '../../model/folding';

/** In pixels. A pad is free space beside the window, so that marks at its ends are not cut off. */
const PAD = 12;

function hasPads(width: number): boolean {
  return width > 4 * PAD;
}

/** Returns the range that shows a window: with a pad on either side, unless the axis is very narrow. */
export function rangeOf({ earliest, latest }: DaySpan, folds: Folds, width: number): DrawnRange {
  const start = axisPosition(folds, earliest);
  const end = Math.max(start + 1, axisPosition(folds, latest + 1));
  const pad = hasPads(width) ? ((end - start) * PAD) / (width - 2 * PAD) : 0;
  return { start: start - pad, end: end + pad, width };
}

/** Returns the window that a range shows: the whole days between its pads. */
export function daysIn({ start, end, width }: DrawnRange, folds: Folds): DaySpan {
  const pad = hasPads(width) ? ((end - start) * PAD) / width : 0;
  const earliest = dayAtPosition(folds, Math.round(start + pad));
  const latest = dayAtPosition(folds, Math.round(end - pad), 'end') - 1;
  return { earliest, latest: Math.max(earliest, latest) };
}

/** Returns a window as long as `shown`, with the given days in its middle. */
export function windowAbout({ earliest, latest }: DaySpan, shown: DaySpan): DaySpan {
  const length = shown.latest - shown.earliest;
  const start = Math.round((earliest + latest - length) / 2);
  return { earliest: start, latest: start + length };
}

export function isSameWindow(one: DaySpan, other: DaySpan): boolean {
  return one.earliest === other.earliest && one.latest === other.latest;
}
