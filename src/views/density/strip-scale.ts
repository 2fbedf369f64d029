import type { Day, DaySpan } from '../../lib/day';
import type { View } from '../../model/view';
import { clampWindow, windowPatch } from '../../model/window';

/** A linear scale from the days of the record to pixels, both ends included. */
export interface StripScale {
  bounds: DaySpan;
  width: number;
}

export function xOf({ bounds, width }: StripScale, day: Day): number {
  return ((day - bounds.earliest) / (bounds.latest - bounds.earliest + 1)) * width;
}

export function dayAt({ bounds, width }: StripScale, x: number): Day {
  const share = Math.min(1, Math.max(0, x / Math.max(1, width)));
  return bounds.earliest + Math.round(share * (bounds.latest - bounds.earliest + 1));
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
