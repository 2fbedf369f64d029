import moment from 'moment';
import { type DaySpan, MS_PER_DAY } from '../../lib/day';
import type { Folds } from '../../model/folding';
import type { Vis } from './create-vis';
import { FAR_AWAY } from './items';

/** Keeps gestures within the record and a little air around it. */
export function limitAxis(vis: Vis, bounds: DaySpan): void {
  const spare = (bounds.latest - bounds.earliest + 1) * 0.05;
  vis.setOptions({
    min: (bounds.earliest - spare) * MS_PER_DAY,
    max: (bounds.latest + 1 + spare) * MS_PER_DAY,
  });
}

/** Takes the width from some days. */
export function foldAxis(vis: Vis, folds: Folds): void {
  const hiddenDates = folds.map(({ earliest, latest }) => ({
    start: moment.utc(earliest * MS_PER_DAY),
    end: moment.utc((latest + 1) * MS_PER_DAY),
  }));
  vis.setOptions({ hiddenDates: hiddenDates as never });
}

/** Runs a large change while the view is far away, and brings the view back within the bounds in the same tick. */
export function parked(vis: Vis, bounds: DaySpan, change: () => void): void {
  const { start, end } = vis.getWindow();
  vis.setOptions({ min: FAR_AWAY, max: -FAR_AWAY });
  vis.setWindow(FAR_AWAY, FAR_AWAY + MS_PER_DAY * 30, { animation: false });
  change();
  vis.setWindow(start, end, { animation: false });
  limitAxis(vis, bounds);
}
