import type { DatasetHead, Facet, FacetValue } from './dataset';

const FEWEST_LANES = 2;
const MOST_LANES = 14;

/** The facet that makes the lanes: the one the view names, else the first whose tops make a readable number of lanes. */
export function laneFacet(head: DatasetHead, lanes: string | null): Facet | null {
  if (lanes === 'none') return null;
  if (lanes !== null) return head.facets.find(facet => facet.id === lanes) ?? null;
  return (
    head.facets.find(facet => {
      const { length } = facet.values.filter(value => value.broader === undefined);
      return length >= FEWEST_LANES && length <= MOST_LANES;
    }) ?? null
  );
}

/** A value that is a lane of its own. An open one stands for what is in none of the lanes right below it. */
export interface LaneValue {
  value: FacetValue;
  /** 0 for a top value. */
  depth: number;
  /** Ids of the values right below it. */
  below: readonly string[];
  isOpen: boolean;
}

/**
 * The lanes of a facet: its top values, each open one followed by the values right below it, and so on. Values on one
 * level keep the facet's order, or that of `compare`.
 */
export function laneValues(
  facet: Facet,
  open: readonly string[],
  compare: (a: FacetValue, b: FacetValue) => number = () => 0,
): LaneValue[] {
  const below = new Map<string | undefined, FacetValue[]>();
  for (const value of facet.values) below.set(value.broader, [...(below.get(value.broader) ?? []), value]);
  const lanesBelow = (broader: string | undefined, depth: number): LaneValue[] =>
    (below.get(broader) ?? []).toSorted(compare).flatMap(value => {
      const children = (below.get(value.id) ?? []).map(({ id }) => id);
      const isOpen = children.length > 0 && open.includes(value.id);
      return [{ value, depth, below: children, isOpen }, ...(isOpen ? lanesBelow(value.id, depth + 1) : [])];
    });
  return lanesBelow(undefined, 0);
}
