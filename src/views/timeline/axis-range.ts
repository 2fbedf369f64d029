import moment from 'moment';
import type { DaySpan } from '../../lib/day';
import type { Folds } from '../../model/folding';
import type { Vis } from './create-vis';
import { instantOf } from './instant';

/** Keeps gestures within the record and a little air around it. */
export function limitAxis(vis: Vis, bounds: DaySpan): void {
  const spare = (bounds.latest - bounds.earliest + 1) * 0.05;
  vis.setOptions({
    min: instantOf(bounds.earliest - spare),
    max: instantOf(bounds.latest + 1 + spare),
  });
}

/** Takes the width from some days. */
export function foldAxis(vis: Vis, folds: Folds): void {
  const hiddenDates = folds.map(({ earliest, latest }) => ({
    start: moment.utc(instantOf(earliest)),
    end: moment.utc(instantOf(latest + 1)),
  }));
  vis.setOptions({ hiddenDates: hiddenDates as never });
}
