import { bytes as code } from './kernel.wat';
import { LINE_WORDS, LIST_WORDS, type SetId, type SetStore, storedWords } from './kernel-store';

interface Loops {
  memory: WebAssembly.Memory;
  intersect(into: number, other: number, bytes: number): void;
  subtract(into: number, other: number, bytes: number): void;
  unite(into: number, other: number, bytes: number): void;
  countCommon(base: number, a: number, bytes: number): number;
  countCommonOfFour(base: number, a: number, b: number, c: number, d: number, bytes: number, into: number): void;
  countListed(base: number, list: number, bytes: number): number;
  countRanges(a: number, b: number, edges: number, count: number): void;
  countListedRanges(base: number, list: number, listEnd: number, edges: number, count: number): void;
  emptyBefore(set: number, bytes: number): number;
  filledBytes(set: number, bytes: number): number;
  listCommon(a: number, b: number, bytes: number, position: number, into: number): number;
  listDifferences(a: number, b: number, bytes: number, position: number, into: number): number;
}

const PAGE_BYTES = 65_536;

/** The address where `countCommonOfFour` writes its four counts. They take up the first line of memory. */
const COUNTS_ADDRESS = 0;
const LINE_BYTES = LINE_WORDS * 4;

/** The buffer for listed positions, and for the edges and counts of ranges. It comes after the four counts. */
const LISTS_ADDRESS = LINE_BYTES;
const MAX_RANGES = LIST_WORDS * 32 - 1;
const SETS_ADDRESS = LISTS_ADDRESS + LIST_WORDS * 32 * 4;

/** `listed` is the number of positions in a list, or null for a set of bits. */
interface StoredSet {
  address: number;
  listed: number | null;
  /** A view of the list. It is valid until the memory grows, and null until it is first needed. */
  list: Uint32Array | null;
}

/**
 * Creates a store of sets in the memory of a WebAssembly module. Returns null if WebAssembly or SIMD is missing or
 * forbidden.
 */
export function createWasmStore(size: number): SetStore | null {
  const loops = instantiate();
  if (!loops) return null;
  const { memory } = loops;
  const setBytes = storedWords(size) * 4;
  const wordCount = (size + 31) >>> 5;
  const sets: StoredSet[] = [];
  let end = SETS_ADDRESS;
  let counts = new Uint32Array(memory.buffer, COUNTS_ADDRESS, 4);

  function reserve(bytes: number): number {
    const missing = end + bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    counts = new Uint32Array(memory.buffer, COUNTS_ADDRESS, 4);
    const address = end;
    end += Math.ceil(bytes / LINE_BYTES) * LINE_BYTES;
    return address;
  }

  function storedSet(set: SetId): StoredSet {
    const found = sets[set];
    if (!found) throw new RangeError(`no set ${set}`);
    return found;
  }

  function at(set: SetId): number {
    const { address, listed } = storedSet(set);
    if (listed !== null) throw new RangeError(`set ${set} is a list`);
    return address;
  }

  /**
   * Calls `count`, which replaces the edges in memory by counts. More than `MAX_RANGES` ranges are counted in parts.
   */
  function forRanges(edges: Uint32Array, into: Uint32Array, count: (ranges: number) => void): void {
    for (let first = 0; first < into.length; first += MAX_RANGES) {
      const ranges = Math.min(MAX_RANGES, into.length - first);
      const passed = new Uint32Array(memory.buffer, LISTS_ADDRESS, ranges + 1);
      passed.set(edges.subarray(first, first + ranges + 1));
      count(ranges);
      into.set(passed.subarray(0, ranges), first);
    }
  }

  function listed(list: Loops['listCommon'], a: SetId, b: SetId, fromWord: number, toWord: number): Uint32Array {
    const [from, bytes] = [fromWord * 4, (toWord - fromWord) * 4];
    const end = list(at(a) + from, at(b) + from, bytes, fromWord * 32, LISTS_ADDRESS);
    return new Uint32Array(memory.buffer, LISTS_ADDRESS, (end - LISTS_ADDRESS) / 4);
  }

  return {
    kind: 'wasm',
    allocate(count) {
      const start = reserve(count * setBytes);
      for (let i = 0; i < count; i += 1) sets.push({ address: start + i * setBytes, listed: null, list: null });
      return sets.length - count;
    },
    allocateList(length) {
      return sets.push({ address: reserve(length * 4), listed: length, list: null }) - 1;
    },
    words: set => new Uint32Array(memory.buffer, at(set), wordCount),
    list(set) {
      const found = storedSet(set);
      if (found.listed === null) return null;
      const { buffer } = memory;
      if (found.list?.buffer !== buffer) found.list = new Uint32Array(buffer, found.address, found.listed);
      return found.list;
    },
    intersect: (into, other, fromWord, toWord) =>
      loops.intersect(at(into) + fromWord * 4, at(other) + fromWord * 4, (toWord - fromWord) * 4),
    subtract: (into, other) => loops.subtract(at(into), at(other), setBytes),
    unite: (into, other) => loops.unite(at(into), at(other), setBytes),
    countCommon: (a, b, fromWord, toWord) =>
      loops.countCommon(at(a) + fromWord * 4, at(b) + fromWord * 4, (toWord - fromWord) * 4),
    countEach(base, sets, fromWord, toWord, into) {
      const from = fromWord * 4;
      const bytes = (toWord - fromWord) * 4;
      const start = at(base) + from;
      const address = (i: number) => at(sets[i] ?? -1) + from;
      let i = 0;
      for (; i + 4 <= sets.length; i += 4) {
        loops.countCommonOfFour(
          start,
          address(i),
          address(i + 1),
          address(i + 2),
          address(i + 3),
          bytes,
          COUNTS_ADDRESS,
        );
        into.set(counts, i);
      }
      for (; i < sets.length; i += 1) into[i] = loops.countCommon(start, address(i), bytes);
    },
    countListed: (base, list, from, to) =>
      from < to ? loops.countListed(at(base), storedSet(list).address + from * 4, (to - from) * 4) : 0,
    countRanges: (a, b, edges, into) =>
      forRanges(edges, into, count => loops.countRanges(at(a), at(b), LISTS_ADDRESS, count)),
    countListedRanges(base, list, edges, into) {
      const { address, listed } = storedSet(list);
      const end = address + (listed ?? 0) * 4;
      forRanges(edges, into, count => loops.countListedRanges(at(base), address, end, LISTS_ADDRESS, count));
    },
    filledLines(set) {
      const address = at(set);
      const end = loops.filledBytes(address, setBytes);
      return { from: end === 0 ? 0 : loops.emptyBefore(address, end) / 4, to: end / 4 };
    },
    listCommon: (a, b, fromWord, toWord) => listed(loops.listCommon, a, b, fromWord, toWord),
    listDifferences: (a, b, fromWord, toWord) => listed(loops.listDifferences, a, b, fromWord, toWord),
  };
}

function instantiate(): Loops | null {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(code)).exports as unknown as Loops;
  } catch {
    // WebAssembly failed. Either the browser is old, or a content security policy lacks 'wasm-unsafe-eval'.
    return null;
  }
}
