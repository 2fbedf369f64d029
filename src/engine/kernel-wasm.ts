import { bytes as code } from './kernel.wat';
import { LINE_WORDS, type SetStore, storedWords } from './kernel-store';

/** What the module exports. Addresses and lengths are in bytes. */
interface Loops {
  memory: WebAssembly.Memory;
  intersect(into: number, other: number, bytes: number): void;
  subtract(into: number, other: number, bytes: number): void;
  unite(into: number, other: number, bytes: number): void;
  countCommon(base: number, a: number, bytes: number): number;
  countCommonOfFour(base: number, a: number, b: number, c: number, d: number, bytes: number, into: number): void;
}

const PAGE_BYTES = 65_536;

/** The line before the first set, where four counts are left. */
const COUNTS = 0;
const SETS = LINE_WORDS * 4;

/** Sets in the memory of a WebAssembly module; null where that, or its SIMD, is missing or forbidden. */
export function createWasmStore(size: number): SetStore | null {
  const loops = instantiate();
  if (!loops) return null;
  const { memory } = loops;
  const setBytes = storedWords(size) * 4;
  const wordCount = (size + 31) >>> 5;
  let setCount = 0;
  let counts = new Uint32Array(memory.buffer, COUNTS, 4);

  function at(set: number): number {
    if (!(set >= 0 && set < setCount)) throw new RangeError(`no set ${set}`);
    return SETS + set * setBytes;
  }

  return {
    kind: 'wasm',
    allocate(count) {
      const missing = SETS + (setCount + count) * setBytes - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
      counts = new Uint32Array(memory.buffer, COUNTS, 4);
      const first = setCount;
      setCount += count;
      return first;
    },
    words: set => new Uint32Array(memory.buffer, at(set), wordCount),
    intersect: (into, other) => loops.intersect(at(into), at(other), setBytes),
    subtract: (into, other) => loops.subtract(at(into), at(other), setBytes),
    unite: (into, other) => loops.unite(at(into), at(other), setBytes),
    countCommon: (a, b, fromWord, toWord) =>
      loops.countCommon(at(a) + fromWord * 4, at(b) + fromWord * 4, (toWord - fromWord) * 4),
    countEach(base, first, fromWord, toWord, into) {
      const from = fromWord * 4;
      const bytes = (toWord - fromWord) * 4;
      const start = at(base) + from;
      const address = (i: number) => at(first + i) + from;
      let i = 0;
      for (; i + 4 <= into.length; i += 4) {
        loops.countCommonOfFour(start, address(i), address(i + 1), address(i + 2), address(i + 3), bytes, COUNTS);
        into.set(counts, i);
      }
      for (; i < into.length; i += 1) into[i] = loops.countCommon(start, address(i), bytes);
    },
  };
}

function instantiate(): Loops | null {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(code)).exports as unknown as Loops;
  } catch {
    // An old browser, or a content security policy without 'wasm-unsafe-eval'.
    return null;
  }
}
