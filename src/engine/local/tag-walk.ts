import type { TagColumn } from '../../model/records';
import { type Bitset, hasBit } from './bitset';

/**
 * Reads the tags of activities and updates the counts of values in `into`. For each activity, adds 1 to each of its
 * values and each of their ancestors (once each), or to the last element if it has no value. Subtracts 1 instead if the
 * activity is in `gone`.
 */
export type TagWalk = (positions: Uint32Array, into: Uint32Array, gone?: Bitset) => void;

/**
 * A walk numbers the activities that it reads and writes these numbers into `met`, which holds only numbers below
 * 2^32. At the start of a walk, if more than `MAX_TURNS` activities have been numbered, `met` is cleared and numbering
 * starts again. No check is needed within a walk, because a single walk never reads so many activities.
 */
const MAX_TURNS = 2 ** 31;

/** Creates the walk of a facet. `above[i]` is the index of the parent of value i, or -1 if it has none. */
export function createTagWalk(column: TagColumn | undefined, above: Int32Array): TagWalk {
  // For each value, the number of the turn in which it was last counted. A value with the present turn's number has
  // already been counted for this activity, so nothing has to be cleared between activities.
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
