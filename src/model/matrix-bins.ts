import type { Day, DaySpan } from '../lib/day';
import { dayAtPlace, type Folds, placeOf } from './folding';

const MAX_BINS = 24;

/**
 * The edges of equal bins over the window, or over the record as it is drawn where the window goes beyond it. Folded days
 * make no bin wider. Empty where the record has no days.
 */
export function binEdges(
  { from, to }: { from: Day | null; to: Day | null },
  bounds: DaySpan | null,
  folds: Folds,
): Day[] {
  if (!bounds) return [];
  const start = Math.min(Math.max(from ?? bounds.earliest, bounds.earliest), bounds.latest);
  const end = Math.max(Math.min(to ?? bounds.latest, bounds.latest), start) + 1;
  const first = placeOf(folds, start);
  const length = placeOf(folds, end) - first;
  if (length <= 0) return [start, end];
  const count = Math.min(MAX_BINS, length);
  const inner = Array.from({ length: count - 1 }, (_, i) =>
    dayAtPlace(folds, first + Math.round((length * (i + 1)) / count)),
  );
  return [start, ...inner, end];
}
