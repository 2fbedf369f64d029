import { markLimit } from '../../../model/record-size';
import type { View } from '../../../model/view';
import type { PanelState, Wants } from '../../../model/wants';
import { shownWindow } from '../../../model/window';

/** The maximum number of piles that show a selection with more activities than marks. */
const MAX_PILES = 120;

/** Returns the wants of the timeline that runs down: marks without lanes or, for large selections, counts by time. */
export function downWants(view: View, { open: { total }, axis }: PanelState): Wants {
  const limit = markLimit(total);
  const marks = { limit, margin: 0, lanes: null };
  if (!axis) return { marks };
  const { earliest: start, latest } = shownWindow(view, axis.bounds);
  // Bins of whole days, so that the window of a pile has the activities that the pile counts.
  const step = Math.ceil((latest + 1 - start) / MAX_PILES);
  const count = Math.ceil((latest + 1 - start) / step);
  const bins = { start, end: start + count * step, count };
  return { marks, laneDensity: { lanes: null, bins, above: limit } };
}
