import type { Bitset } from './bitset';

/** A set of a kernel. Sets made together have consecutive ids. */
export type SetId = number;

/** Sets are stored and worked on in whole lines of sixteen words, so that no loop over them has a rest. */
export const LINE_WORDS = 16;

/** So many words of a set, at most, are listed at a time. */
export const LIST_WORDS = 512;

/** Words from the first of a line up to, not including, the first of another. */
export interface Lines {
  from: number;
  to: number;
}

/**
 * Where a kernel's sets are, and the loops over them that take the time. Ranges of words are whole lines, at least one;
 * words beyond the last position are zero and stay so. A set is bits, or the list of its positions in ascending order.
 */
export interface SetStore {
  readonly kind: 'wasm' | 'typescript';
  /** Makes empty sets of bits. */
  allocate(count: number): SetId;
  /** Makes a list of so many positions, to be written before it is used. */
  allocateList(length: number): SetId;
  /** The bits of a set. Throws a RangeError for a list. */
  words(set: SetId): Bitset;
  /** The positions of a list; null for a set of bits. */
  list(set: SetId): Uint32Array | null;
  intersect(into: SetId, other: SetId, fromWord: number, toWord: number): void;
  subtract(into: SetId, other: SetId): void;
  unite(into: SetId, other: SetId): void;
  countCommon(a: SetId, b: SetId, fromWord: number, toWord: number): number;
  /** What `base` has in common with each of these sets of bits. */
  countEach(base: SetId, sets: readonly SetId[], fromWord: number, toWord: number, into: Uint32Array): void;
  /** How many positions of a list, from place `from` up to, not including, `to`, are in `base`. */
  countListed(base: SetId, list: SetId, from: number, to: number): number;
  /** Into place i, what two sets have in common from `edges[i]` up to, not including, `edges[i + 1]`. Edges ascend. */
  countRanges(a: SetId, b: SetId, edges: Uint32Array, into: Uint32Array): void;
  /** Into place i, how many positions of a list are in `base` and from `edges[i]` up to, not including, `edges[i + 1]`. */
  countListedRanges(base: SetId, list: SetId, edges: Uint32Array, into: Uint32Array): void;
  /** The lines outside of which a set is empty. */
  filledLines(set: SetId): Lines;
  /** What two sets have in common in at most `LIST_WORDS` words, in ascending order; good until it is asked again. */
  listCommon(a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array;
  /** The same of what only one of two sets has. */
  listDifferences(a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array;
}

/** The words of a set of that size in storage. An empty set has a line, too. */
export function storedWords(size: number): number {
  return Math.max(1, Math.ceil(size / (LINE_WORDS * 32))) * LINE_WORDS;
}
