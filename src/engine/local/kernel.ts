import { addRun, type Bitset, emptyBitset, hasBit, listBits } from './bitset';
import { grown } from './grown';
import { LINE_WORDS, LIST_WORDS, type Lines, type SetId, type SetStore, storedWords } from './kernel-store';
import { createTypescriptStore } from './kernel-ts';
import { createWasmStore } from './kernel-wasm';
import { intersectListed, placeOf, subtractListed, uniteListed } from './set-list';

/** A set of fewer than one position in so many is faster to count, and smaller, as the list of these. */
const LISTED_BELOW = 64;

/**
 * Sets of activity positions of one size, in memory of its own, and their counts. Sets are made once and filled anew as
 * often as wanted, but for those that are kept: these may be lists of their positions, can't be written, and stand only where
 * a parameter is named `other`, `set` or `first`. The memory is freed with the kernel. Ranges are `[from, to)`.
 */
export interface Kernel {
  readonly kind: SetStore['kind'];
  readonly size: number;
  /** Makes empty sets, and returns the first of their consecutive ids. Throws a RangeError when memory is out. */
  allocate(count?: number): SetId;
  /** Makes sets of what is in these, each as a list where it is small, and returns the first of their consecutive ids. */
  keep(sets: readonly Bitset[]): SetId;
  /** What part of a set has to be looked at to see all that is in it. */
  filledShare(set: SetId): number;
  /** How many positions a kept list has; null for a set of bits. */
  listedLength(set: SetId): number | null;
  /** The set itself, to be read at once: before `allocate`, which may move it. */
  bits(set: SetId): Bitset;
  /** The same, to be written: before it is counted. */
  words(set: SetId): Bitset;
  /** Adds every position, or those of a range. */
  fill(set: SetId, from?: number, to?: number): void;
  clear(set: SetId): void;
  copy(into: SetId, other: SetId): void;
  intersect(into: SetId, other: SetId): void;
  subtract(into: SetId, other: SetId): void;
  unite(into: SetId, other: SetId): void;
  count(set: SetId): number;
  /** The positions of `base`, or of what it has in common with a set, in ascending order. */
  positions(base: SetId, set?: SetId): Uint32Array;
  /** Returns up to `limit` positions in ascending order, skipping the first `offset`. */
  firstPositions(set: SetId, limit: number, offset?: number): number[];
  /** The positions that only one of two sets has, in ascending order; null where these are more than so many. */
  differences(a: SetId, b: SetId, max: number): Uint32Array | null;
  /** The size of the intersection, without making it. */
  countCommon(a: SetId, b: SetId): number;
  /** What `base` has in common with each of the sets from `first` on, as many as `into` is long. */
  countEach(base: SetId, first: SetId, into: Uint32Array): void;
  /** Into place i, what two sets have in common from `edges[i]` up to, not including, `edges[i + 1]`. Edges ascend. */
  countRanges(set: SetId, other: SetId, edges: Uint32Array, into: Uint32Array): void;
}

/** In WebAssembly where that is to be had, else in TypeScript, with the same results. */
export function createKernel(size: number): Kernel {
  return kernelOver(createWasmStore(size) ?? createTypescriptStore(size), size);
}

