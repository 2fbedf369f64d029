import moment from 'moment';
import type { DaySpan } from '../../lib/day';
import type { Folds } from '../../model/folding';
import type { Vis } from './create-vis';
import { instantOf } from './instant';
import { MIN_DAYS } from './moves';

/** Air around the room, as a part of it: more than the pads that a narrow axis has on both sides. */
const SPARE = 0.2;

/** Keeps gestures within the room and some air around it, and lets in a window however short it is. */
export function limitAxis(vis: Vis, room: DaySpan, window: DaySpan): void {
  const spare = (room.latest - room.earliest + 1) * SPARE;
  vis.setOptions({
    min: instantOf(room.earliest - spare),
    max: instantOf(room.latest + 1 + spare),
    zoomMin: instantOf(fewestDays(window)),
  });
}

/** No gesture makes a window shorter, if it isn't already. */
export function fewestDays({ earliest, latest }: DaySpan): number {
  return Math.min(MIN_DAYS, latest - earliest + 1);
}

/** Takes the width from some days. */
export function foldAxis(vis: Vis, folds: Folds): void {
  const hiddenDates = folds.map(({ earliest, latest }) => ({
    start: moment.utc(instantOf(earliest)),
    end: moment.utc(instantOf(latest + 1)),
  }));
  vis.setOptions({ hiddenDates: hiddenDates as never });
}
