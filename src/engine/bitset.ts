/** A set of activity positions: bit i of word i >>> 5. Words beyond the last position are kept at zero. */
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

export function addBit(set: Bitset, position: number): void {
  const word = position >>> 5;
  set[word] = (set[word] ?? 0) | (1 << (position & 31));
}

export function hasBit(set: Bitset, position: number): boolean {
  return (((set[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;
}

export function intersect(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) & (other[i] ?? 0);
}

export function subtract(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) & ~(other[i] ?? 0);
}

export function unite(into: Bitset, other: Bitset): void {
  for (let i = 0; i < into.length; i += 1) into[i] = (into[i] ?? 0) | (other[i] ?? 0);
}

export function countBits(set: Bitset): number {
  let count = 0;
  for (let i = 0; i < set.length; i += 1) count += bitsIn(set[i] ?? 0);
  return count;
}

/** The size of the intersection, without making it. */
export function countCommon(a: Bitset, b: Bitset): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 1) count += bitsIn((a[i] ?? 0) & (b[i] ?? 0));
  return count;
}

export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Calls back with every position in ascending order; stops as soon as the callback returns false. */
export function eachBit(set: Bitset, visit: (position: number) => boolean | undefined): void {
  for (let i = 0; i < set.length; i += 1) {
    for (let word = set[i] ?? 0; word !== 0; word &= word - 1) {
      if (visit(i * 32 + 31 - Math.clz32(word & -word)) === false) return;
    }
  }
}
