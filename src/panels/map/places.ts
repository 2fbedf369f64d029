import type { FacetCount } from '../../model/answer';
import { type Facet, type FacetValue, NONE } from '../../model/dataset';
import { countOf, facetTree } from '../../model/facet-tree';
import type { GeoFacet } from '../../model/geo';
import type { FacetChoice } from '../../model/view';
import { type Steps, stepOf } from '../../ui/shade-scale';

export type PlaceState = 'free' | 'chosen' | 'excluded';

export interface MapPlace {
  value: FacetValue;
  count: number;
  state: PlaceState;
  /** The ISO 3166-1 code if the value is a country, otherwise null. */
  code: string | null;
  /** The index of the shade for the count; -1 for no shade. */
  step: number;
  below: MapPlace[];
}

/** Returns the facet's values with their counts as a tree, in the dataset's order. */
export function placesOf(
  { facet, countries }: GeoFacet,
  count: FacetCount | undefined,
  choice: FacetChoice,
  steps: Steps,
): MapPlace[] {
  const codes = new Map([...countries].map(([code, { id }]) => [id, code]));
  const tree = facetTree(facet);
  const placesOn = (level: readonly FacetValue[]): MapPlace[] =>
    level.map(value => {
      const amount = countOf(tree, count?.counts ?? [], value.id);
      return {
        value,
        count: amount,
        state: stateOf(value.id, choice),
        code: codes.get(value.id) ?? null,
        step: stepOf(steps, amount),
        below: placesOn(tree.childrenOf(value.id)),
      };
    });
  return placesOn(tree.tops);
}

/** Returns all places of a tree as one list, parents before their children. */
export function flat(places: readonly MapPlace[]): MapPlace[] {
  return places.flatMap(place => [place, ...flat(place.below)]);
}

export function largestCount({ facet, countries }: GeoFacet, count: FacetCount | undefined): number {
  const tree = facetTree(facet);
  return Math.max(0, ...[...countries.values()].map(({ id }) => countOf(tree, count?.counts ?? [], id)));
}

/** Returns the entry for activities without a value. Null if there are none and the entry has no choice. */
export function placeOfNone(
  { label }: Facet,
  count: FacetCount | undefined,
  choice: FacetChoice,
  recordCount: FacetCount | undefined,
): MapPlace | null {
  const state = stateOf(NONE, choice);
  if ((recordCount?.none ?? 0) === 0 && state === 'free') return null;
  return { value: { id: NONE, label }, count: count?.none ?? 0, state, code: null, step: -1, below: [] };
}

function stateOf(id: string, { include, exclude }: FacetChoice): PlaceState {
  return include.includes(id) ? 'chosen' : exclude.includes(id) ? 'excluded' : 'free';
}
