import { openRecords } from '../../src/formats/open-records';
import { OpenFailure } from '../../src/model/problem';
import { fuzzer } from '../fixtures/fuzzing';
import { mutateBytes } from '../fixtures/mutate';
import { packDocument, streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

const good = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 2, isIndexed: true });

/** Packed files that are cut short or damaged: refused in words, or every row can be shown and what is lost is told. */
export const run = fuzzer('packed', async random => {
  const bytes = mutateBytes(random, good);
  try {
    const { records } = await openRecords(streamOf(bytes, 1 + random.below(2000)));
    await records.whole();
    const shown = Array.from({ length: records.size }, (_, position) => records.activityAt(position));
    const isTold = records.textLoss() !== null;
    if (shown.some(({ title }) => JSON.stringify(title).includes('\uFFFD')) && !isTold) return 'bad letters in silence';
    const isCut = bytes.length < good.length && Buffer.compare(bytes, good.subarray(0, bytes.length)) === 0;
    // Without its last padding a file is still whole.
    const isShort = isCut && good.length - bytes.length >= 8;
    return isShort && !isTold ? 'cut short in silence' : null;
  } catch (error) {
    if (error instanceof OpenFailure) return null;
    throw error;
  }
});
