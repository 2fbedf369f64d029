import { asksNothing, matchesSearch, parseSearch } from '../lib/search-text';
import type { Query } from '../model/answer';
import type { FacetChoice } from '../model/view';
import { addBit, type Bitset, emptyBitset, fullBitset, intersect, subtract, unite } from './bitset';
import type { Index } from './build-index';

/** The sets of activities that each part of a query lets through. Their intersection is the selection. */
export interface Passing {
  /** Only the facets that constrain. */
  facets: ReadonlyMap<string, Bitset>;
  text: Bitset | null;
  window: Bitset | null;
}

export function passingOf(index: Index, query: Query): Passing {
  return {
    facets: new Map(Object.entries(query.facets).map(([facet, choice]) => [facet, passesFacet(index, facet, choice)])),
    text: passesText(index, query.text),
    window: query.from === null && query.to === null ? null : overlapping(index, query.from, query.to),
  };
}

/** None of the excluded, and any (or all) of the included where there are any. A value unknown here matches nothing. */
function passesFacet(index: Index, facet: string, choice: FacetChoice): Bitset {
  const passing = chosenOf(index, facet, choice);
  for (const value of choice.exclude) {
    const set = index.facets.get(facet)?.get(value);
    if (set) subtract(passing, set);
  }
  return passing;
}

/** What the included values alone let through. */
export function chosenOf(index: Index, facet: string, { include, mode }: FacetChoice): Bitset {
  if (include.length === 0) return fullBitset(index.size);
  const sets = include.map(value => index.facets.get(facet)?.get(value) ?? emptyBitset(index.size));
  const chosen = mode === 'all' ? fullBitset(index.size) : emptyBitset(index.size);
  for (const set of sets) (mode === 'all' ? intersect : unite)(chosen, set);
  return chosen;
}

function passesText(index: Index, text: string): Bitset | null {
  const terms = parseSearch(text);
  if (asksNothing(terms)) return null;
  const passing = emptyBitset(index.size);
  for (let position = 0; position < index.size; position += 1) {
    if (matchesSearch(terms, index.words(position))) addBit(passing, position);
  }
  return passing;
}

/** The activities whose possible days overlap `from` … `to`, both included; null leaves that side open. */
export function overlapping({ size, earliest, latest }: Index, from: number | null, to: number | null): Bitset {
  const set = emptyBitset(size);
  for (let position = 0; position < size; position += 1) {
    if (to !== null && (earliest[position] ?? 0) > to) break;
    if (from === null || (latest[position] ?? 0) >= from) addBit(set, position);
  }
  return set;
}

/** Everything that passes, leaving out one facet's own choices, the text or the window where asked. */
export function selectionOf(
  index: Index,
  passing: Passing,
  without: { facet?: string; text?: boolean; window?: boolean } = {},
): Bitset {
  const selection = fullBitset(index.size);
  for (const [facet, set] of passing.facets) if (facet !== without.facet) intersect(selection, set);
  if (passing.text && !without.text) intersect(selection, passing.text);
  if (passing.window && !without.window) intersect(selection, passing.window);
  return selection;
}
