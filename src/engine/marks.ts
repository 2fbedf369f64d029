import type { LaneDensity, Query } from '../model/answer';
import { NONE } from '../model/dataset';
import { laneValues } from '../model/lanes';
import type { Index } from './build-index';
import { countRanges, numbersOf } from './count-ranges';
import type { SetId } from './kernel-store';
import type { Selecting } from './selecting';

/** The positions that are drawn as marks of their own, and whether these are all there are. */
export interface Marks {
  positions: number[];
  isWhole: boolean;
}

/** How many times the limit the marks of window and margin may be together. */
const WITH_MARGIN = 1.5;

/**
 * The activities of the window, or, where it holds more than the limit, always the same half, quarter … of them: the largest
 * part that keeps to half of it, as what is crowded is told by density anyway. With them those of the margin around it, or as
 * large a part of these as keeps all marks to one and a half times the limit.
 */
export function marksOf(index: Index, state: Selecting, query: Query, total: number): Marks {
  const { kernel, scratch } = index;
  const { selection, anyTime, around, work } = scratch;
  const { markLimit } = query;
  const most = Math.ceil(markLimit * WITH_MARGIN);
  const isWhole = total <= markLimit;
  kernel.copy(work, anyTime);
  if (query.from !== null || query.to !== null) {
    aroundWindow(index, state, query);
    kernel.intersect(work, around);
  }
  if (!isWhole) keepLevel(index, selection, Math.ceil(markLimit / 2));
  else if (kernel.count(work) > most) {
    keepLevel(index, work, most - total);
    kernel.unite(work, selection);
  }
  return { positions: kernel.firstPositions(work, most), isWhole };
}

/** Leaves of the working set the largest level that has no more than so many of another; every level holds all of the next. */
function keepLevel({ kernel, scratch, levels }: Index, counted: SetId, most: number): void {
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (kernel.countCommon(counted, levels[middle] ?? 0) <= most) high = middle;
    else low = middle + 1;
  }
  const level = levels[low];
  if (level !== undefined) kernel.intersect(scratch.work, level);
  else if (counted === scratch.work) kernel.clear(scratch.work);
}

function aroundWindow({ kernel, scratch, days }: Index, state: Selecting, { from, to, margin }: Query): void {
  const key = `${from} ${to} ${margin}`;
  if (state.around === key) return;
  kernel.clear(scratch.around);
  const words = kernel.words(scratch.around);
  days.markWindow(words, from === null ? null : from - margin, to === null ? null : to + margin);
  state.around = key;
}

/** How many begin in each bin of the axis, in each lane: what is drawn where marks are not. */
export function laneDensity(index: Index, query: Query): LaneDensity | null {
  const { kernel, facets, records, days, scratch } = index;
  const { laneBins } = query;
  if (laneBins === null) return null;
  const { start, end, count } = laneBins;
  // Plus 0, because what rounds to -0 is 0 once it is cloned.
  const edges = Array.from({ length: count + 1 }, (_, i) => Math.round(start + ((end - start) * i) / count) + 0);
  const borders = days.positionsOf(edges);
  const inSet = (set: SetId | undefined, without: readonly SetId[] = []): number[] => {
    if (set === undefined) return [];
    if (without.length === 0) return numbersOf(countRanges(kernel, scratch.anyTime, borders, set));
    kernel.copy(scratch.work, scratch.anyTime);
    for (const other of without) kernel.subtract(scratch.work, other);
    return numbersOf(countRanges(kernel, scratch.work, borders, set));
  };
  const facet = records.head.facets.find(({ id }) => id === query.lanes);
  const sets = facet && facets.get(facet.id)?.byValue;
  if (!facet || !sets) {
    return { edges, lanes: [{ lane: null, counts: numbersOf(countRanges(kernel, scratch.anyTime, borders)) }] };
  }
  const lanes = laneValues(facet, query.openLanes).map(({ value, isOpen, below }) => {
    const inOwnLanes = isOpen ? below.flatMap(id => sets.get(id) ?? []) : [];
    return { lane: value.id, counts: inSet(sets.get(value.id), inOwnLanes) };
  });
  return { edges, lanes: [...lanes, { lane: NONE, counts: inSet(sets.get(NONE)) }] };
}
