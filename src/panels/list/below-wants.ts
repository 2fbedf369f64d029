import type { View } from '../../model/view';
import type { Wants } from '../../model/wants';

/** The most activities that are listed below another panel. The rest of a longer result is only in the list panel. */
const MOST_ROWS = 50;
/** The most activities that are listed with their summaries. */
const MOST_DETAILED = 10;

/** Asks for the rows of the list below another panel. */
export function belowWants({ sort }: Pick<View, 'sort'>): Wants {
  return { rows: { order: sort, start: 0, limit: MOST_ROWS, detailUpTo: MOST_DETAILED } };
}

/** Returns whether a list of `total` activities shows summaries. */
export function isDetailed(total: number): boolean {
  return total <= MOST_DETAILED;
}
