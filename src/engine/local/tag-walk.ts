import type { TagColumn } from '../../model/records';
import { type Bitset, hasBit } from './bitset';

/**
 * Counts activities one by one, from their own tags: adds one to each value of each of them and to those above it, once, or
 * to the last place if it has none. Takes one away instead where `gone` has the activity.
 */
export type TagWalk = (positions: Uint32Array, into: Uint32Array, gone?: Bitset) => void;

/** There are always fewer positions than are left beyond it. */
const MAX_TURNS = 2 ** 31;

/** `above`: for each value of a facet the place of the one right above it, or -1. */
export function createTagWalk(column: TagColumn | undefined, above: Int32Array): TagWalk {
  // The turn in which a value was met last: nothing needs to be wiped from one activity to the next.
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
