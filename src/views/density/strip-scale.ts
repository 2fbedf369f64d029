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
  return edges[nearest(edges, day)] ?? day;
}

function nearest(edges: readonly Day[], day: Day): number {
  return edges.reduce((best, edge, i) => (Math.abs(edge - day) < Math.abs((edges[best] ?? 0) - day) ? i : best), 0);
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
  const next = { ...brush, [side]: edgeBeside(edges, brush[side], steps) };
  return next.start < next.end ? next : brush;
}

/** The whole brush moved by so many edges. */
export function stepBrush(edges: readonly Day[], brush: Brush, steps: number): Brush {
  return moveBrush(edges, brush, edgeBeside(edges, brush.start, steps));
}

/** The brush begun at the edge nearest to a day: of whole bins it keeps as many, any other keeps its length. */
export function moveBrush(edges: readonly Day[], brush: Brush, day: Day): Brush {
  const at = nearest(edges, day);
  const [first, last] = [edges.indexOf(brush.start), edges.indexOf(brush.end)];
  if (first >= 0 && last >= 0) {
    const start = Math.min(at, edges.length - 1 - (last - first));
    return { start: edges[start] ?? brush.start, end: edges[start + last - first] ?? brush.end };
  }
  const length = brush.end - brush.start;
  const start = Math.max(edges[0] ?? day, Math.min(edges[at] ?? day, (edges.at(-1) ?? day) - length));
  return { start, end: start + length };
}

function edgeBeside(edges: readonly Day[], day: Day, steps: number): Day {
  return edges[Math.min(edges.length - 1, Math.max(0, nearest(edges, day) + steps))] ?? day;
}
