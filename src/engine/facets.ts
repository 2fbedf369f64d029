import type { Answer, FacetCount, Query } from '../model/answer';
import { type Facet, NONE } from '../model/dataset';
import { type Bitset, countCommon, intersect } from './bitset';
import type { Index } from './build-index';
import { chosenOf, type Passing, selectionOf } from './filter';

/**
 * The number beside each value: activities that pass everything but this facet's own choices, and have the value. Where
 * all chosen values must be there, the chosen ones are kept, so that the number is what would remain with one more.
 */
export function countFacets(index: Index, passing: Passing, query: Query, selection: Bitset): FacetCount[] {
  return index.dataset.facets.map(facet => countIn(index, facet, baseOf(index, passing, query, facet.id, selection)));
}

/** How many stand in each lane of a facet, in the window and at any time, its own choices included. */
export function countLanes(index: Index, lanes: string | null, selection: Bitset, anyTime: Bitset): Answer['lanes'] {
  const facet = index.dataset.facets.find(({ id }) => id === lanes);
  return facet ? { inWindow: countIn(index, facet, selection), anyTime: countIn(index, facet, anyTime) } : null;
}

/** How many of a set stand in each value of a facet. */
export function countIn(index: Index, { id, values }: Facet, base: Bitset): FacetCount {
  const bits = index.facets.get(id);
  const count = (value: string) => {
    const set = bits?.get(value);
    return set ? countCommon(base, set) : 0;
  };
  return { facet: id, counts: values.map(value => count(value.id)), none: count(NONE) };
}

function baseOf(index: Index, passing: Passing, query: Query, facet: string, selection: Bitset): Bitset {
  const choice = passing.facets.has(facet) ? query.facets[facet] : undefined;
  if (!choice) return selection;
  const base = selectionOf(index, passing, { facet });
  if (choice.mode === 'all') intersect(base, chosenOf(index, facet, choice));
  return base;
}
