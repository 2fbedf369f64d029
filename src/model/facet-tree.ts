import type { Facet, FacetValue } from './dataset';

/** The tree of a facet's values. Unknown ids behave like values without parent and children. There are no cycles. */
export interface FacetTree {
  /** Maps a value id to the index of the value, both in the facet's values and in counts. */
  positions: ReadonlyMap<string, number>;
  /** For each value index, the index of the value's parent; -1 for a top value. */
  above: Int32Array;
  tops: readonly FacetValue[];
  parentOf: (id: string) => string | undefined;
  childrenOf: (id: string) => readonly FacetValue[];
}

const trees = new WeakMap<Facet['values'], FacetTree>();

/** Returns the tree of a facet's values, which is built once for each facet. */
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

/** Returns the count of one value, given counts in the order of the facet's values. Returns 0 for an unknown id. */
export function countOf({ positions }: FacetTree, counts: readonly number[], id: string): number {
  const position = positions.get(id);
  return position === undefined ? 0 : (counts[position] ?? 0);
}
