import { firstWhere } from '../../lib/binary-search';
import { addBit, type Bitset } from './bitset';

/** Removes all positions from a set, except those in an ascending list. */
export function intersectListed(words: Bitset, list: Uint32Array): void {
  let next = 0;
  for (let i = 0; i < list.length; ) {
    const word = (list[i] ?? 0) >>> 5;
    let bits = 0;
    for (; i < list.length && (list[i] ?? 0) >>> 5 === word; i += 1) bits |= 1 << ((list[i] ?? 0) & 31);
    words.fill(0, next, word);
    words[word] = (words[word] ?? 0) & bits;
    next = word + 1;
  }
  words.fill(0, next);
}

export function subtractListed(words: Bitset, list: Uint32Array): void {
  for (let i = 0; i < list.length; i += 1) {
    const position = list[i] ?? 0;
    words[position >>> 5] = (words[position >>> 5] ?? 0) & ~(1 << (position & 31));
  }
}

export function uniteListed(words: Bitset, list: Uint32Array): void {
  for (let i = 0; i < list.length; i += 1) addBit(words, list[i] ?? 0);
}

/** Returns the index of the first list element that is at least `position`. */
export function lowerBound(list: Uint32Array, position: number): number {
  return firstWhere(0, list.length, index => (list[index] ?? 0) >= position);
}
