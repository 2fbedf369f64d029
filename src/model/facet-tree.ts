import type { Facet, FacetValue } from './dataset';

/**
 * The tree that `broader` makes of a facet's values. A value whose `broader` names no value of the facet is a top value.
 * There are no circles: the reader cuts them open. An id that the facet doesn't have is a value with nothing above or below.
 */
export interface FacetTree {
  /** The position of each value in the facet, which is that of its count. */
  positions: ReadonlyMap<string, number>;
  /** For each position that of the value right above, or -1. */
  above: Int32Array;
  tops: readonly FacetValue[];
  /** The value right above. */
  parentOf: (id: string) => string | undefined;
  /** The values right below, in the facet's order. */
  childrenOf: (id: string) => readonly FacetValue[];
}

const trees = new WeakMap<Facet['values'], FacetTree>();

/** The tree of a facet's values, made once for each facet. */
export function facetTree({ values }: Pick<Facet, 'values'>): FacetTree {
  const tree = trees.get(values) ?? createTree(values);
  trees.set(values, tree);
  return tree;
}

function createTree(values: Facet['values']): FacetTree {
  const positions = new Map(values.map(({ id }, i) => [id, i]));
  const above = Int32Array.from(values, ({ broader }) => (broader === undefined ? -1 : (positions.get(broader) ?? -1)));
  const idAt = (position: number | undefined) => (position === undefined ? undefined : values[position]?.id);
  const parentOf = (id: string) => idAt(above[positions.get(id) ?? -1]);
  const children = new Map<string | undefined, FacetValue[]>();
  values.forEach((value, i) => {
    const parent = idAt(above[i]);
    const siblings = children.get(parent);
    if (siblings) siblings.push(value);
    else children.set(parent, [value]);
  });
  const childrenOf = (id: string | undefined) => children.get(id) ?? [];
  return { positions, above, tops: childrenOf(undefined), parentOf, childrenOf };
}

/** The count of a value, from counts in the facet's order; 0 for an id that the facet doesn't have. */
export function countOf({ positions }: FacetTree, counts: readonly number[], id: string): number {
  const position = positions.get(id);
  return position === undefined ? 0 : (counts[position] ?? 0);
}
