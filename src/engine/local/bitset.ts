/** A set of positions. Position p is bit p % 32 of word p >>> 5. Bits after the last position are zero. */
export type Bitset = Uint32Array;

export function emptyBitset(size: number): Bitset {
  return new Uint32Array((size + 31) >>> 5);
}

export function fullBitset(size: number): Bitset {
  const set = emptyBitset(size).fill(0xffffffff);
  const rest = size & 31;
  if (rest > 0) set[set.length - 1] = 0xffffffff >>> (32 - rest);
  return set;
}

export function addBit(words: Bitset, position: number): void {
  const word = position >>> 5;
  words[word] = (words[word] ?? 0) | (1 << (position & 31));
}

export function hasBit(words: Bitset, position: number): boolean {
  return (((words[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;
}

/**
 * Calls `visit` with each position in the set, in ascending order. Starts at word `fromWord`, and stops when `visit`
 * returns false.
 */
export function eachBit(words: Bitset, visit: (position: number) => boolean, fromWord = 0): void {
  for (let i = fromWord; i < words.length; i += 1) {
    for (let word = words[i] ?? 0; word !== 0; word &= word - 1) {
      if (!visit(i * 32 + 31 - Math.clz32(word & -word))) return;
    }
  }
}

/**
 * Writes the positions in the words `[fromWord, toWord)` of a set into `into`, in ascending order. Returns the number
 * of positions. `into` must be long enough.
 */
export function listBits(words: Bitset, fromWord: number, toWord: number, into: Uint32Array): number {
  let end = 0;
  for (let i = fromWord; i < toWord; i += 1) end = listWord(words[i] ?? 0, i, into, end);
  return end;
}

/** Like `listBits`, for the intersection of two sets. */
export function listCommon(a: Bitset, b: Bitset, fromWord: number, toWord: number, into: Uint32Array): number {
  let end = 0;
  for (let i = fromWord; i < toWord; i += 1) end = listWord((a[i] ?? 0) & (b[i] ?? 0), i, into, end);
  return end;
}

/** Like `listBits`, for the symmetric difference of two sets. */
export function listDifferences(a: Bitset, b: Bitset, fromWord: number, toWord: number, into: Uint32Array): number {
  let end = 0;
  for (let i = fromWord; i < toWord; i += 1) end = listWord((a[i] ?? 0) ^ (b[i] ?? 0), i, into, end);
  return end;
}

/** Like `listBits`, for the word `bits` at index `i` of a set. Writes from index `place` on and returns the end. */
function listWord(bits: number, i: number, into: Uint32Array, place: number): number {
  let end = place;
  for (let left = bits; left !== 0; ) {
    const lowest = left & -left;
    into[end] = i * 32 + 31 - Math.clz32(lowest);
    end += 1;
    left ^= lowest;
  }
  return end;
}

/** Like `eachBit`, but visits the positions in descending order, from the last word on. */
export function eachBitBackwards(words: Bitset, visit: (position: number) => boolean): void {
  for (let i = words.length - 1; i >= 0; i -= 1) {
    for (let word = words[i] ?? 0; word !== 0; ) {
      const bit = 31 - Math.clz32(word);
      if (!visit(i * 32 + bit)) return;
      word &= ~(1 << bit);
    }
  }
}

export function intersect(into: Bitset, other: Bitset, fromWord = 0, toWord = into.length): void {
  for (let i = fromWord; i < toWord; i += 1) into[i] = (into[i] ?? 0) & (other[i] ?? 0);
}

export function subtract(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) & ~(other[i] ?? 0);
}

export function unite(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) | (other[i] ?? 0);
}

export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Describes the bits of the positions `[from, to)`. `first` and `last` are the indices of the words with the bits of
 * `from` and `to`. The masks `head` and `tail` select the bits of the range in these two words. `tail` is 0 if `to` is
 * the first position of a word.
 */
export function wordRange(from: number, to: number) {
  return { first: from >>> 5, last: to >>> 5, head: -1 << (from & 31), tail: ~(-1 << (to & 31)) };
}

export function addRun(words: Bitset, from: number, to: number): void {
  const { first, last, head, tail } = wordRange(from, to);
  if (first === last) {
    addBits(words, first, head & tail);
    return;
  }
  addBits(words, first, head);
  words.fill(0xffffffff, first + 1, last);
  addBits(words, last, tail);
}

function addBits(words: Bitset, word: number, bits: number): void {
  words[word] = (words[word] ?? 0) | bits;
}
