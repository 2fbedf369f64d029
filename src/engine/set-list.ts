import { addBit, type Bitset, hasBit } from './bitset';

/** Leaves of a set what is in an ascending list. */
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

/** Into place i, how many of a list lie in the set and from `edges[i]` up to, not including, `edges[i + 1]`. */
export function countListedRanges(words: Bitset, list: Uint32Array, edges: Uint32Array, into: Uint32Array): void {
  let place = placeOf(list, edges[0] ?? 0);
  for (let i = 0; i + 1 < edges.length; i += 1) {
    let count = 0;
    for (; place < list.length && (list[place] ?? 0) < (edges[i + 1] ?? 0); place += 1) {
      if (hasBit(words, list[place] ?? 0)) count += 1;
    }
    into[i] = count;
  }
}

/** The place of the first that is no less than a position. */
export function placeOf(list: Uint32Array, position: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
