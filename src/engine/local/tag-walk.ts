import type { TagColumn } from '../../model/records';
import { type Bitset, hasBit } from './bitset';

/**
 * Adds, for each activity, 1 to the count of each of its values and their ancestors, each once, or to the last count if
 * it has no value. Subtracts 1 instead if the activity is in `gone`.
 */
export type TagWalk = (positions: Uint32Array, into: Uint32Array, gone?: Bitset) => void;

/** Reset `met` beyond this; the turns left until overflow exceed any number of positions. */
const MAX_TURNS = 2 ** 31;

/** `above[i]` is the index of the parent of value i, or -1. */
export function createTagWalk(column: TagColumn | undefined, above: Int32Array): TagWalk {
  // The last turn in which a value was counted. Each activity is one turn, so nothing has to be cleared between them.
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
