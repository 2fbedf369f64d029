import type { Day, DaySpan } from '../lib/day';
import { axisPosition, dayAtPosition, type Folds } from './folding';

const MAX_BINS = 24;

/**
 * Returns the edges of equal bins over the part of the window within `bounds`. Folded days do not count as width.
 * Returns none if `bounds` is null.
 */
export function binEdges(
  { from, to }: { from: Day | null; to: Day | null },
  bounds: DaySpan | null,
  folds: Folds,
): Day[] {
  if (!bounds) return [];
  const start = Math.min(Math.max(from ?? bounds.earliest, bounds.earliest), bounds.latest);
  const end = Math.max(Math.min(to ?? bounds.latest, bounds.latest), start) + 1;
  const first = axisPosition(folds, start);
  const length = axisPosition(folds, end) - first;
  if (length <= 0) return [start, end];
  const count = Math.min(MAX_BINS, length);
  const inner = Array.from({ length: count - 1 }, (_, i) =>
    dayAtPosition(folds, first + Math.round((length * (i + 1)) / count)),
  );
  return [start, ...inner, end];
}
