import type { DaySpan } from '../../lib/day';
import type { Folds } from '../../model/folding';
import { holds } from '../../model/window';
import { type Axis, axisPositions, clamp, roomOf, spanAt } from '../../model/window-moves';

/** The minimum length in days of a window that buttons and gestures make. */
export const MIN_DAYS = 10;

/**
 * Returns the minimum length in days of a window after a gesture: `MIN_DAYS`, or the present length if that is less.
 */
export function fewestDays({ earliest, latest }: DaySpan): number {
  return Math.min(MIN_DAYS, latest - earliest + 1);
}

interface Zoom extends Axis {
  /** The factor for the length of the window; below 1 it gets shorter. */
  factor: number;
  about: DaySpan;
}

/**
 * Returns the window made shorter or longer about the middle of `about`; folded days do not count. A shorter window lies within
 * the old one, and a longer one contains it. If the window extends beyond the dataset, the shorter one covers as much of the
 * dataset as it can.
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

/** Moves a window that a gesture took out of `room` back into it. The length stays the same if it fits. */
export function broughtBack(window: DaySpan, { room, folds }: { room: DaySpan; folds: Folds }): DaySpan {
  const axis = { bounds: room, folds };
  const [start, end] = axisPositions(window, axis);
  const [first, last] = axisPositions(room, axis);
  const length = Math.min(last - first, end - start);
  return spanAt(clamp(start, first, last - length), length, axis);
}

/**
 * Returns the start, as an axis position, of a window of `length` that covers as much of the dataset as possible: of
 * all such starts, the one nearest to `start`.
 */
function startCoveringMost(start: number, length: number, axis: Axis): number {
  const [first, last] = axisPositions(axis.bounds, axis);
  return clamp(start, Math.min(first, last - length), Math.max(first, last - length));
}

/**
 * Returns the part of the window to zoom to so that a pile comes apart: its days and a margin, together at least
 * `MIN_DAYS`, cut at the ends of the window. Null if this would be the whole window. Also null if all activities are
 * of one day and a lane has too few rows for them (`isTooMany`).
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
