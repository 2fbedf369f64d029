import type { TextBlock } from './text-index';
import { withCapacity } from './with-capacity';

/** The number of pairs that are handled between two pauses. This takes well below a millisecond. */
const PAIRS_PER_SLICE = 1 << 15;

export class TextPairs {
  private words = new Uint32Array(1024);
  private positions = new Uint16Array(1024);
  private count = 0;

  add(word: number, position: number): void {
    if (this.count === this.words.length) {
      this.words = withCapacity(this.words, this.count + 1);
      this.positions = withCapacity(this.positions, this.count + 1);
    }
    this.words[this.count] = word;
    this.positions[this.count] = position;
    this.count += 1;
  }

  /** Returns the pairs as a block, sorted by word, and empties the collection. Each yield is a pause. */
  *takeBlock(wordCount: number): Generator<undefined, TextBlock> {
    const next = new Uint32Array(wordCount);
    for (const part of this.parts()) {
      countEach(next, part.words);
      yield;
    }
    const words = nonZeroIndices(next);
    const starts = new Uint32Array(words.length + 1);
    words.forEach((word, i) => {
      const start = starts[i] ?? 0;
      starts[i + 1] = start + (next[word] ?? 0);
      next[word] = start;
    });
    const positions = new Uint16Array(this.count);
    for (const part of this.parts()) {
      distribute(positions, next, part.words, part.positions);
      yield;
    }
    this.count = 0;
    return { words, starts, positions };
  }

  private *parts(): Generator<{ words: Uint32Array; positions: Uint16Array }> {
    for (let start = 0; start < this.count; start += PAIRS_PER_SLICE) {
      const end = Math.min(start + PAIRS_PER_SLICE, this.count);
      yield { words: this.words.subarray(start, end), positions: this.positions.subarray(start, end) };
    }
  }
}

function countEach(counts: Uint32Array, words: Uint32Array): void {
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? 0;
    counts[word] = (counts[word] ?? 0) + 1;
  }
}

function nonZeroIndices(counts: Uint32Array): Uint32Array {
  const indices = new Uint32Array(counts.length);
  let count = 0;
  for (let i = 0; i < counts.length; i += 1) {
    if (counts[i] === 0) continue;
    indices[count] = i;
    count += 1;
  }
  return indices.slice(0, count);
}

function distribute(into: Uint16Array, next: Uint32Array, words: Uint32Array, positions: Uint16Array): void {
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? 0;
    const at = next[word] ?? 0;
    into[at] = positions[i] ?? 0;
    next[word] = at + 1;
  }
}

/**
 * Returns the block with new numbers for its words, sorted. `newIndexOf` has the new number of each word. `scratch` has
 * one element for each word of the vocabulary, and is all zero before and after the call.
 */
export function* reordered(
  block: TextBlock,
  newIndexOf: Uint32Array,
  scratch: Uint32Array,
): Generator<undefined, TextBlock> {
  block.words.forEach((word, i) => {
    scratch[newIndexOf[word] ?? 0] = i + 1;
  });
  const words = nonZeroIndices(scratch);
  const starts = new Uint32Array(words.length + 1);
  const positions = new Uint16Array(block.positions.length);
  let at = 0;
  let pause = PAIRS_PER_SLICE;
  for (let i = 0; i < words.length; i += 1) {
    const index = words[i] ?? 0;
    const from = (scratch[index] ?? 0) - 1;
    scratch[index] = 0;
    starts[i] = at;
    at = copyRun(positions, at, block.positions, block.starts[from] ?? 0, block.starts[from + 1] ?? 0);
    if (at > pause) {
      yield;
      pause = at + PAIRS_PER_SLICE;
    }
  }
  starts[words.length] = at;
  return { words, starts, positions };
}

function copyRun(into: Uint16Array, at: number, from: Uint16Array, start: number, end: number): number {
  for (let i = start; i < end; i += 1) into[at + i - start] = from[i] ?? 0;
  return at + end - start;
}
