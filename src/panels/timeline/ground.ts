import type { Feed } from '../../layout/feed';
import { roomOf } from '../../model/window-moves';
import type { LaneLabels } from './lane-labels';
import { fewestDays } from './moves';
import { isSameWindow } from './shown-range';
import type { TimelineHost } from './vis/timeline-host';

/** The part of a feed that can be drawn before the marks are known: the axis and the lanes. */
export type Ground = Pick<Feed, 'folds' | 'bounds' | 'lanes' | 'window'>;

/**
 * How far the reader can pan beyond the days of `roomOf`, as a share of the length of these days. The pads on a narrow
 * axis (`shown-range.ts`) take less.
 */
const SPARE = 0.2;

/** Passes folds, limits and lanes to the timeline if they differ from `before`, which may be null. */
export function applyGround(host: TimelineHost, labels: LaneLabels, ground: Ground, before: Ground | null): void {
  if (before?.folds !== ground.folds) host.setFolds(ground.folds);
  if (before === null || !hasSameLimits(before, ground)) {
    const { earliest, latest } = roomOf(ground.window, ground);
    const spare = (latest - earliest + 1) * SPARE;
    host.setLimits(earliest - spare, latest + 1 + spare, fewestDays(ground.window));
  }
  if (before?.lanes !== ground.lanes) {
    labels.describe(ground.lanes);
    host.setLanes(ground.lanes.map(lane => lane.id));
  }
}

function hasSameLimits(one: Ground, other: Ground): boolean {
  return (
    isSameWindow(roomOf(one.window, one), roomOf(other.window, other)) &&
    fewestDays(one.window) === fewestDays(other.window)
  );
}
