import type { DaySpan } from '../../lib/day';
import { dayAtPlace, type Folds, placeOf } from '../../model/folding';

const FEWEST_DAYS = 10;

interface Axis {
  bounds: DaySpan;
  folds: Folds;
}

/** The window made shorter or longer about the middle of some days, within the bounds; folded days do not count. */
export function zoomed(
  window: DaySpan,
  { factor, about, ...axis }: Axis & { factor: number; about: DaySpan },
): DaySpan {
  const [start, end] = placesOf(window, axis);
  const [first, last] = placesOf(axis.bounds, axis);
  const [from, to] = placesOf(about, axis);
  const length = Math.min(last - first, Math.max(FEWEST_DAYS, Math.round((end - start) * factor)));
  return within(Math.round((from + to - length) / 2), length, axis);
}

/** The window moved by a share of its length, within the bounds. */
export function panned(window: DaySpan, { share, ...axis }: Axis & { share: number }): DaySpan {
  const [start, end] = placesOf(window, axis);
  return within(start + Math.round((end - start) * share), end - start, axis);
}

/** A window that reached beyond the bounds, moved back into them as long as it is. */
export function broughtBack(window: DaySpan, axis: Axis): DaySpan {
  const [start, end] = placesOf(window, axis);
  const [first, last] = placesOf(axis.bounds, axis);
  return within(start, Math.min(last - first, end - start), axis);
}

function placesOf({ earliest, latest }: DaySpan, { folds }: Axis): [number, number] {
  return [placeOf(folds, earliest), placeOf(folds, latest + 1)];
}

function within(start: number, length: number, axis: Axis): DaySpan {
  const [first, last] = placesOf(axis.bounds, axis);
  const from = Math.max(first, Math.min(start, last - length));
  return {
    earliest: dayAtPlace(axis.folds, from),
    latest: dayAtPlace(axis.folds, from + length, 'end') - 1,
  };
}

/** A window in which a pile comes apart: its days, some air, and never so few that nothing more could be told. */
export function aroundPile({ earliest, latest }: DaySpan): DaySpan {
  const air = Math.max(2, Math.round((latest - earliest + 1) * 0.15));
  const missing = Math.max(0, FEWEST_DAYS - (latest - earliest + 1 + 2 * air));
  return { earliest: earliest - air - Math.floor(missing / 2), latest: latest + air + Math.ceil(missing / 2) };
}
