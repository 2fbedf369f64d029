import type { View } from '../../model/view';
import type { Wants } from '../../model/wants';

/** The maximum number of activities listed below another panel. The list panel shows the rest of a longer result. */
const MOST_ROWS = 50;
/** The maximum number of activities in a list with summaries. */
const MOST_DETAILED = 10;

export function belowWants({ sort }: Pick<View, 'sort'>): Wants {
  return { rows: { order: sort, start: 0, limit: MOST_ROWS, detailUpTo: MOST_DETAILED } };
}

export function isDetailed(total: number): boolean {
  return total <= MOST_DETAILED;
}
