import type { Answer, FacetCount, Query } from '../model/answer';
import type { Index } from './build-index';
import type { SetId } from './kernel-store';
import { choose, intersectAll, type Passing } from './selecting';

/** Facet id → the counts made last, and for what. */
export type CountMemory = Map<string, { key: string; count: FacetCount }>;

/**
 * The number beside each value: activities that pass everything but this facet's own choices, and have the value. Where
 * all chosen values must be there, the chosen ones are kept, so that the number is what would remain with one more.
 */
export function countFacets(index: Index, memory: CountMemory, passing: Passing, query: Query): FacetCount[] {
  const { selection, base } = index.scratch;
  return index.records.head.facets.map(({ id }) => {
    const choice = passing.facets.has(id) ? query.facets[id] : undefined;
    const kept = choice?.mode === 'all' ? choice.include.join() : '';
    const key = `${passing.keyOf({ facet: id })}\n${kept}`;
    const known = memory.get(id);
    if (known?.key === key) return known.count;
    if (choice) {
      intersectAll(index, base, passing, { facet: id });
      if (choice.mode === 'all') {
        choose(index, index.scratch.work, id, choice);
        index.kernel.intersect(base, index.scratch.work);
      }
    }
    const count = countIn(index, id, choice ? base : selection);
    memory.set(id, { key, count });
    return count;
  });
}

/** How many stand in each lane of a facet, in the window and at any time, its own choices included. */
export function countLanes(index: Index, lanes: string | null): Answer['lanes'] {
  if (lanes === null || !index.facets.has(lanes)) return null;
  const { selection, anyTime } = index.scratch;
  return { inWindow: countIn(index, lanes, selection), anyTime: countIn(index, lanes, anyTime) };
}

/** How many of a set stand in each value of a facet. */
export function countIn({ kernel, facets }: Index, facet: string, base: SetId): FacetCount {
  const sets = facets.get(facet);
  const into = new Uint32Array(sets?.size ?? 0);
  if (sets) kernel.countEach(base, sets.first, into);
  const counts = Array.from(into);
  const none = counts.pop() ?? 0;
  return { facet, counts, none };
}
