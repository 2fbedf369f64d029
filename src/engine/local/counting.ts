import type { FacetCount } from '../../model/answer';
import type { Index } from './build-index';
import { numbersOf } from './count-ranges';
import type { FacetSets } from './facet-sets';
import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';
import { type Members, membersOf } from './members';

/** `counts` has one item for each value, and a last item for the activities without a value. */
interface Counted {
  facet: string;
  set: SetId;
  counts: Uint32Array;
}

/** The latest counts by purpose. A purpose is the caller's name for a series of counts of similar sets. */
export type LastCounted = Map<string, Counted>;

export function undatedIn({ kernel, undated }: Index, set: SetId): number {
  return undated === null ? 0 : kernel.countCommon(set, undated);
}

export function countIn(index: Index, facet: string, base: SetId): FacetCount {
  const sets = index.facets.get(facet);
  return countOf(facet, sets ? countFromScratch(index.kernel, sets, base) : new Uint32Array());
}

/**
 * Like `countIn`, but remembers the last set that was counted for each purpose. If few activities differ between the
 * last set and the new set, only the differing activities are added to or subtracted from the last counts.
 */
export function recount(
  { kernel, facets }: Index,
  last: LastCounted,
  wanted: { purpose: string; facet: string; base: SetId; members?: Members },
): FacetCount {
  const { purpose, facet, base, members = membersOf(kernel, base) } = wanted;
  const sets = facets.get(facet);
  if (!sets) return countOf(facet, new Uint32Array());
  const before = last.get(purpose);
  const max = Math.min(walkLimitFor(kernel, sets, base), members.count);
  const changed = before?.facet === facet ? kernel.differences(before.set, base, max) : null;
  const counts = before && changed ? before.counts : countFromScratch(kernel, sets, base, members);
  if (before && changed) sets.walk(changed, counts, kernel.bits(before.set));
  const set = before?.set ?? kernel.allocate();
  kernel.copy(set, base);
  last.set(purpose, { facet, set, counts });
  return countOf(facet, counts);
}

function countOf(facet: string, all: Uint32Array): FacetCount {
  const values = Math.max(0, all.length - 1);
  return { facet, counts: numbersOf(all, values), none: all[values] ?? 0 };
}

/** Counts the activities of `base` by value: by reading tags if `base` is small, otherwise by intersecting sets. */
function countFromScratch(
  kernel: Kernel,
  sets: FacetSets,
  base: SetId,
  members = membersOf(kernel, base),
): Uint32Array {
  const counts = new Uint32Array(sets.size);
  if (members.count <= walkLimitFor(kernel, sets, base)) sets.walk(members.positions(), counts);
  else kernel.countEach(base, sets.first, counts);
  return counts;
}

/** Returns the number of activities up to which reading tags is faster than intersecting sets. */
function walkLimitFor(kernel: Kernel, { walkLimit }: FacetSets, base: SetId): number {
  return Math.floor(walkLimit * kernel.filledShare(base));
}
