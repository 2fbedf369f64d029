import type { Selection } from '../../model/selection';
import type { FacetChoice } from '../../model/view';
import type { Index } from './build-index';
import type { SetId } from './kernel-store';

/** What the set of each part of the last selection was made for, so that only what changed is made again. */
export interface Selecting {
  /** Facet id → what its set was made for. Absent: the facet does not constrain. */
  facetKeys: Map<string, string>;
  text: string | null;
  window: string | null;
  around: string | null;
}

/** What an activity has to pass; what a selection is compared with narrows nothing. */
export type Passed = Omit<Selection, 'compare'>;

export function startSelecting(): Selecting {
  return { facetKeys: new Map(), text: null, window: null, around: null };
}

/** The parts of a selection that constrain, each with the set of activities that it lets through. */
export interface FilterSets {
  facets: ReadonlyMap<string, SetId>;
  text: SetId | null;
  window: SetId | null;
  /** Equal for equal sets. */
  keyOf(without: Without): string;
}

/** The constraint that a set ignores: one facet's own choices, the window, or facets and text. */
export interface Without {
  facet?: string;
  window?: boolean;
  filters?: boolean;
}

/** Brings the scratch sets up to a selection. */
export function filterSetsOf(index: Index, state: Selecting, selection: Passed): FilterSets {
  const { scratch } = index;
  const facets = new Map<string, SetId>();
  const keys = new Map<string, string>();
  for (const [facet, choice] of Object.entries(selection.facets)) {
    const set = scratch.facets.get(facet);
    if (set === undefined) continue;
    const key = `${choice.mode} ${choice.include} ${choice.exclude}`;
    if (state.facetKeys.get(facet) !== key) passFacet(index, set, facet, choice);
    state.facetKeys.set(facet, key);
    facets.set(facet, set);
    keys.set(facet, key);
  }
  const text = passText(index, state, selection.text);
  const window = passWindow(index, state, selection);
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

/** None of the excluded, and any (or all) of the included where there are any. A value unknown here matches nothing. */
function passFacet(index: Index, set: SetId, facet: string, choice: FacetChoice): void {
  choose(index, set, facet, choice);
  for (const value of choice.exclude) {
    const excluded = index.facets.get(facet)?.byValue.get(value);
    if (excluded !== undefined) index.kernel.subtract(set, excluded);
  }
}

/** Makes a set of what the included values alone let through. */
export function choose({ kernel, facets }: Index, set: SetId, facet: string, { include, mode }: FacetChoice): void {
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

function passText({ kernel, scratch, text: search }: Index, state: Selecting, text: string): SetId | null {
  if (text.trim() === '') return null;
  if (state.text === text) return scratch.text;
  const found = search.find(text);
  if (found === null) return null;
  kernel.words(scratch.text).set(found);
  state.text = text;
  return scratch.text;
}

function passWindow({ kernel, scratch, days }: Index, state: Selecting, { from, to }: Passed): SetId | null {
  if (from === null && to === null) return null;
  const key = `${from} ${to}`;
  if (state.window !== key) {
    kernel.clear(scratch.window);
    days.markWindow(kernel.words(scratch.window), from, to);
    state.window = key;
  }
  return scratch.window;
}

/** Makes `into` the intersection of everything that passes. */
export function intersectAll({ kernel }: Index, into: SetId, filterSets: FilterSets, without: Without = {}): void {
  // What is the narrowest in time is the first, as the rest is then looked at only there.
  const parts = filterSets.window !== null && !without.window ? [filterSets.window] : [];
  if (filterSets.text !== null && !without.filters) parts.push(filterSets.text);
  for (const [facet, set] of filterSets.facets) if (facet !== without.facet && !without.filters) parts.push(set);
  const [first, ...others] = parts;
  if (first === undefined) kernel.fill(into);
  else kernel.copy(into, first);
  for (const set of others) kernel.intersect(into, set);
}
