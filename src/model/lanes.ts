import { type DatasetHead, type Facet, type FacetValue, hasValues } from './dataset';
import { countOf, facetTree } from './facet-tree';

const MIN_LANES = 2;
/** How many lanes people can read at once. A level with more lanes shows only those with activities. */
export const READABLE_LANES = 14;

/**
 * Returns the facet whose values are the lanes. If the view names none, takes the first facet with a readable number of
 * top values. Returns null if there is no such facet.
 */
export function laneFacet(head: DatasetHead, lanes: string | null): Facet | null {
  if (lanes === 'none') return null;
  const facets = head.facets.filter(hasValues);
  if (lanes !== null) return facets.find(facet => facet.id === lanes) ?? null;
  return (
    facets.find(facet => {
      const { length } = facetTree(facet).tops;
      return length >= MIN_LANES && length <= READABLE_LANES;
    }) ?? null
  );
}

/** The maximum number of values on a level with a lane of their own. The less frequent values share one lane. */
export const LANE_LIMIT = 50;

/** The id of the lane of the other top values. For other children, a space and their parent's id follow. */
const OTHERS = '_others';

/** A lane of one value. If it is open, activities in the lanes of the value's children are left out. */
export interface ValueLane {
  kind: 'value';
  id: string;
  value: FacetValue;
  /** The number of ancestors of the value; 0 for a top value. */
  depth: number;
  below: readonly string[];
  isOpen: boolean;
}

export interface OthersLane {
  kind: 'others';
  id: string;
  depth: number;
  values: readonly string[];
}

export interface LaneOptions {
  open: readonly string[];
  /** The number of activities of each value in the whole dataset, in the facet's order. */
  weights: readonly number[];
  compare?: (a: FacetValue, b: FacetValue) => number;
}

/**
 * Returns the lanes of a facet: its top values, and after each open value its children, recursively. Each level is in
 * the facet's order, or in the order of `compare`. If a level has more than `LANE_LIMIT` values with activities, only
 * the most frequent get lanes, and a last lane combines the others.
 */
export function laneValues(
  facet: Facet,
  { open, weights, compare = () => 0 }: LaneOptions,
): (ValueLane | OthersLane)[] {
  const tree = facetTree(facet);
  const lanesOf = (level: readonly FacetValue[], depth: number, above?: string): (ValueLane | OthersLane)[] => {
    const [own, others] = mostFrequent(level, ({ id }) => countOf(tree, weights, id));
    const lanes = own.toSorted(compare).flatMap((value): (ValueLane | OthersLane)[] => {
      const children = tree.childrenOf(value.id);
      const below = children.map(({ id }) => id);
      const isOpen = below.length > 0 && open.includes(value.id);
      const lane: ValueLane = { kind: 'value', id: value.id, value, depth, below, isOpen };
      return [lane, ...(isOpen ? lanesOf(children, depth + 1, value.id) : [])];
    });
    if (others.length === 0) return lanes;
    const id = above === undefined ? OTHERS : `${OTHERS} ${above}`;
    return [...lanes, { kind: 'others', id, depth, values: others.map(value => value.id) }];
  };
  return lanesOf(tree.tops, 0);
}

/** Splits the values of a level into values with a lane and other values. Both lists are in the facet's order. */
function mostFrequent(
  level: readonly FacetValue[],
  weightOf: (value: FacetValue) => number,
): [own: readonly FacetValue[], others: readonly FacetValue[]] {
  const used = level.filter(value => weightOf(value) > 0);
  if (used.length <= LANE_LIMIT) return [level, []];
  const own = new Set(used.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, LANE_LIMIT));
  return [level.filter(value => own.has(value)), level.filter(value => !own.has(value))];
}
