import { type Facet, NONE } from '../model/dataset';
import type { Records } from '../model/records';
import { addBit, emptyBitset, fullBitset, subtract, unite } from './bitset';
import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/** A facet's sets, one a value in the facet's order (values below included) and one for none, one behind the other. */
export interface FacetSets {
  first: SetId;
  /** How many sets: the values and `_none`. */
  size: number;
  byValue: ReadonlyMap<string, SetId>;
}

export function facetSets({ id, values }: Facet, { size, tags }: Records, kernel: Kernel): FacetSets {
  const places = new Map(values.map((value, i) => [value.id, i]));
  const sets = values.map(() => emptyBitset(size));
  const column = tags.get(id);
  for (let position = 0; column && position < size; position += 1) {
    const end = column.offsets[position + 1] ?? 0;
    for (let i = column.offsets[position] ?? 0; i < end; i += 1) {
      const set = sets[column.values[i] ?? 0];
      if (set) addBit(set, position);
    }
  }
  const none = fullBitset(size);
  for (const set of sets) subtract(none, set);
  // Each value stands behind the one above it, so from the last to the first all that is below is there already.
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const above = sets[places.get(values[i]?.broader ?? '') ?? -1];
    if (above) unite(above, sets[i] ?? emptyBitset(size));
  }
  const first = kernel.keep([...sets, none]);
  const byValue = new Map(values.map((value, i) => [value.id, first + i]));
  return { first, size: values.length + 1, byValue: byValue.set(NONE, first + values.length) };
}
