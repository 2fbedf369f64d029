import type { Facet, FacetValue } from '../../model/dataset';
import { countOf, facetTree } from '../../model/facet-tree';
import { inTreeOrder } from '../../model/tree-walks';

export const VALUE_ORDERS = ['given', 'count', 'name'] as const;
export type ValueOrder = (typeof VALUE_ORDERS)[number];

interface Measures {
  /** Counts over the whole dataset, so that no value moves when the selection changes. */
  counts: readonly number[];
  labelOf: (value: FacetValue) => string;
  /** Compares two labels by the rules of the reader's language. */
  compareLabels: (a: string, b: string) => number;
}

/**
 * In the dataset's order (`given`), more siblings than this are sorted by count, so that the list doesn't start with rare
 * values.
 */
const MAX_AS_GIVEN = 100;

/**
 * Returns the positions of a facet's values in display order: parents before their children, siblings in the chosen order,
 * ties in the dataset's order. `given` orders siblings by count if there are more than `MAX_AS_GIVEN`.
 */
export function orderedValues(facet: Facet, order: ValueOrder, measures: Measures): number[] {
  const { counts, labelOf, compareLabels } = measures;
  const tree = facetTree(facet);
  const labels = order === 'name' ? new Map(facet.values.map(value => [value.id, labelOf(value)])) : null;
  const compare = (a: FacetValue, b: FacetValue) =>
    labels
      ? compareLabels(labels.get(a.id) ?? '', labels.get(b.id) ?? '')
      : countOf(tree, counts, b.id) - countOf(tree, counts, a.id);
  const sorted = (siblings: readonly FacetValue[]) =>
    order === 'given' && siblings.length <= MAX_AS_GIVEN ? siblings : siblings.toSorted(compare);
  return inTreeOrder(tree, tree.tops, sorted).flatMap(({ id }) => tree.positions.get(id) ?? []);
}
