import { type Facet, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { Records } from '../../model/records';
import { addBit, emptyBitset, fullBitset, unite } from './bitset';
import type { Kernel } from './kernel';
import { type SetId, storedWords } from './kernel-store';
import { createTagWalk, type TagWalk } from './tag-walk';

/**
 * The sets of a facet, with consecutive ids. There is a set for each value, in the order of the facet. The set of a
 * value contains the activities with this value or a value below it. The last set contains the activities without a
 * value.
 */
export interface FacetSets {
  first: SetId;
  size: number;
  byValue: ReadonlyMap<string, SetId>;
  /** Counts activities by value, by reading the tags of each activity. */
  walk: TagWalk;
  walkLimit: number;
}

/**
 * The costs of counting with sets, per set, per position of a list and per word of bits. The unit is the cost of
 * reading the tags of one activity. In large datasets, tags are scattered in memory and cost more: with ten million
 * activities three times as much as with one million.
 */
const SET_COST = 0.3;
const LISTED_COST = 0.015;
const WORD_COST = { wasm: 0.0075, typescript: 0.06 } as const;
const NEAR_SIZE = 1_000_000;

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
  // Values come after their parents. So in reverse order, the set of a value is complete before it is added to the set
  // of its parent.
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const set = sets[above[i] ?? -1];
    if (set) unite(set, sets[i] ?? emptyBitset(size));
  }
  const first = kernel.storeReadOnly([...sets, none]);
  const byValue = new Map(values.map((value, i) => [value.id, first + i]));
  const distance = Math.max(1, Math.sqrt(size / NEAR_SIZE));
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
    walkLimit: costs.reduce((a, b) => a + b, 0) / distance,
  };
}
