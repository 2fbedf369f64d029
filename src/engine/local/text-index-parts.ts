import { BLOCK_SIZE, type TextBlock, type TextIndex } from './text-index';

/** A text index as flat arrays that can be stored in a file. Most are the joined arrays of all blocks. */
export interface TextIndexParts {
  letters: Uint16Array;
  ends: Uint32Array;
  blocks: Uint32Array;
  words: Uint32Array;
  /** The joined `starts` of all blocks. Each block has one more element than it has words. */
  starts: Uint32Array;
  positions: Uint16Array;
}

export function textIndexParts({ vocabulary, blocks }: TextIndex): TextIndexParts {
  const { letters, ends } = vocabulary;
  return {
    letters,
    ends,
    blocks: Uint32Array.from(blocks, block => block.words.length),
    words: joined(Uint32Array, blocks, block => block.words),
    starts: joined(Uint32Array, blocks, block => block.starts),
    positions: joined(Uint16Array, blocks, block => block.positions),
  };
}

/**
 * Returns the text index whose arrays are views into these parts. Returns null if the lengths of the parts do not match
 * each other or `size`.
 */
export function textIndexFromParts(parts: TextIndexParts, size: number): TextIndex | null {
  const blocks: TextBlock[] = [];
  let word = 0;
  let position = 0;
  for (const count of parts.blocks) {
    const start = word + blocks.length;
    const words = parts.words.subarray(word, word + count);
    const starts = parts.starts.subarray(start, start + count + 1);
    const length = starts.at(-1) ?? 0;
    blocks.push({ words, starts, positions: parts.positions.subarray(position, position + length) });
    word += count;
    position += length;
  }
  const isWhole =
    blocks.length === Math.ceil(size / BLOCK_SIZE) &&
    (parts.ends.at(-1) ?? 0) === parts.letters.length &&
    parts.words.length === word &&
    parts.starts.length === word + blocks.length &&
    parts.positions.length === position;
  return isWhole ? { size, vocabulary: { letters: parts.letters, ends: parts.ends }, blocks } : null;
}

function joined<T extends Uint16Array | Uint32Array>(
  Kind: new (length: number) => T,
  blocks: readonly TextBlock[],
  arrayOf: (block: TextBlock) => T,
): T {
  const arrays = blocks.map(arrayOf);
  const whole = new Kind(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}