export function kernelOver(store: SetStore, size: number): Kernel {
  const countListed = (base: SetId, set: SetId, list: Uint32Array, { from, to }: Lines): number =>
    store.countListed(base, set, placeOf(list, from * 32), placeOf(list, to * 32));

  // Outside of these a set is empty, if not inside as well. Most are counted more than once before they are written again.
  const known = new Map<SetId, Lines>();
  const linesOf = (set: SetId): Lines => {
    const lines = known.get(set) ?? store.filledLines(set);
    known.set(set, lines);
    return lines;
  };
  const writable = (set: SetId): Bitset => {
    known.delete(set);
    return store.words(set);
  };

  // Where sets that are to be kept are counted.
  let weighed: SetId | null = null;
  const sizeOf = (words: Bitset): number => {
    weighed ??= store.allocate(1);
    store.words(weighed).set(words);
    return store.countCommon(weighed, weighed, 0, storedWords(size));
  };

  const countCommon = (base: SetId, set: SetId): number => {
    const lines = linesOf(base);
    if (lines.from === lines.to) return 0;
    const list = store.list(set);
    return list ? countListed(base, set, list, lines) : store.countCommon(base, set, lines.from, lines.to);
  };

  return {
    kind: store.kind,
    size,
    allocate: (count = 1) => store.allocate(count),
    keep(sets) {
      const sizes = sets.map(sizeOf);
      const isSmall = (length: number) => length * LISTED_BELOW < size;
      const ids = sizes.map(length => (isSmall(length) ? store.allocateList(length) : store.allocate(1)));
      ids.forEach((id, i) => {
        const words = sets[i] ?? emptyBitset(size);
        const list = store.list(id);
        if (list) listBits(words, 0, words.length, list);
        else store.words(id).set(words);
      });
      return ids[0] ?? store.allocate(0);
    },
    filledShare(set) {
      const { from, to } = linesOf(set);
      return (to - from) / storedWords(size);
    },
    listedLength: set => store.list(set)?.length ?? null,
    bits: set => store.words(set),
    words: writable,
    fill: (set, from = 0, to = size) => addRun(writable(set), from, to),
    clear: set => void writable(set).fill(0),
    copy(into, other) {
      const list = store.list(other);
      if (list) return uniteListed(writable(into).fill(0), list);
      const [before, lines] = [known.get(into), linesOf(other)];
      const from = before ? Math.min(before.from, lines.from) : 0;
      const to = before ? Math.max(before.to, lines.to) : Number.POSITIVE_INFINITY;
      store.words(into).set(store.words(other).subarray(from, to), from);
      known.set(into, lines);
    },
    intersect(into, other) {
      const list = store.list(other);
      // What is left lies in the lines that there were.
      const { from, to } = linesOf(into);
      if (list) intersectListed(store.words(into), list);
      else if (from < to) store.intersect(into, other, from, to);
    },
    subtract(into, other) {
      const list = store.list(other);
      known.delete(into);
      if (list) subtractListed(store.words(into), list);
      else store.subtract(into, other);
    },
    unite(into, other) {
      const list = store.list(other);
      known.delete(into);
      if (list) uniteListed(store.words(into), list);
      else store.unite(into, other);
    },
    count: set => store.list(set)?.length ?? countCommon(set, set),
    positions(base, set = base) {
      const few = store.list(set);
      const words = store.words(base);
      if (few) return few.filter(position => hasBit(words, position));
      const { from, to } = linesOf(base);
      const list = (word: number, end: number) => store.listCommon(base, set, word, end);
      return joined(list, from, to, size) ?? new Uint32Array();
    },
    differences(a, b, max) {
      const [one, other] = [linesOf(a), linesOf(b)];
      const list = (word: number, end: number) => store.listDifferences(a, b, word, end);
      return joined(list, Math.min(one.from, other.from), Math.max(one.to, other.to), max);
    },
    firstPositions(set, limit, offset = 0) {
      const found: number[] = [];
      let left = offset;
      const { from, to } = linesOf(set);
      // Few words of a set that is full, and soon more of one that is not.
      let taken = LINE_WORDS;
      for (let word = from; word < to && found.length < limit; word += taken, taken = Math.min(2 * taken, LIST_WORDS)) {
        const part = store.listCommon(set, set, word, Math.min(to, word + taken));
        for (let i = left; i < part.length && found.length < limit; i += 1) found.push(part[i] ?? 0);
        left = Math.max(0, left - part.length);
      }
      return found;
    },
    countCommon,
    countEach(base, first, into) {
      const lines = linesOf(base);
      const ofBits: number[] = [];
      for (let i = 0; i < into.length; i += 1) {
        const list = store.list(first + i);
        if (list) into[i] = countListed(base, first + i, list, lines);
        else ofBits.push(i);
      }
      const counts = new Uint32Array(ofBits.length);
      const sets = ofBits.map(i => first + i);
      if (lines.from < lines.to) store.countEach(base, sets, lines.from, lines.to, counts);
      ofBits.forEach((i, at) => {
        into[i] = counts[at] ?? 0;
      });
    },
    countRanges(set, other, edges, into) {
      if (store.list(other)) store.countListedRanges(set, other, edges, into);
      else store.countRanges(set, other, edges, into);
    },
  };
}

/** What is listed of some words, a part at a time; null where it is more than so many positions. */
function joined(
  list: (fromWord: number, toWord: number) => Uint32Array,
  fromWord: number,
  toWord: number,
  max: number,
): Uint32Array | null {
  let all: Uint32Array = new Uint32Array(LIST_WORDS);
  let end = 0;
  for (let word = fromWord; word < toWord; word += LIST_WORDS) {
    const part = list(word, Math.min(toWord, word + LIST_WORDS));
    if (end + part.length > max) return null;
    if (end + part.length > all.length) all = grown(all, end + part.length);
    all.set(part, end);
    end += part.length;
  }
  return all.subarray(0, end);
}
