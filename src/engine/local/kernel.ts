import { addRun, type Bitset, emptyBitset, hasBit, listBits } from './bitset';
import { LINE_WORDS, LIST_WORDS, type Lines, type SetId, type SetStore, storedWords } from './kernel-store';
import { createTypescriptStore } from './kernel-ts';
import { createWasmStore } from './kernel-wasm';
import { intersectListed, lowerBound, subtractListed, uniteListed } from './set-list';
import { withCapacity } from './with-capacity';

/** Read-only sets with fewer than one in this many positions are stored as lists, which are faster to count. */
const LIST_SPARSITY = 64;

/**
 * Stores and counts sets of activity positions. The memory of all sets is freed with the kernel. Sets from `allocate`
 * can be overwritten. Sets from `storeReadOnly` can't be overwritten and may be stored as lists. So they are allowed
 * only for parameters named `set` or `first`. Ranges are `[from, to)`.
 */
export interface Kernel {
  readonly kind: SetStore['kind'];
  readonly size: number;
  /** Allocates `count` empty sets and returns the first id. Throws a RangeError if there is not enough memory. */
  allocate(count?: number): SetId;
  /** Stores copies of these sets with consecutive ids, and returns the first id. Small sets are stored as lists. */
  storeReadOnly(sets: readonly Bitset[]): SetId;
  /** Returns the share (0 to 1) of the set's memory from the line of its first to that of its last position. */
  filledShare(base: SetId): number;
  listedLength(set: SetId): number | null;
  /** Returns the bits of a set for reading. A call of `allocate` may invalidate them. */
  bits(base: SetId): Bitset;
  /** Returns the bits of a set for writing. The caller must finish before it calls another method with this set. */
  words(into: SetId): Bitset;
  /** Adds every position, or the positions `[from, to)`, to a set. */
  fill(into: SetId, from?: number, to?: number): void;
  clear(into: SetId): void;
  copy(into: SetId, set: SetId): void;
  intersect(into: SetId, set: SetId): void;
  subtract(into: SetId, set: SetId): void;
  unite(into: SetId, set: SetId): void;
  count(set: SetId): number;
  /** Returns the positions of `base`, or those in both `base` and `set`, in ascending order. */
  positions(base: SetId, set?: SetId): Uint32Array;
  /** Returns up to `limit` positions of a set in ascending order, after the first `offset` positions. */
  firstPositions(base: SetId, limit: number, offset?: number): number[];
  /** Returns the positions in only one of two sets, ascending. Returns null if there are more than `max`. */
  differences(a: SetId, b: SetId, max: number): Uint32Array | null;
  countCommon(base: SetId, set: SetId): number;
  /** Writes the size of the intersection of `base` and the set `first + i` into `into[i]`. */
  countEach(base: SetId, first: SetId, into: Uint32Array): void;
  /**
   * Writes into `into[i]` how many positions from `edges[i]` to below `edges[i + 1]` are in both sets. Edges ascend.
   */
  countRanges(base: SetId, set: SetId, edges: Uint32Array, into: Uint32Array): void;
}

/**
 * Creates a kernel with WebAssembly, or with TypeScript if WebAssembly is not available. Both give the same results.
 */
export function createKernel(size: number): Kernel {
  return kernelOver(createWasmStore(size) ?? createTypescriptStore(size), size);
}

