import type { Facet, FacetValue } from '../../model/dataset';
import { countOf, facetTree } from '../../model/facet-tree';
import { inTreeOrder } from '../../model/tree-walks';
import { FEW_TOPS, SHORT_FACET } from './facet-rows';

export const VALUE_ORDERS = ['given', 'count', 'name', 'trend'] as const;
export type ValueOrder = (typeof VALUE_ORDERS)[number];

interface Measures {
  /** The counts in the whole dataset, so that values keep their order when the selection changes. */
  counts: readonly number[];
  labelOf: (value: FacetValue) => string;
  compareLabels: (a: string, b: string) => number;
  /** The mean time of each value's activities in the whole dataset. Undefined until the times are known. */
  times?: readonly number[] | undefined;
}

/**
 * The maximum number of siblings that the order `given` leaves in the dataset's order. More siblings of a long facet
 * are sorted by count, because the facet shows only the first few of them until it is expanded.
 */
const MAX_AS_GIVEN = FEW_TOPS;

/**
 * Returns the positions of a facet's values in display order: parents before their children, siblings in the chosen
 * order, ties in the dataset's order. In a long facet, `given` sorts more than `MAX_AS_GIVEN` siblings by count.
 * `trend` puts the values with the latest activities first.
 */
export function orderedValues(facet: Facet, order: ValueOrder, measures: Measures): number[] {
  const { counts, labelOf, compareLabels, times } = measures;
  const tree = facetTree(facet);
  const labels = order === 'name' ? new Map(facet.values.map(value => [value.id, labelOf(value)])) : null;
  const byTime = order === 'trend' && times;
  const compare = (a: FacetValue, b: FacetValue) => {
    if (labels) return compareLabels(labels.get(a.id) ?? '', labels.get(b.id) ?? '');
    const measure = byTime || counts;
    return countOf(tree, measure, b.id) - countOf(tree, measure, a.id);
  };
  const isAsGiven = (siblings: readonly FacetValue[]) =>
    order === 'given'
      ? facet.values.length <= SHORT_FACET || siblings.length <= MAX_AS_GIVEN
      : order === 'trend' && !times;
  const sorted = (siblings: readonly FacetValue[]) => (isAsGiven(siblings) ? siblings : siblings.toSorted(compare));
  return inTreeOrder(tree, tree.tops, sorted).flatMap(({ id }) => tree.positions.get(id) ?? []);
}
