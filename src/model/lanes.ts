import { type DatasetHead, type Facet, type FacetValue, hasValues } from './dataset';
import { countOf, facetTree } from './facet-tree';

const MIN_LANES = 2;
/** As many lanes can be read at once; of more on one level only those that hold something are shown. */
export const READABLE_LANES = 14;

/** The facet that makes the lanes: the one the view names, else the first whose tops make a readable number of lanes. */
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

/** More values on one level than this do not all get a lane of their own. */
export const LANE_LIMIT = 50;

/** The lane of the values without one; below an opened value its id follows. */
const OTHERS = '_others';

/** A value that is a lane of its own. An open one stands for what is in none of the lanes right below it. */
export interface ValueLane {
  kind: 'value';
  id: string;
  value: FacetValue;
  /** 0 for a top value. */
  depth: number;
  /** Ids of the values right below it. */
  below: readonly string[];
  isOpen: boolean;
}

/** The rest of the values of one level, in one lane. */
export interface OthersLane {
  kind: 'others';
  id: string;
  depth: number;
  values: readonly string[];
}

export interface LaneOptions {
  open: readonly string[];
  /** How many activities of the whole record each value has, in the facet's order: the most frequent ones get the lanes. */
  weights: readonly number[];
  compare?: (a: FacetValue, b: FacetValue) => number;
}

/**
 * The lanes of a facet: its top values, each open one followed by the values right below it, and so on. Values on one
 * level keep the facet's order, or that of `compare`. Of a level with more than `LANE_LIMIT` values in use, only the most
 * frequent are lanes of their own, and one lane after them holds the rest.
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

/** The values that get a lane, in the facet's order, and the rest. */
function mostFrequent(
  level: readonly FacetValue[],
  weightOf: (value: FacetValue) => number,
): [own: readonly FacetValue[], others: readonly FacetValue[]] {
  const used = level.filter(value => weightOf(value) > 0);
  if (used.length <= LANE_LIMIT) return [level, []];
  const own = new Set(used.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, LANE_LIMIT));
  return [level.filter(value => own.has(value)), level.filter(value => !own.has(value))];
}
