/** Bit i of word i >>> 5 is position i; bits beyond the last position are zero. */
export type Words = Uint32Array;

export function addBit(words: Words, position: number): void {
  const word = position >>> 5;
  words[word] = (words[word] ?? 0) | (1 << (position & 31));
}

export function hasBit(words: Words, position: number): boolean {
  return (((words[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;
}

/** Calls back with every position in ascending order; stops as soon as the callback returns false. */
export function eachBit(words: Words, visit: (position: number) => boolean): void {
  for (let i = 0; i < words.length; i += 1) {
    for (let word = words[i] ?? 0; word !== 0; word &= word - 1) {
      if (!visit(i * 32 + 31 - Math.clz32(word & -word))) return;
    }
  }
}

/** The same in descending order. */
export function eachBitBackwards(words: Words, visit: (position: number) => boolean): void {
  for (let i = words.length - 1; i >= 0; i -= 1) {
    for (let word = words[i] ?? 0; word !== 0; ) {
      const bit = 31 - Math.clz32(word);
      if (!visit(i * 32 + bit)) return;
      word &= ~(1 << bit);
    }
  }
}
