import type { DatasetHead } from '../../model/dataset';
import type { StoredRow } from '../../model/records';
import { searchedTexts } from './searched-texts';
import { runInSlices, runToEnd, type Slicing, type Steps } from './slices';
import { sortedWords } from './sorted-words';
import { BLOCK_SIZE, type FieldsAt, type TextBlock, type TextIndex } from './text-index';
import { reordered, TextPairs } from './text-pairs';
import { inOrder } from './vocabulary';
import { withCapacity } from './with-capacity';
import { WordNumbers } from './word-numbers';

export interface TextIndexBuilder {
  /** Adds the searched texts of an activity. Positions must ascend. A position that is not added has no words. */
  add: (position: number, fields: readonly string[]) => void;
  finish: () => TextIndex;
}

export function createTextIndexBuilder(size: number): TextIndexBuilder {
  const build = new IndexBuild(size);
  return {
    add: (position, fields) => runToEnd(build.add(position, fields)),
    finish: () => runToEnd(build.finish()),
  };
}

/** Builds the text index of rows in date order. The rows are read one at a time and not stored. */
export function textIndexOf(head: DatasetHead, size: number, rows: Iterable<StoredRow>): TextIndex {
  const textsOf = searchedTexts(head);
  const builder = createTextIndexBuilder(size);
  let position = 0;
  for (const row of rows) {
    builder.add(position, textsOf(row));
    position += 1;
  }
  return builder.finish();
}

/** Builds the text index in slices of a few milliseconds. Rejects with the signal's reason after an abort. */
export async function buildInSlices(
  source: { size: number; fieldsAt: FieldsAt },
  slicing: Slicing,
): Promise<TextIndex> {
  return runInSlices(stepsOf(source), slicing);
}

function* stepsOf({ size, fieldsAt }: { size: number; fieldsAt: FieldsAt }): Steps<TextIndex> {
  const build = new IndexBuild(size);
  for (let position = 0; position < size; position += 1) {
    yield* build.add(position, fieldsAt(position));
    if (position % 16 === 0) yield;
  }
  return yield* build.finish();
}

/*
 * Builds a text index block by block. A full block is sorted by word, so only the pairs (word, position) of one block
 * are in memory. Words are numbered in the order in which they occur. At the end, the vocabulary is sorted, and the
 * words of each block get the sorted numbers. Each yield is a pause.
 */
class IndexBuild {
  private readonly numbers = new WordNumbers();
  private readonly pairs = new TextPairs();
  private readonly blocks: TextBlock[] = [];
  /** For each word, 1 + the last position at which the word occurred, or 0 if there is none. */
  private lastMet = new Uint32Array(1024);
  private position = 0;

  constructor(private readonly size: number) {}

  *add(position: number, fields: readonly string[]): Steps<void> {
    while (position >= (this.blocks.length + 1) * BLOCK_SIZE) yield* this.closeBlock();
    this.position = position;
    for (const field of fields) this.numbers.read(field, this.note);
  }

  private readonly note = (word: number): void => {
    if (word >= this.lastMet.length) this.lastMet = withCapacity(this.lastMet, word + 1);
    if (this.lastMet[word] === this.position + 1) return;
    this.lastMet[word] = this.position + 1;
    this.pairs.add(word, this.position % BLOCK_SIZE);
  };

  private *closeBlock(): Steps<void> {
    this.blocks.push(yield* this.pairs.takeBlock(this.numbers.count));
  }

  *finish(): Steps<TextIndex> {
    const { size, blocks, numbers } = this;
    while (blocks.length * BLOCK_SIZE < size) yield* this.closeBlock();
    const met = numbers.vocabulary();
    const order = yield* sortedWords(met);
    const newIndexOf = new Uint32Array(order.length);
    order.forEach((word, index) => {
      newIndexOf[word] = index;
    });
    const vocabulary = yield* inOrder(met, order);
    const scratch = new Uint32Array(order.length);
    for (const [i, block] of blocks.entries()) blocks[i] = yield* reordered(block, newIndexOf, scratch);
    return { size, vocabulary, blocks };
  }
}
