import { type Bitset, bitsIn, intersect, listCommon, listDifferences, subtract, unite, wordRange } from './bitset';
import { LINE_WORDS, LIST_WORDS, type Lines, type SetId, type SetStore, storedWords } from './kernel-store';
import { lowerBound } from './set-list';

/** Creates a store of sets in typed arrays, for browsers without WebAssembly. */
export function createTypescriptStore(size: number): SetStore {
  const sets: (Bitset | null)[] = [];
  const lists = new Map<SetId, Uint32Array>();
  const stored = storedWords(size);
  const wordCount = (size + 31) >>> 5;
  const listed = new Uint32Array(LIST_WORDS * 32);

  function at(set: number): Bitset {
    const words = sets[set];
    if (!words) throw new RangeError(`no set of bits ${set}`);
    return words;
  }

  return {
    kind: 'typescript',
    allocate(count) {
      const first = sets.length;
      for (let i = 0; i < count; i += 1) sets.push(new Uint32Array(stored));
      return first;
    },
    allocateList(length) {
      lists.set(sets.length, new Uint32Array(length));
      return sets.push(null) - 1;
    },
    list(set) {
      const list = lists.get(set);
      if (!list) at(set);
      return list ?? null;
    },
    words: set => at(set).subarray(0, wordCount),
    intersect: (into, other, fromWord, toWord) => intersect(at(into), at(other), fromWord, toWord),
    subtract: (into, other) => subtract(at(into), at(other)),
    unite: (into, other) => unite(at(into), at(other)),
    countCommon: (a, b, fromWord, toWord) => countCommon(at(a), at(b), fromWord, toWord),
    countEach(base, sets, fromWord, toWord, into) {
      const words = at(base);
      sets.forEach((set, i) => {
        into[i] = countCommon(words, at(set), fromWord, toWord);
      });
    },
    countListed: (base, list, from, to) => countListed(at(base), lists.get(list) ?? at(list), from, to),
    countRanges(a, b, edges, into) {
      for (let i = 0; i < into.length; i += 1) into[i] = countRange(at(a), at(b), edges[i] ?? 0, edges[i + 1] ?? 0);
    },
    countListedRanges: (base, list, edges, into) =>
      countListedRanges(at(base), lists.get(list) ?? at(list), edges, into),
    filledLines: set => filledLines(at(set)),
    listCommon: (a, b, fromWord, toWord) => listed.subarray(0, listCommon(at(a), at(b), fromWord, toWord, listed)),
    listDifferences: (a, b, fromWord, toWord) =>
      listed.subarray(0, listDifferences(at(a), at(b), fromWord, toWord, listed)),
  };
}

/**
 * Returns the number of positions in both sets, with Harley–Seal counting. `ones` and `twos` are the digits of 32
 * binary counters, one for each bit of a word. Bits are counted only when a counter overflows, once for every four set
 * bits. This is a third faster than counting the bits of each word. The number of words must be a multiple of four.
 */
function countCommon(a: Bitset, b: Bitset, fromWord: number, toWord: number): number {
  let ones = 0;
  let twos = 0;
  let fours = 0;
  for (let i = fromWord; i < toWord; i += 4) {
    const first = (a[i] ?? 0) & (b[i] ?? 0);
    const second = (a[i + 1] ?? 0) & (b[i + 1] ?? 0);
    const third = (a[i + 2] ?? 0) & (b[i + 2] ?? 0);
    const fourth = (a[i + 3] ?? 0) & (b[i + 3] ?? 0);
    const carry = carryOf(ones, first, second);
    ones ^= first ^ second;
    const otherCarry = carryOf(ones, third, fourth);
    ones ^= third ^ fourth;
    fours += bitsIn(carryOf(twos, carry, otherCarry));
    twos ^= carry ^ otherCarry;
  }
  return 4 * fours + 2 * bitsIn(twos) + bitsIn(ones);
}

function carryOf(a: number, b: number, c: number): number {
  return (a & b) | ((a ^ b) & c);
}

function countRange(a: Bitset, b: Bitset, from: number, to: number): number {
  const { first, last, head, tail } = wordRange(from, to);
  const common = (word: number, mask: number) => bitsIn((a[word] ?? 0) & (b[word] ?? 0) & mask);
  if (first === last) return common(first, head & tail);
  const end = last - ((last - first - 1) % 4);
  let count = common(first, head) + countCommon(a, b, first + 1, end) + common(last, tail);
  for (let word = end; word < last; word += 1) count += common(word, -1);
  return count;
}

function filledLines(words: Bitset): Lines {
  let to = words.length;
  while (to > 0 && words[to - 1] === 0) to -= 1;
  let from = 0;
  while (from < to && words[from] === 0) from += 1;
  return { from: from - (from % LINE_WORDS), to: Math.ceil(to / LINE_WORDS) * LINE_WORDS };
}

function countListed(words: Bitset, list: Uint32Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const position = list[i] ?? 0;
    count += ((words[position >>> 5] ?? 0) >>> (position & 31)) & 1;
  }
  return count;
}

function countListedRanges(words: Bitset, list: Uint32Array, edges: Uint32Array, into: Uint32Array): void {
  let index = lowerBound(list, edges[0] ?? 0);
  for (let i = 0; i < into.length; i += 1) {
    const start = index;
    while (index < list.length && (list[index] ?? 0) < (edges[i + 1] ?? 0)) index += 1;
    into[i] = countListed(words, list, start, index);
  }
}
