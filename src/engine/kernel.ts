import { type Bitset, bitsIn } from './bitset';
import { LINE_WORDS, type SetId, type SetStore } from './kernel-store';
import { createTypescriptStore } from './kernel-ts';
import { createWasmStore } from './kernel-wasm';

/**
 * Sets of activity positions of one size, in memory of its own, and their counts. Sets are made once and filled anew as
 * often as wanted; the memory is freed with the kernel. Ranges are `[from, to)`.
 */
export interface Kernel {
  readonly kind: SetStore['kind'];
  readonly size: number;
  /** Makes empty sets, and returns the first of their consecutive ids. Throws a RangeError when memory is out. */
  allocate(count?: number): SetId;
  /** The set itself, to be read and written before the next `allocate`, which may move it. */
  words(set: SetId): Bitset;
  /** Adds every position, or those of a range. */
  fill(set: SetId, from?: number, to?: number): void;
  clear(set: SetId): void;
  copy(into: SetId, other: SetId): void;
  intersect(into: SetId, other: SetId): void;
  subtract(into: SetId, other: SetId): void;
  unite(into: SetId, other: SetId): void;
  count(set: SetId): number;
  /** The size of the intersection, without making it. */
  countCommon(a: SetId, b: SetId): number;
  /** What `base` has in common with each of the sets from `first` on, as many as `into` is long. */
  countEach(base: SetId, first: SetId, into: Uint32Array): void;
  countRange(set: SetId, from: number, to: number): number;
  /** Into place i, what lies from `edges[i]` up to, not including, `edges[i + 1]`. Edges ascend. */
  countRanges(set: SetId, edges: Uint32Array, into: Uint32Array): void;
}

/** In WebAssembly where that is to be had, else in TypeScript, with the same results. */
export function createKernel(size: number): Kernel {
  return kernelOver(createWasmStore(size) ?? createTypescriptStore(size), size);
}

export function kernelOver(store: SetStore, size: number): Kernel {
  const countRange = (set: SetId, words: Bitset, from: number, to: number): number => {
    const { first, last, head, tail } = wordsOf(from, to);
    if (first === last) return bitsIn((words[first] ?? 0) & head & tail);
    const lineStart = Math.ceil((first + 1) / LINE_WORDS) * LINE_WORDS;
    const lineEnd = Math.floor(last / LINE_WORDS) * LINE_WORDS;
    const edges = bitsIn((words[first] ?? 0) & head) + bitsIn((words[last] ?? 0) & tail);
    if (lineStart >= lineEnd) return edges + countWords(words, first + 1, last);
    return (
      edges +
      countWords(words, first + 1, lineStart) +
      store.countCommon(set, set, lineStart, lineEnd) +
      countWords(words, lineEnd, last)
    );
  };

  const countCommon = (a: SetId, b: SetId): number => {
    const { from, to } = linesIn(store.words(a));
    return from < to ? store.countCommon(a, b, from, to) : 0;
  };

  return {
    kind: store.kind,
    size,
    allocate: (count = 1) => store.allocate(count),
    words: set => store.words(set),
    fill(set, from = 0, to = size) {
      const words = store.words(set);
      const { first, last, head, tail } = wordsOf(from, to);
      if (first === last) return add(words, first, head & tail);
      add(words, first, head);
      words.fill(0xffffffff, first + 1, last);
      add(words, last, tail);
    },
    clear: set => void store.words(set).fill(0),
    copy: (into, other) => store.words(into).set(store.words(other)),
    intersect: store.intersect,
    subtract: store.subtract,
    unite: store.unite,
    count: set => countCommon(set, set),
    countCommon,
    countEach(base, first, into) {
      const { from, to } = linesIn(store.words(base));
      if (from < to) store.countEach(base, first, from, to, into);
      else into.fill(0);
    },
    countRange: (set, from, to) => countRange(set, store.words(set), from, to),
    countRanges(set, edges, into) {
      const words = store.words(set);
      for (let i = 0; i + 1 < edges.length; i += 1) into[i] = countRange(set, words, edges[i] ?? 0, edges[i + 1] ?? 0);
    },
  };
}

/** The words a range of positions begins and ends in, and which bits of these two belong to it. */
function wordsOf(from: number, to: number) {
  return { first: from >>> 5, last: to >>> 5, head: -1 << (from & 31), tail: ~(-1 << (to & 31)) };
}

function add(words: Bitset, word: number, bits: number): void {
  words[word] = (words[word] ?? 0) | bits;
}

function countWords(words: Bitset, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) count += bitsIn(words[i] ?? 0);
  return count;
}

/** The lines outside of which a set is empty: a window of time leaves little between them. */
function linesIn(words: Bitset): { from: number; to: number } {
  let first = 0;
  let end = words.length;
  while (end > 0 && words[end - 1] === 0) end -= 1;
  while (first < end && words[first] === 0) first += 1;
  return {
    from: Math.floor(first / LINE_WORDS) * LINE_WORDS,
    to: Math.ceil(end / LINE_WORDS) * LINE_WORDS,
  };
}
