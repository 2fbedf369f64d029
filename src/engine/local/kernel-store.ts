import type { Bitset } from './bitset';

/** Identifies a set of activities that the kernel stores. Sets allocated together have consecutive ids. */
export type SetId = number;

/**
 * The number of 32-bit words in a line. Sets are stored and processed in whole lines, so that loops need no code for a
 * remainder.
 */
export const LINE_WORDS = 16;

/** The maximum number of words that one call of `listCommon` or `listDifferences` reads. A word has 32 positions. */
export const LIST_WORDS = 512;

/** A range `[from, to)` of 32-bit words. Both are multiples of `LINE_WORDS`. */
export interface Lines {
  from: number;
  to: number;
}

/**
 * Stores the sets of a kernel, and contains the loops over them that take most of the time. A set is stored as bits, or
 * as the ascending list of its positions. Word ranges `[fromWord, toWord)` are whole lines and not empty. Bits beyond
 * the last position are always zero.
 */
export interface SetStore {
  readonly kind: 'wasm' | 'typescript';
  /** Allocates `count` empty sets of bits with consecutive ids. Returns the first id. */
  allocate(count: number): SetId;
  /** Allocates a list of `length` positions. The caller must write it before use. */
  allocateList(length: number): SetId;
  /** Returns the bits of a set. Throws a RangeError for a list. */
  words(set: SetId): Bitset;
  /** Returns the positions of a list; null for a set of bits. */
  list(set: SetId): Uint32Array | null;
  intersect(into: SetId, other: SetId, fromWord: number, toWord: number): void;
  subtract(into: SetId, other: SetId): void;
  unite(into: SetId, other: SetId): void;
  countCommon(a: SetId, b: SetId, fromWord: number, toWord: number): number;
  /** Writes into `into[i]` the size of the intersection of `base` with `sets[i]`. The sets must be sets of bits. */
  countEach(base: SetId, sets: readonly SetId[], fromWord: number, toWord: number, into: Uint32Array): void;
  /** Returns how many of the elements `[from, to)` of a list are in `base`. */
  countListed(base: SetId, list: SetId, from: number, to: number): number;
  /**
   * Writes into `into[i]` how many positions in the range `[edges[i], edges[i + 1])` are in both sets. The edges must
   * ascend.
   */
  countRanges(a: SetId, b: SetId, edges: Uint32Array, into: Uint32Array): void;
  /** Like `countRanges`, for a set of bits `base` and a list. */
  countListedRanges(base: SetId, list: SetId, edges: Uint32Array, into: Uint32Array): void;
  /** Returns the shortest range of lines that contains all positions of a set. */
  filledLines(set: SetId): Lines;
  /**
   * Returns the positions in the intersection of two sets, ascending, within a range of at most `LIST_WORDS` words. The
   * next call overwrites the result.
   */
  listCommon(a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array;
  /** Like `listCommon`, for the symmetric difference of two sets. */
  listDifferences(a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array;
}

/** Returns the number of words in which a set of `size` positions is stored: whole lines, and at least one. */
export function storedWords(size: number): number {
  return Math.max(1, Math.ceil(size / (LINE_WORDS * 32))) * LINE_WORDS;
}
