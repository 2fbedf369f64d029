import type { Bitset } from './bitset';

/** Identifies a set of activities in the kernel. Sets that are allocated together have consecutive ids. */
export type SetId = number;

/** The number of 32-bit words in a line. Sets consist of whole lines, so that loops need no code for a remainder. */
export const LINE_WORDS = 16;

/** The maximum number of words that one call of `listCommon` or `listDifferences` reads. A word has 32 positions. */
export const LIST_WORDS = 512;

/** A range `[from, to)` of 32-bit words. Both ends are multiples of `LINE_WORDS`. */
export interface Lines {
  from: number;
  to: number;
}

/**
 * Stores the sets of a kernel, and contains the loops that take most of the time. A set is stored as bits or as the
 * ascending list of its positions. Word ranges `[fromWord, toWord)` consist of whole lines and are not empty. Bits
 * after the last position are always zero.
 */
export interface SetStore {
  readonly kind: 'wasm' | 'typescript';
  /** Allocates `count` empty sets of bits with consecutive ids. Returns the first id. */
  allocate(count: number): SetId;
  /** Allocates a list of `length` positions. The caller must write the positions before use. */
  allocateList(length: number): SetId;
  words(set: SetId): Bitset;
  list(set: SetId): Uint32Array | null;
  intersect(into: SetId, other: SetId, fromWord: number, toWord: number): void;
  subtract(into: SetId, other: SetId): void;
  unite(into: SetId, other: SetId): void;
  countCommon(a: SetId, b: SetId, fromWord: number, toWord: number): number;
  /** Writes the size of the intersection of `base` and `sets[i]` into `into[i]`. All sets must be sets of bits. */
  countEach(base: SetId, sets: readonly SetId[], fromWord: number, toWord: number, into: Uint32Array): void;
  /** Returns how many of the elements `[from, to)` of a list are in `base`. */
  countListed(base: SetId, list: SetId, from: number, to: number): number;
  /**
   * Writes into `into[i]` how many positions from `edges[i]` to below `edges[i + 1]` are in both sets. Edges ascend.
   */
  countRanges(a: SetId, b: SetId, edges: Uint32Array, into: Uint32Array): void;
  /** Like `countRanges`, for a set of bits `base` and a list. */
  countListedRanges(base: SetId, list: SetId, edges: Uint32Array, into: Uint32Array): void;
  filledLines(set: SetId): Lines;
  /** Returns the common positions of two sets, in a range of at most `LIST_WORDS` words. Valid until the next call. */
  listCommon(a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array;
  /** Like `listCommon`, for the positions that are in only one of the sets. */
  listDifferences(a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array;
}

/** Returns the number of words that store a set of `size` positions: whole lines, and at least one line. */
export function storedWords(size: number): number {
  return Math.max(1, Math.ceil(size / (LINE_WORDS * 32))) * LINE_WORDS;
}
