import { useMemo } from 'react';
import { drawnDays } from '../../lib/date-form';
import type { DaySpan } from '../../lib/day';
import { isFiltered } from '../../model/window';
import { fittedWindow } from './fitted-window';
import type { Shown } from './use-feed';

/**
 * Returns the window that fits the axis to a filtered result that is short in time. Null if the view names a window or
 * compares two selections, if the result is long, or if not all of its activities have marks.
 */
export function useFit({ view, replies, axis }: Pick<Shown, 'view' | 'replies' | 'axis'>): DaySpan | null {
  const { bounds, folds } = axis;
  const { marks, isPartial } = replies.marks;
  const isAsked = view.from === null && view.to === null && view.compare === null && isFiltered(view);
  const isWhole = !isPartial && !replies.laneDensity?.selection;
  return useMemo(() => {
    if (!isAsked || !isWhole) return null;
    const days = marks.map(row => drawnDays(row, bounds));
    return fittedWindow(days, { bounds, folds });
  }, [isAsked, isWhole, marks, bounds, folds]);
}
