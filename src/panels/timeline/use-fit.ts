import { useMemo } from 'react';
import { drawnDays } from '../../lib/date-form';
import type { DaySpan } from '../../lib/day';
import { isFiltered } from '../../model/window';
import { fittedWindow } from './fitted-window';
import type { Shown } from './use-feed';

/**
 * Returns the window that zooms the axis in on a filtered result. Null if the result takes up most of the axis or if
 * not all of its activities have marks. Also null if the view names a window or compares two selections.
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
