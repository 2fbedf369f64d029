import type { ActivityRow } from '../../model/answer';
import type { DatasetHead } from '../../model/dataset';
import { grown } from './grown';
import { searchedTexts } from './searched-texts';
import { runInSlices, runOut, type Slicing, type Steps } from './slices';
import { sortedWords } from './sorted-words';
import { BLOCK, type FieldsAt, type TextBlock, type TextIndex } from './text-index';
import { reordered, TextPairs } from './text-pairs';
import { inOrder } from './vocabulary';
import { WordNumbers } from './word-numbers';

export interface TextIndexBuilder {
  /** Takes in an activity's searched texts. Positions ascend; one that is left out has no words. */
  add: (position: number, fields: readonly string[]) => void;
  /** Ends the building; nothing can be added after. */
  finish: () => TextIndex;
}

export function createTextIndexBuilder(size: number): TextIndexBuilder {
  const building = new Building(size);
  return {
    add: (position, fields) => runOut(building.add(position, fields)),
    finish: () => runOut(building.finish()),
  };
}

/** The index of rows that come in date order, and are not kept. */
export function textIndexOf(head: DatasetHead, size: number, rows: Iterable<ActivityRow>): TextIndex {
  const textsOf = searchedTexts(head);
  const builder = createTextIndexBuilder(size);
  let position = 0;
  for (const row of rows) {
    builder.add(position, textsOf(row));
    position += 1;
  }
  return builder.finish();
}

/** Builds the index a few milliseconds at a time. Rejects with the signal's reason once that is aborted. */
export async function buildInSlices(
  source: { size: number; fieldsAt: FieldsAt },
  slicing: Slicing,
): Promise<TextIndex> {
  return runInSlices(stepsOf(source), slicing);
}

function* stepsOf({ size, fieldsAt }: { size: number; fieldsAt: FieldsAt }): Steps<TextIndex> {
  const building = new Building(size);
  for (let position = 0; position < size; position += 1) {
    yield* building.add(position, fieldsAt(position));
    if (position % 16 === 0) yield;
  }
  return yield* building.finish();
}

/*
 * A block is sorted by word as soon as it is full, so that only one block's pairs are ever held. Until the end words go
 * by the number they got when first met; then the order of the vocabulary is known, and the blocks are put into it one
 * by one. Each yield is a pause.
 */
class Building {
  private readonly numbers = new WordNumbers();
  private readonly pairs = new TextPairs();
  private readonly blocks: TextBlock[] = [];
  /** One more than the position at which each word was last met. */
  private lastMet = new Uint32Array(1024);
  private position = 0;

  constructor(private readonly size: number) {}

  *add(position: number, fields: readonly string[]): Steps<void> {
    while (position >= (this.blocks.length + 1) * BLOCK) yield* this.closeBlock();
    this.position = position;
    for (const field of fields) this.numbers.read(field, this.note);
  }

  private readonly note = (word: number): void => {
    if (word >= this.lastMet.length) this.lastMet = grown(this.lastMet, word + 1);
    if (this.lastMet[word] === this.position + 1) return;
    this.lastMet[word] = this.position + 1;
    this.pairs.add(word, this.position % BLOCK);
  };

  private *closeBlock(): Steps<void> {
    this.blocks.push(yield* this.pairs.takeBlock(this.numbers.count));
  }

  *finish(): Steps<TextIndex> {
    const { size, blocks, numbers } = this;
    while (blocks.length * BLOCK < size) yield* this.closeBlock();
    const met = numbers.vocabulary();
    const order = yield* sortedWords(met);
    const placeOf = new Uint32Array(order.length);
    order.forEach((word, place) => {
      placeOf[word] = place;
    });
    const vocabulary = yield* inOrder(met, order);
    const scratch = new Uint32Array(order.length);
    for (const [i, block] of blocks.entries()) blocks[i] = yield* reordered(block, placeOf, scratch);
    return { size, vocabulary, blocks };
  }
}
