import type { Filters } from '../../model/selection';
import type { FacetChoice } from '../../model/view';
import type { Index } from './build-index';
import type { SetId } from './kernel-store';

/** The keys of the filters in the scratch sets. A filter is computed again only if its key changes. */
export interface FilterState {
  /** Maps a facet id to the key of the facet's choices. Facets without choices are absent. */
  facetKeys: Map<string, string>;
  text: string | null;
  window: string | null;
  around: string | null;
}

export function emptyFilterState(): FilterState {
  return { facetKeys: new Map(), text: null, window: null, around: null };
}

/** The active filters of a selection, each as the set of activities that match it. Null for an inactive filter. */
export interface FilterSets {
  facets: ReadonlyMap<string, SetId>;
  text: SetId | null;
  window: SetId | null;
  /** Returns a key of the intersection of all filters except those in `without`. Equal keys mean equal sets. */
  keyOf(without: Without): string;
}

/** The filters to ignore: the choices of the facet `facet`, the window, or (`filters`) all facets and the text. */
export interface Without {
  facet?: string;
  window?: boolean;
  filters?: boolean;
}

/**
 * Computes the sets of changed filters again, and returns the sets of all active filters. The next call overwrites
 * these sets.
 */
export function filterSetsOf(index: Index, state: FilterState, selection: Filters): FilterSets {
  const { scratch } = index;
  const facets = new Map<string, SetId>();
  const keys = new Map<string, string>();
  for (const [facet, choice] of Object.entries(selection.facets)) {
    const set = scratch.facets.get(facet);
    if (set === undefined) continue;
    const key = `${choice.mode} ${choice.include} ${choice.exclude}`;
    if (state.facetKeys.get(facet) !== key) updateFacet(index, set, facet, choice);
    state.facetKeys.set(facet, key);
    facets.set(facet, set);
    keys.set(facet, key);
  }
  const text = updateText(index, state, selection.text);
  const window = updateWindow(index, state, selection);
  return {
    facets,
    text,
    window,
    keyOf({ facet, window: withoutWindow = false, filters: withoutFilters = false }) {
      const choices = [...keys].filter(([id]) => id !== facet && !withoutFilters).map(([id, key]) => `${id}:${key}`);
      const period = withoutWindow || window === null ? '' : state.window;
      return `${choices.join('|')}|${period}|${text === null || withoutFilters ? '' : selection.text}`;
    },
  };
}

/**
 * Sets `set` to the activities that match the choices of a facet. Matching activities have no excluded value. They have
 * at least one included value, or in mode "all" every included value. Without included values, only the excluded values
 * count. A value that the dataset lacks matches no activity.
 */
function updateFacet(index: Index, set: SetId, facet: string, choice: FacetChoice): void {
  includeOnly(index, set, facet, choice);
  for (const value of choice.exclude) {
    const excluded = index.facets.get(facet)?.byValue.get(value);
    if (excluded !== undefined) index.kernel.subtract(set, excluded);
  }
}

/** Sets `set` to the activities that match the included values of a choice. Excluded values are ignored. */
export function includeOnly(
  { kernel, facets }: Index,
  set: SetId,
  facet: string,
  { include, mode }: FacetChoice,
): void {
  const all = mode === 'all' || include.length === 0;
  if (all) kernel.fill(set);
  else kernel.clear(set);
  for (const value of include) {
    const chosen = facets.get(facet)?.byValue.get(value);
    if (chosen === undefined && all) kernel.clear(set);
    if (chosen === undefined) continue;
    if (all) kernel.intersect(set, chosen);
    else kernel.unite(set, chosen);
  }
}

function updateText({ kernel, scratch, text: search }: Index, state: FilterState, text: string): SetId | null {
  if (text.trim() === '') return null;
  if (state.text === text) return scratch.text;
  const found = search.find(text);
  if (found === null) return null;
  kernel.words(scratch.text).set(found);
  state.text = text;
  return scratch.text;
}

function updateWindow({ kernel, scratch, days }: Index, state: FilterState, { from, to }: Filters): SetId | null {
  if (from === null && to === null) return null;
  const key = `${from} ${to}`;
  if (state.window !== key) {
    kernel.clear(scratch.window);
    days.markWindow(kernel.words(scratch.window), from, to);
    state.window = key;
  }
  return scratch.window;
}

export function intersectAll({ kernel }: Index, into: SetId, filterSets: FilterSets, without: Without = {}): void {
  // The window comes first because its positions are close together. Later intersections then read only a small part of
  // the memory.
  const parts = filterSets.window !== null && !without.window ? [filterSets.window] : [];
  if (filterSets.text !== null && !without.filters) parts.push(filterSets.text);
  for (const [facet, set] of filterSets.facets) if (facet !== without.facet && !without.filters) parts.push(set);
  const [first, ...others] = parts;
  if (first === undefined) kernel.fill(into);
  else kernel.copy(into, first);
  for (const set of others) kernel.intersect(into, set);
}
