/** A set of positions in a kernel's memory. */
export type SetId = number;

/**
 * Sets of activity positions and the counting of them, in one block of memory. Bit i of word i >>> 5 is position i; bits
 * beyond the last position are zero. All sets have the same size; none is ever freed.
 */
export interface Kernel {
  readonly size: number;
  /** `n` new empty sets, one behind the other; gives the first. Throws `RangeError` beyond the capacity. */
  allocate(n?: number): SetId;
  /** The words of a set, live. */
  words(set: SetId): Uint32Array;
  fill(set: SetId): void;
  clear(set: SetId): void;
  copy(into: SetId, from: SetId): void;
  and(into: SetId, other: SetId): void;
  andNot(into: SetId, other: SetId): void;
  or(into: SetId, other: SetId): void;
  count(set: SetId): number;
  countCommon(a: SetId, b: SetId): number;
  /** For each of `n` sets from `first` on, the size of its intersection with `base`. */
  countEach(base: SetId, first: SetId, n: number): Uint32Array;
  /** How many positions of a set lie in `[edges[i], edges[i + 1])`, for ascending edges. */
  countRanges(set: SetId, edges: Uint32Array): Uint32Array;
}
