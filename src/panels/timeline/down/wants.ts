import { markLimit } from '../../../model/record-size';
import type { View } from '../../../model/view';
import type { PanelState, Wants } from '../../../model/wants';
import { shownWindow } from '../../../model/window';

/** The maximum number of piles in place of single marks, if the selection has too many activities for marks. */
const MAX_PILES = 120;

/** Returns the wants of the phone's timeline: marks and, if there are too many activities, counts over time. */
export function downWants(view: View, { open: { total }, axis }: PanelState): Wants {
  const limit = markLimit(total);
  const marks = { limit, margin: 0, lanes: null };
  if (!axis) return { marks };
  const { earliest: start, latest } = shownWindow(view, axis.bounds);
  // Each bin has whole days. A pile that is opened thus sets a window with exactly the activities that the pile counts.
  const step = Math.ceil((latest + 1 - start) / MAX_PILES);
  const count = Math.ceil((latest + 1 - start) / step);
  const bins = { start, end: start + count * step, count };
  return { marks, laneDensity: { lanes: null, bins, above: limit } };
}
