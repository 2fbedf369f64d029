import { type Facet, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { Records } from '../../model/records';
import { addBit, emptyBitset, fullBitset, unite } from './bitset';
import type { Kernel } from './kernel';
import { type SetId, storedWords } from './kernel-store';
import { createTagWalk, type TagWalk } from './tag-walk';

/** A facet's sets, one a value in the facet's order (values below included) and one for none, one behind the other. */
export interface FacetSets {
  first: SetId;
  /** How many sets: the values and `_none`. */
  size: number;
  byValue: ReadonlyMap<string, SetId>;
  /** Counts the same from the activities' side. */
  walk: TagWalk;
  /** So many activities are read one by one in the time that counting all of the sets from end to end takes. */
  worth: number;
}

/**
 * How long the loops take, in the time that reading the tags of one activity takes: for a set, and for each place of a list
 * or word of bits. Sets lie in one piece and tags far apart, the farther the more there are: of ten million each takes three
 * times as long to reach as of one.
 */
const SET_COST = 0.3;
const LISTED_COST = 0.015;
const WORD_COST = { wasm: 0.0075, typescript: 0.06 } as const;
const NEAR = 1_000_000;

export function facetSets(facet: Facet, { size, tags }: Records, kernel: Kernel): FacetSets {
  const { id, values } = facet;
  const { above } = facetTree(facet);
  const sets = values.map(() => emptyBitset(size));
  const column = tags.get(id);
  const none = column ? emptyBitset(size) : fullBitset(size);
  for (let position = 0; column && position < size; position += 1) {
    const start = column.offsets[position] ?? 0;
    const end = column.offsets[position + 1] ?? 0;
    if (start === end) addBit(none, position);
    for (let i = start; i < end; i += 1) {
      const set = sets[column.values[i] ?? 0];
      if (set) addBit(set, position);
    }
  }
  // Each value stands behind the one above it, so from the last to the first all that is below is there already.
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const set = sets[above[i] ?? -1];
    if (set) unite(set, sets[i] ?? emptyBitset(size));
  }
  const first = kernel.keep([...sets, none]);
  const byValue = new Map(values.map((value, i) => [value.id, first + i]));
  const distance = Math.max(1, Math.sqrt(size / NEAR));
  const wordCost = storedWords(size) * WORD_COST[kernel.kind];
  const costs = [...sets, none].map((_, i) => {
    const listed = kernel.listedLength(first + i);
    return SET_COST + (listed === null ? wordCost : listed * LISTED_COST);
  });
  return {
    first,
    size: values.length + 1,
    byValue: byValue.set(NONE, first + values.length),
    walk: createTagWalk(column, above),
    worth: costs.reduce((a, b) => a + b, 0) / distance,
  };
}
