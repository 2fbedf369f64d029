import type { DaySpan } from '../lib/day';
import { dayAtPlace, type Folds, placeOf } from './folding';
import { hullOf } from './window';

export interface Axis {
  bounds: DaySpan;
  folds: Folds;
}

/** The window moved by a share of its length, within the bounds and the days it has beyond them. */
export function panned(window: DaySpan, { share, ...axis }: Axis & { share: number }): DaySpan {
  const [start, end] = placesOf(window, axis);
  const [first, last] = placesOf(roomOf(window, axis), axis);
  const length = end - start;
  return spanAt(clamp(start + Math.round(length * share), first, last - length), length, axis);
}

/** The days among which a window moves: those of the record, and its own where it lies beyond them. */
export function roomOf(window: DaySpan, { bounds }: Pick<Axis, 'bounds'>): DaySpan {
  return hullOf(bounds, window);
}

export function placesOf({ earliest, latest }: DaySpan, { folds }: Pick<Axis, 'folds'>): [number, number] {
  return [placeOf(folds, earliest), placeOf(folds, latest + 1)];
}

export function spanAt(start: number, length: number, { folds }: Axis): DaySpan {
  return { earliest: dayAtPlace(folds, start), latest: dayAtPlace(folds, start + length, 'end') - 1 };
}

export function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
