import type { DaySpan } from '../../lib/day';
import type { Folds } from '../../model/folding';
import { holds } from '../../model/window';
import { type Axis, axisPositions, clamp, roomOf, spanAt } from '../../model/window-moves';

/** The minimum length in days of a window that results from buttons and gestures. */
export const MIN_DAYS = 10;

/** The minimum length of a window in days after a gesture: `MIN_DAYS`, or the previous length if that is less. */
export function fewestDays({ earliest, latest }: DaySpan): number {
  return Math.min(MIN_DAYS, latest - earliest + 1);
}

interface Zoom extends Axis {
  /** The factor by which the window's length changes. A factor below 1 zooms in. */
  factor: number;
  about: DaySpan;
}

/**
 * Returns the window, shortened or lengthened around the middle of `about`. Folded days do not count. A shorter window
 * lies within the old one, and a longer window contains the old one. If the old window extends beyond the dataset, a
 * shorter window covers as much of the dataset as possible.
 */
export function zoomed(window: DaySpan, { factor, about, ...axis }: Zoom): DaySpan {
  const [start, end] = axisPositions(window, axis);
  const [first, last] = axisPositions(roomOf(window, axis), axis);
  const [from, to] = axisPositions(about, axis);
  const isShorter = factor < 1;
  const wanted = Math.max(MIN_DAYS, Math.round((end - start) * factor));
  const length = isShorter ? Math.min(end - start, wanted) : Math.min(last - first, Math.max(end - start, wanted));
  if (length === end - start) return window;
  const middle = startCoveringMost(Math.round((from + to - length) / 2), length, axis);
  const at = clamp(middle, start, end - length);
  return spanAt(clamp(at, first, last - length), length, axis);
}

/** Moves a window that a gesture has moved out of `room` back into `room`. The window keeps its length if that fits. */
export function broughtBack(window: DaySpan, { room, folds }: { room: DaySpan; folds: Folds }): DaySpan {
  const axis = { bounds: room, folds };
  const [start, end] = axisPositions(window, axis);
  const [first, last] = axisPositions(room, axis);
  const length = Math.min(last - first, end - start);
  return spanAt(clamp(start, first, last - length), length, axis);
}

/**
 * Returns the start of a window of `length` that covers as much of the dataset as possible. Of several such starts,
 * returns the one nearest to `start`. `start` and the result are axis positions.
 */
function startCoveringMost(start: number, length: number, axis: Axis): number {
  const [first, last] = axisPositions(axis.bounds, axis);
  return clamp(start, Math.min(first, last - length), Math.max(first, last - length));
}

/**
 * Returns the window that zooms in on a pile: the days of the pile and a margin, at least `MIN_DAYS`, within the
 * current window. Null if this is the current window. Also null if the activities share one day and are too many for
 * the rows of a lane (`isTooMany`).
 */
export function aroundPile({ earliest, latest }: DaySpan, window: DaySpan, isTooMany = false): DaySpan | null {
  if (isTooMany && earliest === latest) return null;
  const margin = Math.max(2, Math.round((latest - earliest + 1) * 0.15));
  const missing = Math.max(0, MIN_DAYS - (latest - earliest + 1 + 2 * margin));
  const around = {
    earliest: earliest - margin - Math.floor(missing / 2),
    latest: latest + margin + Math.ceil(missing / 2),
  };
  if (holds(around, window)) return null;
  return { earliest: Math.max(around.earliest, window.earliest), latest: Math.min(around.latest, window.latest) };
}
