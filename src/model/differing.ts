import type { FacetCount, FacetDifference } from './answer';
import { type Facet, NONE } from './dataset';
import { facetTree } from './facet-tree';

export interface ValueDifference {
  value: string;
  a: number;
  b: number;
  both: number;
}

/**
 * Returns the values that either side has, with the largest difference first. Equal differences stay in the facet's
 * order. A value with the same numbers as one of its children is left out, because the child is more specific.
 */
export function differingValues(facet: Facet, { a, b, both }: FacetDifference): ValueDifference[] {
  const amount = ({ counts, none }: FacetCount, i: number) => (i < facet.values.length ? (counts[i] ?? 0) : none);
  const all = [...facet.values.map(({ id }) => id), NONE].map((value, i) => ({
    value,
    a: amount(a, i),
    b: amount(b, i),
    both: amount(both, i),
  }));
  const byValue = new Map(all.map(row => [row.value, row]));
  const isSame = (one: ValueDifference, other: ValueDifference) =>
    one.a === other.a && one.b === other.b && one.both === other.both;
  const tree = facetTree(facet);
  const isRepeated = (row: ValueDifference) =>
    row.value !== NONE && tree.childrenOf(row.value).some(({ id }) => isSame(byValue.get(id) ?? row, row));
  return all
    .filter(row => row.a + row.b > 0 && !isRepeated(row))
    .sort((one, other) => difference(other) - difference(one));
}

function difference({ a, b }: ValueDifference): number {
  return Math.abs(a - b);
}
