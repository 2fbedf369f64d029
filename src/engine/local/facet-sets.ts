import { type Facet, NONE } from '../../model/dataset';
import { facetTree } from '../../model/facet-tree';
import type { Records } from '../../model/records';
import { addBit, emptyBitset, fullBitset, unite } from './bitset';
import type { Kernel } from './kernel';
import { type SetId, storedWords } from './kernel-store';
import { createTagWalk, type TagWalk } from './tag-walk';

/**
 * The sets of a facet, with consecutive ids. There is one set for each value, in the order of the facet. It contains
 * the activities of the value and of all values below it. The last set contains the activities without a value.
 */
export interface FacetSets {
  first: SetId;
  /** Number of sets: one for each value and one for `_none`. */
  size: number;
  byValue: ReadonlyMap<string, SetId>;
  /** Counts activities by value by reading the tags of each activity instead of intersecting sets. */
  walk: TagWalk;
  /** The largest number of activities for which `walk` is faster than intersecting all sets in full. */
  walkLimit: number;
}

/**
 * The costs of counting with sets, relative to reading the tags of one activity: per set, per position of a list, and
 * per word of bits. Sets are contiguous in memory and tags are scattered, so tags take longer to read in large
 * datasets: with ten million activities three times as long as with one million.
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
  // Values come after their parents. Going backwards, each set already includes the sets of all values below it when
  // it is added to the set of the parent.
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
