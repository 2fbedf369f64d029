import moment from 'moment';
import { type DaySpan, MS_PER_DAY } from '../../lib/day';
import type { Folds } from '../../model/folding';
import type { Vis } from './create-vis';

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
