import { openRecords } from '../../src/dataset/open-records';
import { OpenFailure } from '../../src/model/problem';
import { fuzzer } from '../fixtures/fuzzing';
import { mutateBytes } from '../fixtures/mutate';
import { packDocument, streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

const good = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 2, isIndexed: true });

/** Packed files that are cut short or damaged: refused in words, or every row that is there can be read. */
export const run = fuzzer('packed', async random => {
  const bytes = mutateBytes(random, good);
  try {
    const { records } = await openRecords(streamOf(bytes, 1 + random.below(2000)), bytes.length, () => {});
    const failure: unknown = await Promise.resolve(records.whole()).then(
      () => null,
      (error: unknown) => error,
    );
    for (let position = 0; position < records.size; position += 1) {
      if (records.hasText(position)) records.activityAt(position);
      else if (failure === null) return `the text of ${position} is missing without a word`;
    }
    if (failure !== null && !(failure instanceof OpenFailure)) throw failure;
    return null;
  } catch (error) {
    if (error instanceof OpenFailure) return null;
    throw error;
  }
});
