import type { FacetCount, LaneCounts } from '../../model/answer';
import type { LanesWant } from '../../model/wants';
import type { Index } from './build-index';
import { type LastCounted, recount } from './counting';
import { choose, type FilterSets, intersectAll, type Passed } from './filter-sets';
import type { SetId } from './kernel-store';
import { laneSetsOf } from './lane-sets';
import { membersOf } from './members';

export interface CountMemory {
  /** Facet id → the counts made last, and of what. */
  made: Map<string, readonly { key: string; count: FacetCount }[]>;
  last: LastCounted;
}

/** Beside its values, and as lanes in the window, at any time, and in the window without facets and text. */
const MAX_REMEMBERED = 4;

/**
 * The number beside each value: activities that pass everything but this facet's own choices, and have the value. Where
 * all chosen values must be there, the chosen ones are kept, so that the number is what would remain with one more.
 */
export function countFacets(index: Index, memory: CountMemory, filterSets: FilterSets, passed: Passed): FacetCount[] {
  const { selection, base } = index.scratch;
  const selected = membersOf(index.kernel, selection);
  return index.records.head.facets.map(({ id }) => {
    const choice = filterSets.facets.has(id) ? passed.facets[id] : undefined;
    const kept = choice?.mode === 'all' ? choice.include.join() : '';
    return remembered(memory, id, kept + filterSets.keyOf({ facet: id }), () => {
      const wanted = { purpose: id, facet: id };
      if (!choice) return recount(index, memory.last, { ...wanted, base: selection, members: selected });
      intersectAll(index, base, filterSets, { facet: id });
      if (choice.mode === 'all') {
        choose(index, index.scratch.work, id, choice);
        index.kernel.intersect(base, index.scratch.work);
      }
      return recount(index, memory.last, { ...wanted, base });
    });
  });
}

/** How many stand in each lane of a facet: in the window, at any time, and in the window without facets and text. */
export function countLanes(
  index: Index,
  memory: CountMemory,
  filterSets: FilterSets,
  want: LanesWant,
): LaneCounts | null {
  const { facet: lanes } = want;
  if (!index.facets.has(lanes)) return null;
  const { kernel, scratch } = index;
  const { selection, anyTime, base } = scratch;
  const count = (purpose: string, of: SetId) => recount(index, memory.last, { purpose, facet: lanes, base: of });
  const isFiltered = filterSets.text !== null || filterSets.facets.size > 0;
  if (isFiltered) intersectAll(index, base, filterSets, { filters: true });
  return {
    inWindow: remembered(memory, lanes, filterSets.keyOf({}), () => count('_lanes', selection)),
    anyTime: remembered(memory, lanes, filterSets.keyOf({ window: true }), () => count('_lanesAnyTime', anyTime)),
    recorded: isFiltered
      ? remembered(memory, lanes, filterSets.keyOf({ filters: true }), () => count('_lanesRecorded', base))
      : null,
    others: laneSetsOf(index, want).flatMap(({ lane, set, isOthers }) => {
      if (lane === null || set === null || !isOthers) return [];
      const [inWindow, atAnyTime] = [kernel.countCommon(selection, set), kernel.countCommon(anyTime, set)];
      const recorded = isFiltered ? kernel.countCommon(base, set) : inWindow;
      return [{ lane, inWindow, anyTime: atAnyTime, recorded }];
    }),
  };
}

/** The same counts as last time for the same set. */
function remembered(memory: CountMemory, facet: string, key: string, make: () => FacetCount): FacetCount {
  const known = memory.made.get(facet) ?? [];
  const entry = known.find(other => other.key === key) ?? { key, count: make() };
  memory.made.set(facet, [entry, ...known.filter(other => other !== entry)].slice(0, MAX_REMEMBERED));
  return entry.count;
}
