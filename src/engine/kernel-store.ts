import type { Bitset } from './bitset';

/** A set of a kernel. Sets made together have consecutive ids. */
export type SetId = number;

/** Sets are stored and worked on in whole lines of sixteen words, so that no loop over them has a rest. */
export const LINE_WORDS = 16;

/**
 * Where a kernel's sets are, and the loops over them that take the time. Ranges of words are whole lines, at least one;
 * words beyond the last position are zero and stay so.
 */
export interface SetStore {
  readonly kind: 'wasm' | 'typescript';
  allocate(count: number): SetId;
  words(set: SetId): Bitset;
  intersect(into: SetId, other: SetId): void;
  subtract(into: SetId, other: SetId): void;
  unite(into: SetId, other: SetId): void;
  countCommon(a: SetId, b: SetId, fromWord: number, toWord: number): number;
  /** What `base` has in common with each of the sets from `first` on, as many as `into` is long. */
  countEach(base: SetId, first: SetId, fromWord: number, toWord: number, into: Uint32Array): void;
}

/** The words of a set of that size in storage. An empty set has a line, too. */
export function storedWords(size: number): number {
  return Math.max(1, Math.ceil(size / (LINE_WORDS * 32))) * LINE_WORDS;
}
