import type { TagColumn } from '../model/records';

/** Reads the tags of one activity after the other. */
export interface TagWalk {
  /** Puts the places of an activity's values, and of those above them, at the start of `values`: each once. How many. */
  read(position: number): number;
  values: Uint32Array;
}

/** `above`: for each value of a facet the place of the one right above it, or -1. */
export function createTagWalk(column: TagColumn | undefined, above: Int32Array): TagWalk {
  const values = new Uint32Array(above.length);
  // The turn in which a value was met last: nothing needs to be wiped from one activity to the next.
  const met = new Uint32Array(above.length);
  let turn = 0;
  return {
    values,
    read(position) {
      if (!column) return 0;
      turn += 1;
      let length = 0;
      const end = column.offsets[position + 1] ?? 0;
      for (let i = column.offsets[position] ?? 0; i < end; i += 1) {
        for (let value = column.values[i] ?? -1; value >= 0 && met[value] !== turn; value = above[value] ?? -1) {
          met[value] = turn;
          values[length] = value;
          length += 1;
        }
      }
      return length;
    },
  };
}
