import type { FacetCount } from '../model/answer';
import type { Colouring } from '../model/colour';
import type { FacetValue } from '../model/dataset';
import { countOf, facetTree } from '../model/facet-tree';
import { inTreeOrder, pathOf } from '../model/tree-walks';

/** The maximum number of values in a select: those with a colour, and those with the most activities. */
const MOST_OFFERED = 300;

/** `depth` is the number of the value's ancestors. `count` is its number of activities in the dataset. */
export interface OfferedValue {
  value: FacetValue;
  depth: number;
  count: number;
}

/** Returns the values that a reader can give a colour: values with activities or a colour, in the order of the tree. */
export function offeredValues({ facet, values }: Colouring, counts: readonly FacetCount[]): OfferedValue[] {
  const tree = facetTree(facet);
  const own = counts.find(count => count.facet === facet.id)?.counts ?? [];
  const used = inTreeOrder(tree)
    .map(value => ({ value, count: countOf(tree, own, value.id) }))
    .filter(({ value, count }) => count > 0 || values.includes(value));
  const kept = new Set(used.toSorted((a, b) => b.count - a.count).slice(0, MOST_OFFERED));
  return used
    .filter(entry => kept.has(entry) || values.includes(entry.value))
    .map(entry => ({ ...entry, depth: pathOf(tree, entry.value.id).length - 1 }));
}

/**
 * Returns the coloured values after `value` is chosen for the colour at `slot`. An empty `value` leaves the colour
 * unused. If the chosen value already has another colour, the two values exchange their colours.
 */
export function withValueAt(values: readonly string[], slot: number, value: string): string[] {
  const next = [...values];
  const other = next.indexOf(value);
  if (value !== '' && other >= 0) next[other] = values[slot] ?? '';
  next[slot] = value;
  return next.filter(id => id !== '');
}
