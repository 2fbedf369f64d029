import type { FacetCount } from '../../model/answer';
import type { Index } from './build-index';
import { numbersOf } from './count-ranges';
import type { FacetSets } from './facet-sets';
import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';
import { type Members, membersOf } from './members';

/** The set that a facet was counted for last, and how many of it stand in each value, and behind these in none. */
interface Counted {
  facet: string;
  set: SetId;
  counts: Uint32Array;
}

/** By what the counts are for: what is asked next differs from what was asked last by a few, as a rule. */
export type LastCounted = Map<string, Counted>;

/** How many of a set stand in each value of a facet. */
export function countIn(index: Index, facet: string, base: SetId): FacetCount {
  const sets = index.facets.get(facet);
  return countOf(facet, sets ? countAnew(index.kernel, sets, base) : new Uint32Array());
}

/** The same, told from what was counted last for the same purpose where that takes less time. */
export function recount(
  { kernel, facets }: Index,
  last: LastCounted,
  wanted: { purpose: string; facet: string; base: SetId; members?: Members },
): FacetCount {
  const { purpose, facet, base, members = membersOf(kernel, base) } = wanted;
  const sets = facets.get(facet);
  if (!sets) return countOf(facet, new Uint32Array());
  const before = last.get(purpose);
  const max = Math.min(worthOf(kernel, sets, base), members.count);
  const changed = before?.facet === facet ? kernel.differences(before.set, base, max) : null;
  const counts = before && changed ? before.counts : countAnew(kernel, sets, base, members);
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

/** Set by set, or where there are few activities one by one. */
function countAnew(kernel: Kernel, sets: FacetSets, base: SetId, members = membersOf(kernel, base)): Uint32Array {
  const counts = new Uint32Array(sets.size);
  if (members.count <= worthOf(kernel, sets, base)) sets.walk(members.positions(), counts);
  else kernel.countEach(base, sets.first, counts);
  return counts;
}

/** So many activities are read one by one in the time that counting set by set takes. */
function worthOf(kernel: Kernel, { worth }: FacetSets, base: SetId): number {
  return Math.floor(worth * kernel.filledShare(base));
}
