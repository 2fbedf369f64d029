import type { Facet, FacetValue } from '../../model/dataset';
import { countOf, facetTree } from '../../model/facet-tree';
import { inTreeOrder } from '../../model/tree-walks';

export const VALUE_ORDERS = ['given', 'count', 'name'] as const;
export type ValueOrder = (typeof VALUE_ORDERS)[number];

interface Measures {
  /** Of the whole record, so that no value moves while somebody chooses. */
  counts: readonly number[];
  labelOf: (value: FacetValue) => string;
  /** Which of two labels comes first in the reader's language. */
  compareLabels: (a: string, b: string) => number;
}

/** Among more values than this the dataset's own order would show first what hardly anything has. */
const MAX_AS_GIVEN = 100;

/**
 * The positions of a facet's values in the order in which their rows stand: each under the one it is below, and those
 * below the same one in the order that was chosen. What is equal stays in the dataset's order. In that order very many
 * below the same one begin with the most frequent.
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
