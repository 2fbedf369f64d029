import type { Day, DaySpan } from '../../lib/day';
import { axisPosition, dayAtPosition, type Folds } from '../../model/folding';
import type { View } from '../../model/view';
import { chosenWindow } from '../../model/window';

/** Maps the days of `bounds` to pixels from 0 to `width`. Folded days have no width, all others the same. */
export interface StripScale {
  bounds: DaySpan;
  folds: Folds;
  width: number;
}

function axisExtent({ bounds, folds }: StripScale): { first: number; size: number } {
  const first = axisPosition(folds, bounds.earliest);
  return { first, size: Math.max(1, axisPosition(folds, bounds.latest + 1) - first) };
}

export function xOf(scale: StripScale, day: Day): number {
  const { first, size } = axisExtent(scale);
  return ((axisPosition(scale.folds, day) - first) / size) * scale.width;
}

/** Like `xOf`, clamped to the strip. */
export function xWithin(scale: StripScale, day: Day): number {
  return Math.min(scale.width, Math.max(0, xOf(scale, day)));
}

export function dayAt(scale: StripScale, x: number): Day {
  const { first, size } = axisExtent(scale);
  const share = Math.min(1, Math.max(0, x / Math.max(1, scale.width)));
  return dayAtPosition(scale.folds, first + Math.round(share * size));
}

/** Returns the stop nearest to a day. Most stops begin calendar units, so that windows consist of whole units. */
export function snap(stops: readonly Day[], day: Day): Day {
  return stops[nearest(stops, day)] ?? day;
}

function nearest(stops: readonly Day[], day: Day): number {
  return stops.reduce((best, stop, i) => (Math.abs(stop - day) < Math.abs((stops[best] ?? 0) - day) ? i : best), 0);
}

/** The days of the brush, `[start, end)`. */
export interface Brush {
  start: Day;
  end: Day;
}

export function brushPatch({ start, end }: Brush, bounds: DaySpan, hasFilters: boolean): Partial<View> {
  const window = { earliest: Math.min(start, end), latest: Math.max(start, end) - 1 };
  return chosenWindow(window, bounds, hasFilters);
}

/** Moves one side of a brush by `steps` stops. Returns the brush unchanged if no day would be left in it. */
export function stepSide(stops: readonly Day[], brush: Brush, side: 'start' | 'end', steps: number): Brush {
  const next = { ...brush, [side]: stopBeside(stops, brush[side], steps) };
  return next.start < next.end ? next : brush;
}

export function stepBrush(stops: readonly Day[], brush: Brush, steps: number): Brush {
  return moveBrush(stops, brush, stopBeside(stops, brush.start, steps));
}

/**
 * Moves a brush so that it starts at the stop nearest to `day`. If both sides of the brush are stops, the number of
 * stops between them stays the same, otherwise the number of days.
 */
export function moveBrush(stops: readonly Day[], brush: Brush, day: Day): Brush {
  const at = nearest(stops, day);
  const [first, last] = [stops.indexOf(brush.start), stops.indexOf(brush.end)];
  if (first >= 0 && last >= 0) {
    const start = Math.min(at, stops.length - 1 - (last - first));
    return { start: stops[start] ?? brush.start, end: stops[start + last - first] ?? brush.end };
  }
  const length = brush.end - brush.start;
  const start = Math.max(stops[0] ?? day, Math.min(stops[at] ?? day, (stops.at(-1) ?? day) - length));
  return { start, end: start + length };
}

function stopBeside(stops: readonly Day[], day: Day, steps: number): Day {
  return stops[Math.min(stops.length - 1, Math.max(0, nearest(stops, day) + steps))] ?? day;
}
