import type { Bitset } from './bitset';

/** Identifies a set of a kernel. Sets allocated together have consecutive ids. */
export type SetId = number;

/** Sets are stored and processed in lines of sixteen words, so that loops need no code for a remainder. */
export const LINE_WORDS = 16;

/** At most this many words of a set are listed at once. */
export const LIST_WORDS = 512;

/** A range `[from, to)` of words that starts and ends at line borders. */
export interface Lines {
  from: number;
  to: number;
}

/**
 * The storage of a kernel's sets, and the hot loops over them. Word ranges `[fromWord, toWord)` are whole lines and not
 * empty. Bits beyond the last position are always zero. A set is stored as bits, or as the ascending list of its
 * positions.
 */
export interface SetStore {
  readonly kind: 'wasm' | 'typescript';
  /** Allocates empty sets of bits and returns the first id. */
  allocate(count: number): SetId;
  /** Allocates a list of `length` positions; it has to be written before use. */
  allocateList(length: number): SetId;
  /** Returns the bits of a set. Throws a RangeError for a list. */
  words(set: SetId): Bitset;
  /** Returns the positions of a list; null for a set of bits. */
  list(set: SetId): Uint32Array | null;
  intersect(into: SetId, other: SetId, fromWord: number, toWord: number): void;
  subtract(into: SetId, other: SetId): void;
  unite(into: SetId, other: SetId): void;
  countCommon(a: SetId, b: SetId, fromWord: number, toWord: number): number;
  /** Writes into `into` the size of the intersection of `base` with each of these sets of bits. */
  countEach(base: SetId, sets: readonly SetId[], fromWord: number, toWord: number, into: Uint32Array): void;
  /** Returns how many of the list elements `[from, to)` are in `base`. */
  countListed(base: SetId, list: SetId, from: number, to: number): number;
  /** Writes into `into[i]` how many positions within `[edges[i], edges[i + 1])` are in both sets. Edges ascend. */
  countRanges(a: SetId, b: SetId, edges: Uint32Array, into: Uint32Array): void;
  /** The same, for `base` and a list. */
  countListedRanges(base: SetId, list: SetId, edges: Uint32Array, into: Uint32Array): void;
  /** Returns the range of lines outside of which a set is empty. */
  filledLines(set: SetId): Lines;
  /** Lists the intersection in at most `LIST_WORDS` words, ascending. The next call overwrites the list. */
  listCommon(a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array;
  /** The same for the symmetric difference. */
  listDifferences(a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array;
}

/** Returns the number of stored words of a set of `size` positions: at least one line. */
export function storedWords(size: number): number {
  return Math.max(1, Math.ceil(size / (LINE_WORDS * 32))) * LINE_WORDS;
}
