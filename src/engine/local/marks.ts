import { firstWhere } from '../../lib/binary-search';
import type { LaneDensity } from '../../model/answer';
import type { Filters } from '../../model/selection';
import type { LaneBins, LanesWant, MarksWant } from '../../model/wants';
import type { Index } from './build-index';
import { countRanges, numbersOf } from './count-ranges';
import type { FilterState } from './filter-sets';
import type { SetId } from './kernel-store';
import { intersectLane, laneSetsOf } from './lane-sets';

/** The maximum number of marks in the window and its margin together, as a multiple of the limit for the window. */
export const MARGIN_FACTOR = 1.5;

/**
 * Returns the positions to draw as marks: all activities of the window, unless there are more than the limit. Otherwise
 * takes the largest sample with at most half the limit, because the density already shows crowded periods. Adds one
 * activity for each lane without a mark, and activities of the margin up to `MARGIN_FACTOR` times the limit. `total`
 * does not count activities without a date, which have no marks.
 */
export function marksOf(
  index: Index,
  state: FilterState,
  { filters, want, total }: { filters: Filters; want: MarksWant; total: number },
): number[] {
  const { kernel, scratch } = index;
  const { selection, anyTime, around, work, shown } = scratch;
  const { limit } = want;
  const max = Math.ceil(limit * MARGIN_FACTOR);
  kernel.copy(shown, selection);
  kernel.copy(work, anyTime);
  if (index.undated !== null) {
    kernel.subtract(shown, index.undated);
    kernel.subtract(work, index.undated);
  }
  if (filters.from !== null || filters.to !== null) {
    aroundWindow(index, state, filters, want.margin);
    kernel.intersect(work, around);
  }
  if (total > limit) {
    const level = levelFor(index, shown, Math.ceil(limit / 2));
    intersectLevel(index, shown, level);
    intersectLevel(index, work, level);
    markEachLane(index, want.lanes, max);
  }
  kernel.subtract(work, shown);
  const wanted = max - kernel.count(shown);
  if (kernel.count(work) > wanted) intersectLevel(index, work, levelFor(index, work, wanted));
  kernel.unite(work, shown);
  return kernel.firstPositions(work, max);
}

/** Returns the index of the largest sample with at most `max` activities of a set, or else the number of samples. */
function levelFor({ kernel, levels }: Index, counted: SetId, max: number): number {
  return firstWhere(0, levels.length, level => kernel.countCommon(counted, levels[level] ?? 0) <= max);
}

/** Keeps the activities of a set that are in a sample. Index -1 keeps all, an index after the last none. */
function intersectLevel({ kernel, levels }: Index, set: SetId, level: number): void {
  const members = levels[level];
  if (members !== undefined) kernel.intersect(set, members);
  else if (level >= 0) kernel.clear(set);
}

/** Adds one activity to `shown` for each lane without a mark, up to `max` activities in all. */
function markEachLane(index: Index, lanes: LanesWant | null, max: number): void {
  const { kernel, scratch } = index;
  const { selection, shown, base } = scratch;
  let count = kernel.count(shown);
  for (const lane of laneSetsOf(index, lanes)) {
    if (count >= max) return;
    intersectLane(index, base, selection, lane);
    if (index.undated !== null) kernel.subtract(base, index.undated);
    if (kernel.count(base) === 0 || kernel.countCommon(base, shown) > 0) continue;
    intersectLevel(index, base, levelFor(index, base, 0) - 1);
    const [position] = kernel.firstPositions(base, 1);
    if (position === undefined) continue;
    kernel.fill(shown, position, position + 1);
    count += 1;
  }
}

function aroundWindow(
  { kernel, scratch, days }: Index,
  state: FilterState,
  { from, to }: Filters,
  margin: number,
): void {
  const key = `${from} ${to} ${margin}`;
  if (state.around === key) return;
  kernel.clear(scratch.around);
  const words = kernel.words(scratch.around);
  days.markWindow(words, from === null ? null : from - margin, to === null ? null : to + margin);
  state.around = key;
}

/**
 * For each lane, counts the activities that begin in each bin of the axis. The timeline draws these counts where its
 * marks are only a sample.
 */
export function laneDensity(index: Index, wanted: LanesWant | null, bins: LaneBins): LaneDensity {
  const { kernel, days, scratch } = index;
  const edges = laneEdges(bins);
  const borders = days.positionsOf(edges);
  const lanes = laneSetsOf(index, wanted).map(lane => {
    const { set, without } = lane;
    if (without.length === 0) {
      return { lane: lane.lane, counts: numbersOf(countRanges(kernel, scratch.anyTime, borders, set ?? undefined)) };
    }
    intersectLane(index, scratch.work, scratch.anyTime, lane);
    return { lane: lane.lane, counts: numbersOf(countRanges(kernel, scratch.work, borders)) };
  });
  return { edges, lanes };
}

export function laneEdges({ start, end, count }: LaneBins): number[] {
  // Adding 0 turns -0 into 0, because JSON would write -0 as 0.
  return Array.from({ length: count + 1 }, (_, i) => Math.round(start + ((end - start) * i) / count) + 0);
}
