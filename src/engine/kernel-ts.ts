import type { Kernel, SetId } from './kernel';

/** The kernel in plain TypeScript, for where WebAssembly with SIMD is not to be had. */
export function createTsKernel(size: number, capacity: number): Kernel {
  const stride = (size + 31) >>> 5;
  const memory = new Uint32Array(stride * capacity);
  let used = 0;
  const words = (set: SetId) => memory.subarray(set * stride, (set + 1) * stride);
  const each = (into: SetId, other: SetId, combine: (a: number, b: number) => number) => {
    const [a, b] = [words(into), words(other)];
    for (let i = 0; i < stride; i += 1) a[i] = combine(a[i] ?? 0, b[i] ?? 0);
  };
  const countCommon = (a: SetId, b: SetId) => {
    const [from, to] = [a * stride, b * stride];
    let count = 0;
    for (let i = 0; i < stride; i += 1) count += bitsIn((memory[from + i] ?? 0) & (memory[to + i] ?? 0));
    return count;
  };
  return {
    size,
    allocate(n = 1) {
      if (used + n > capacity) throw new RangeError(`${used + n} sets in a kernel for ${capacity}`);
      used += n;
      return used - n;
    },
    words,
    fill(set) {
      words(set).fill(0xffffffff);
      if (size & 31) words(set)[stride - 1] = 0xffffffff >>> (32 - (size & 31));
    },
    clear: set => {
      words(set).fill(0);
    },
    copy: (into, from) => words(into).set(words(from)),
    and: (into, other) => each(into, other, (a, b) => a & b),
    andNot: (into, other) => each(into, other, (a, b) => a & ~b),
    or: (into, other) => each(into, other, (a, b) => a | b),
    count: set => countCommon(set, set),
    countCommon,
    countEach: (base, first, n) => Uint32Array.from({ length: n }, (_, i) => countCommon(base, first + i)),
    countRanges: (set, edges) => countRanges(words(set), edges),
  };
}

/** Popcounts between ascending bit positions: whole words in between, masked ones at the ends. */
export function countRanges(words: Uint32Array, edges: Uint32Array): Uint32Array {
  const counts = new Uint32Array(Math.max(0, edges.length - 1));
  for (let i = 0; i < counts.length; i += 1) counts[i] = countRange(words, edges[i] ?? 0, edges[i + 1] ?? 0);
  return counts;
}

function countRange(words: Uint32Array, from: number, to: number): number {
  if (to <= from) return 0;
  const [first, last] = [from >>> 5, (to - 1) >>> 5];
  const head = 0xffffffff << (from & 31);
  const tail = 0xffffffff >>> (31 - ((to - 1) & 31));
  if (first === last) return bitsIn((words[first] ?? 0) & head & tail);
  let count = bitsIn((words[first] ?? 0) & head) + bitsIn((words[last] ?? 0) & tail);
  for (let i = first + 1; i < last; i += 1) count += bitsIn(words[i] ?? 0);
  return count;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