export function kernelOver(store: SetStore, size: number): Kernel {
  const countListed = (base: SetId, set: SetId, list: Uint32Array, { from, to }: Lines): number =>
    store.countListed(base, set, lowerBound(list, from * 32), lowerBound(list, to * 32));

  // For each set, the shortest range of lines with all its positions. It is cached until the set is written, because
  // most sets are counted several times in between.
  const filled = new Map<SetId, Lines>();
  const linesOf = (set: SetId): Lines => {
    const lines = filled.get(set) ?? store.filledLines(set);
    filled.set(set, lines);
    return lines;
  };
  const writable = (set: SetId): Bitset => {
    filled.delete(set);
    return store.words(set);
  };

  // A set of bits for counting the positions of other sets. It is allocated when it is first needed.
  let counted: SetId | null = null;
  const sizeOf = (words: Bitset): number => {
    counted ??= store.allocate(1);
    store.words(counted).set(words);
    return store.countCommon(counted, counted, 0, storedWords(size));
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
    storeReadOnly(sets) {
      const sizes = sets.map(sizeOf);
      const isSmall = (length: number) => length * LIST_SPARSITY < size;
      const ids = sizes.map(length => (isSmall(length) ? store.allocateList(length) : store.allocate(1)));
      ids.forEach((id, i) => {
        const words = sets[i] ?? emptyBitset(size);
        const list = store.list(id);
        if (list) listBits(words, 0, words.length, list);
        else store.words(id).set(words);
      });
      return ids[0] ?? store.allocate(0);
    },
    filledShare(base) {
      const { from, to } = linesOf(base);
      return (to - from) / storedWords(size);
    },
    listedLength: set => store.list(set)?.length ?? null,
    bits: base => store.words(base),
    words: writable,
    fill: (into, from = 0, to = size) => addRun(writable(into), from, to),
    clear: into => void writable(into).fill(0),
    copy(into, set) {
      const list = store.list(set);
      if (list) return uniteListed(writable(into).fill(0), list);
      const [before, lines] = [filled.get(into), linesOf(set)];
      const from = before ? Math.min(before.from, lines.from) : 0;
      const to = before ? Math.max(before.to, lines.to) : Number.POSITIVE_INFINITY;
      store.words(into).set(store.words(set).subarray(from, to), from);
      filled.set(into, lines);
    },
    intersect(into, set) {
      const list = store.list(set);
      // The intersection has no positions outside the lines of `into`, so only these lines are read.
      const { from, to } = linesOf(into);
      if (list) intersectListed(store.words(into), list);
      else if (from < to) store.intersect(into, set, from, to);
    },
    subtract(into, set) {
      const list = store.list(set);
      filled.delete(into);
      if (list) subtractListed(store.words(into), list);
      else store.subtract(into, set);
    },
    unite(into, set) {
      const list = store.list(set);
      filled.delete(into);
      if (list) uniteListed(store.words(into), list);
      else store.unite(into, set);
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
    firstPositions(base, limit, offset = 0) {
      const found: number[] = [];
      let left = offset;
      const { from, to } = linesOf(base);
      // The first call lists the positions of few words, which suffices for a dense set. Each further call lists twice
      // as many words.
      let taken = LINE_WORDS;
      for (let word = from; word < to && found.length < limit; word += taken, taken = Math.min(2 * taken, LIST_WORDS)) {
        const part = store.listCommon(base, base, word, Math.min(to, word + taken));
        for (let i = left; i < part.length && found.length < limit; i += 1) found.push(part[i] ?? 0);
        left = Math.max(0, left - part.length);
      }
      return found;
    },
    countCommon,
    countEach(base, first, into) {
      const lines = linesOf(base);
      const bitSets: number[] = [];
      for (let i = 0; i < into.length; i += 1) {
        const list = store.list(first + i);
        if (list) into[i] = countListed(base, first + i, list, lines);
        else bitSets.push(i);
      }
      const counts = new Uint32Array(bitSets.length);
      const sets = bitSets.map(i => first + i);
      if (lines.from < lines.to) store.countEach(base, sets, lines.from, lines.to, counts);
      bitSets.forEach((i, at) => {
        into[i] = counts[at] ?? 0;
      });
    },
    countRanges(base, set, edges, into) {
      if (store.list(set)) store.countListedRanges(base, set, edges, into);
      else store.countRanges(base, set, edges, into);
    },
  };
}

/** Calls `list` for consecutive ranges and joins the results. Returns null for more than `max` positions. */
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
    if (end + part.length > all.length) all = withCapacity(all, end + part.length);
    all.set(part, end);
    end += part.length;
  }
  return all.subarray(0, end);
}
