import type { DaySpan } from '../../lib/day';
import type { Folds } from '../../model/folding';
import { holds } from '../../model/window';
import { type Axis, axisPositions, clamp, roomOf, spanAt } from '../../model/window-moves';

/** Buttons and gestures make no window shorter than this. */
export const MIN_DAYS = 10;

/** No gesture makes a window shorter than this many days, and none that is shorter already. */
export function fewestDays({ earliest, latest }: DaySpan): number {
  return Math.min(MIN_DAYS, latest - earliest + 1);
}

interface Zoom extends Axis {
  /** Below 1 the window gets shorter. */
  factor: number;
  about: DaySpan;
}

/**
 * The window made shorter or longer about the middle of some days; folded days do not count. One made shorter stays within
 * the days it had, one made longer keeps them. Of a window that reaches beyond the record, the part nearest to that is left.
 */
export function zoomed(window: DaySpan, { factor, about, ...axis }: Zoom): DaySpan {
  const [start, end] = axisPositions(window, axis);
  const [first, last] = axisPositions(roomOf(window, axis), axis);
  const [from, to] = axisPositions(about, axis);
  const isShorter = factor < 1;
  const wanted = Math.max(MIN_DAYS, Math.round((end - start) * factor));
  const length = isShorter ? Math.min(end - start, wanted) : Math.min(last - first, Math.max(end - start, wanted));
  if (length === end - start) return window;
  const middle = leant(Math.round((from + to - length) / 2), length, axis);
  const at = clamp(middle, start, end - length);
  return spanAt(clamp(at, first, last - length), length, axis);
}

/** A window that a gesture brought out of the room it has, moved back into it as long as it is. */
export function broughtBack(window: DaySpan, { room, folds }: { room: DaySpan; folds: Folds }): DaySpan {
  const axis = { bounds: room, folds };
  const [start, end] = axisPositions(window, axis);
  const [first, last] = axisPositions(room, axis);
  const length = Math.min(last - first, end - start);
  return spanAt(clamp(start, first, last - length), length, axis);
}

/** Where a window of some length has as much of the record as it can, as near as possible to a place. */
function leant(start: number, length: number, axis: Axis): number {
  const [first, last] = axisPositions(axis.bounds, axis);
  return clamp(start, Math.min(first, last - length), Math.max(first, last - length));
}

/**
 * A part of the window in which a pile comes apart: its days, some air, and never so few that nothing more could be told.
 * Null where that is no less than the window, or where all are of one day and too many (`isTooMany`) for the rows of a lane.
 */
export function aroundPile({ earliest, latest }: DaySpan, window: DaySpan, isTooMany = false): DaySpan | null {
  if (isTooMany && earliest === latest) return null;
  const air = Math.max(2, Math.round((latest - earliest + 1) * 0.15));
  const missing = Math.max(0, MIN_DAYS - (latest - earliest + 1 + 2 * air));
  const around = { earliest: earliest - air - Math.floor(missing / 2), latest: latest + air + Math.ceil(missing / 2) };
  if (holds(around, window)) return null;
  return { earliest: Math.max(around.earliest, window.earliest), latest: Math.min(around.latest, window.latest) };
}
