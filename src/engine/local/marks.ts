import { firstWhere } from '../../lib/binary-search';
import type { LaneDensity } from '../../model/answer';
import type { LaneBins, LanesWant, MarksWant } from '../../model/wants';
import type { Index } from './build-index';
import { countRanges, numbersOf } from './count-ranges';
import type { Passed, Selecting } from './filter-sets';
import type { SetId } from './kernel-store';
import { intersectLane, laneSetsOf } from './lane-sets';

/** How many times the limit the marks of window and margin may be together. */
const WITH_MARGIN = 1.5;

/**
 * The activities of the window, or, where it holds more than the limit, always the same half, quarter … of them: the largest
 * part that keeps to half of it, as what is crowded is told by density anyway, and one of each lane that would have none. With
 * them those of the margin around it, or as large a part of these as keeps all marks to one and a half times the limit.
 */
export function marksOf(
  index: Index,
  state: Selecting,
  { passed, want, total }: { passed: Passed; want: MarksWant; total: number },
): number[] {
  const { kernel, scratch } = index;
  const { selection, anyTime, around, work, shown } = scratch;
  const { limit } = want;
  const max = Math.ceil(limit * WITH_MARGIN);
  kernel.copy(shown, selection);
  kernel.copy(work, anyTime);
  if (passed.from !== null || passed.to !== null) {
    aroundWindow(index, state, passed, want.margin);
    kernel.intersect(work, around);
  }
  if (total > limit) {
    const level = levelWith(index, selection, Math.ceil(limit / 2));
    keepLevel(index, shown, level);
    keepLevel(index, work, level);
    markEachLane(index, want.lanes, max);
  }
  kernel.subtract(work, shown);
  const wanted = max - kernel.count(shown);
  if (kernel.count(work) > wanted) keepLevel(index, work, levelWith(index, work, wanted));
  kernel.unite(work, shown);
  return kernel.firstPositions(work, max);
}

/** The first level that has no more than so many of a set; every level holds all of the next. */
function levelWith({ kernel, levels }: Index, counted: SetId, max: number): number {
  return firstWhere(0, levels.length, level => kernel.countCommon(counted, levels[level] ?? 0) <= max);
}

/** Leaves of a set what is in a level: all of it before the first, nothing behind the last. */
function keepLevel({ kernel, levels }: Index, set: SetId, level: number): void {
  const kept = levels[level];
  if (kept !== undefined) kernel.intersect(set, kept);
  else if (level >= 0) kernel.clear(set);
}

/** Adds to what is shown, of each lane of the selection without any, the activity that becomes detail first. */
function markEachLane(index: Index, lanes: LanesWant | null, max: number): void {
  const { kernel, scratch } = index;
  const { selection, shown, base } = scratch;
  let count = kernel.count(shown);
  for (const lane of laneSetsOf(index, lanes)) {
    if (count >= max) return;
    intersectLane(index, base, selection, lane);
    if (kernel.count(base) === 0 || kernel.countCommon(base, shown) > 0) continue;
    keepLevel(index, base, levelWith(index, base, 0) - 1);
    const [position] = kernel.firstPositions(base, 1);
    if (position === undefined) continue;
    kernel.fill(shown, position, position + 1);
    count += 1;
  }
}

function aroundWindow({ kernel, scratch, days }: Index, state: Selecting, { from, to }: Passed, margin: number): void {
  const key = `${from} ${to} ${margin}`;
  if (state.around === key) return;
  kernel.clear(scratch.around);
  const words = kernel.words(scratch.around);
  days.markWindow(words, from === null ? null : from - margin, to === null ? null : to + margin);
  state.around = key;
}

/** How many activities begin in each bin of the axis, in each lane: drawn where marks are only a sample. */
export function laneDensity(index: Index, wanted: LanesWant | null, { start, end, count }: LaneBins): LaneDensity {
  const { kernel, days, scratch } = index;
  // Plus 0, because what rounds to -0 is 0 once it is cloned.
  const edges = Array.from({ length: count + 1 }, (_, i) => Math.round(start + ((end - start) * i) / count) + 0);
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
