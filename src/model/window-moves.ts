import type { DaySpan } from '../lib/day';
import { axisPosition, dayAtPosition, type Folds } from './folding';
import { hullOf } from './window';

export interface Axis {
  bounds: DaySpan;
  folds: Folds;
}

/** Returns the window moved by a share of its length, within the days that `roomOf` returns. */
export function panned(window: DaySpan, { share, ...axis }: Axis & { share: number }): DaySpan {
  const [start, end] = axisPositions(window, axis);
  const [first, last] = axisPositions(roomOf(window, axis), axis);
  const length = end - start;
  return spanAt(clamp(start + Math.round(length * share), first, last - length), length, axis);
}

/** Returns the days within which a window can move: the bounds, extended to contain the window. */
export function roomOf(window: DaySpan, { bounds }: Pick<Axis, 'bounds'>): DaySpan {
  return hullOf(bounds, window);
}

export function axisPositions({ earliest, latest }: DaySpan, { folds }: Pick<Axis, 'folds'>): [number, number] {
  return [axisPosition(folds, earliest), axisPosition(folds, latest + 1)];
}

export function spanAt(start: number, length: number, { folds }: Axis): DaySpan {
  return { earliest: dayAtPosition(folds, start), latest: dayAtPosition(folds, start + length, 'end') - 1 };
}

export function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
