import type { Day, DaySpan } from '../../lib/day';
import { dayAtPlace, type Folds, placeOf } from '../../model/folding';
import type { View } from '../../model/view';
import { clampWindow, windowPatch } from '../../model/window';

/** A scale from the days of the record to pixels, both ends included; linear but for the folds. */
export interface StripScale {
  bounds: DaySpan;
  folds: Folds;
  width: number;
}

function placesOf({ bounds, folds }: StripScale): { first: number; size: number } {
  const first = placeOf(folds, bounds.earliest);
  return { first, size: Math.max(1, placeOf(folds, bounds.latest + 1) - first) };
}

export function xOf(scale: StripScale, day: Day): number {
  const { first, size } = placesOf(scale);
  return ((placeOf(scale.folds, day) - first) / size) * scale.width;
}

export function dayAt(scale: StripScale, x: number): Day {
  const { first, size } = placesOf(scale);
  const share = Math.min(1, Math.max(0, x / Math.max(1, scale.width)));
  return dayAtPlace(scale.folds, first + Math.round(share * size));
}

/** The nearest edge between two bins, so that a brushed window is made of whole ones. */
export function snap(edges: readonly Day[], day: Day): Day {
  return edges.reduce((best, edge) => (Math.abs(edge - day) < Math.abs(best - day) ? edge : best), edges[0] ?? day);
}

/** A brush as the strip moves it: `[start, end)` on bin edges. */
export interface Brush {
  start: Day;
  end: Day;
}

export function brushPatch({ start, end }: Brush, bounds: DaySpan): Pick<View, 'from' | 'to'> {
  const { from, to } = clampWindow(Math.min(start, end), Math.max(start, end) - 1, bounds);
  return windowPatch(from, to);
}

/** The brush with one side moved to the next edge in a direction; the sides never meet. */
export function stepSide(edges: readonly Day[], brush: Brush, side: 'start' | 'end', steps: number): Brush {
  const day = brush[side];
  const at = edges.reduce((best, edge, i) => (Math.abs(edge - day) < Math.abs((edges[best] ?? 0) - day) ? i : best), 0);
  const moved = edges[Math.min(edges.length - 1, Math.max(0, at + steps))] ?? day;
  const next = { ...brush, [side]: moved };
  return next.start < next.end ? next : brush;
}
