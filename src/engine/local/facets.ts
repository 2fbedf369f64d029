import type { FacetCount, LaneCounts } from '../../model/answer';
import type { Filters } from '../../model/selection';
import type { LanesWant } from '../../model/wants';
import type { Index } from './build-index';
import { type LastCounted, recount } from './counting';
import { type FilterSets, includeOnly, intersectAll } from './filter-sets';
import type { SetId } from './kernel-store';
import { laneSetsOf } from './lane-sets';
import { membersOf } from './members';

export interface CountCache {
  counts: Map<string, readonly { key: string; count: FacetCount }[]>;
  last: LastCounted;
}

/** Per facet: one count beside the values, and three for lanes (in the window, at any time, without filters). */
const MAX_CACHED = 4;

/**
 * For each facet, counts the activities of each value. The facet's own choices are ignored, all other filters apply. In
 * mode "all", the included values still apply, so the count of another value is what remains after choosing it too.
 */
export function countFacets(index: Index, cache: CountCache, filterSets: FilterSets, filters: Filters): FacetCount[] {
  const { selection, base } = index.scratch;
  const selected = membersOf(index.kernel, selection);
  return index.records.head.facets.map(({ id }) => {
    const choice = filterSets.facets.has(id) ? filters.facets[id] : undefined;
    const kept = choice?.mode === 'all' ? choice.include.join() : '';
    return cached(cache, id, kept + filterSets.keyOf({ facet: id }), () => {
      const wanted = { purpose: id, facet: id };
      if (!choice) return recount(index, cache.last, { ...wanted, base: selection, members: selected });
      intersectAll(index, base, filterSets, { facet: id });
      if (choice.mode === 'all') {
        includeOnly(index, index.scratch.work, id, choice);
        index.kernel.intersect(base, index.scratch.work);
      }
      return recount(index, cache.last, { ...wanted, base });
    });
  });
}

/**
 * Counts the activities in each lane of a facet: in the window, at any time, and in the window without facets and text.
 * Returns null if the facet is unknown.
 */
export function countLanes(
  index: Index,
  cache: CountCache,
  filterSets: FilterSets,
  want: LanesWant,
): LaneCounts | null {
  const { facet: lanes } = want;
  if (!index.facets.has(lanes)) return null;
  const { kernel, scratch } = index;
  const { selection, anyTime, base } = scratch;
  const count = (purpose: string, of: SetId) => recount(index, cache.last, { purpose, facet: lanes, base: of });
  const isFiltered = filterSets.text !== null || filterSets.facets.size > 0;
  if (isFiltered) intersectAll(index, base, filterSets, { filters: true });
  return {
    inWindow: cached(cache, lanes, filterSets.keyOf({}), () => count('_lanes', selection)),
    anyTime: cached(cache, lanes, filterSets.keyOf({ window: true }), () => count('_lanesAnyTime', anyTime)),
    recorded: isFiltered
      ? cached(cache, lanes, filterSets.keyOf({ filters: true }), () => count('_lanesRecorded', base))
      : null,
    others: laneSetsOf(index, want).flatMap(({ lane, set, isOthers }) => {
      if (lane === null || set === null || !isOthers) return [];
      const [inWindow, atAnyTime] = [kernel.countCommon(selection, set), kernel.countCommon(anyTime, set)];
      const recorded = isFiltered ? kernel.countCommon(base, set) : inWindow;
      return [{ lane, inWindow, anyTime: atAnyTime, recorded }];
    }),
  };
}

function cached(cache: CountCache, facet: string, key: string, make: () => FacetCount): FacetCount {
  const known = cache.counts.get(facet) ?? [];
  const entry = known.find(other => other.key === key) ?? { key, count: make() };
  cache.counts.set(facet, [entry, ...known.filter(other => other !== entry)].slice(0, MAX_CACHED));
  return entry.count;
}
