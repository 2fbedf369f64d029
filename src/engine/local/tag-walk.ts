import type { TagColumn } from '../../model/records';
import { type Bitset, hasBit } from './bitset';

/**
 * Reads the tags of activities and updates the counts of values in `into`. Each activity adds 1 to each of its values
 * and their ancestors, once per value. An activity without a value adds 1 to the last element. An activity in `gone`
 * subtracts 1 instead.
 */
export type TagWalk = (positions: Uint32Array, into: Uint32Array, gone?: Bitset) => void;

/**
 * Each activity that a walk reads gets the next number, and `met` stores these numbers in 32 bits. A walk that starts
 * above this limit clears `met` and begins with 1 again. One walk reads fewer than 2^31 activities, so it needs no
 * further check.
 */
const MAX_TURNS = 2 ** 31;

/**
 * Creates the walk of a facet. `above[i]` is the index of the parent of value i, or -1 for a value without a parent.
 */
export function createTagWalk(column: TagColumn | undefined, above: Int32Array): TagWalk {
  // For each value, the number of the activity for which it was last counted. With this number, a value is counted once
  // per activity, and nothing has to be cleared between activities.
  const met = new Uint32Array(above.length);
  let turn = 0;
  return (positions, into, gone) => {
    const none = into.length - 1;
    if (turn > MAX_TURNS) {
      met.fill(0);
      turn = 0;
    }
    for (let at = 0; at < positions.length; at += 1) {
      const position = positions[at] ?? 0;
      const amount = gone && hasBit(gone, position) ? -1 : 1;
      const start = column?.offsets[position] ?? 0;
      const end = column?.offsets[position + 1] ?? 0;
      if (start === end) into[none] = (into[none] ?? 0) + amount;
      turn += 1;
      for (let i = start; i < end; i += 1) {
        for (let value = column?.values[i] ?? -1; value >= 0 && met[value] !== turn; value = above[value] ?? -1) {
          met[value] = turn;
          into[value] = (into[value] ?? 0) + amount;
        }
      }
    }
  };
}
