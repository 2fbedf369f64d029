import { describe, expect, it } from 'vitest';
import { packedToRecords } from '../../../src/dataset/packed/to-records';
import type { Records } from '../../../src/model/records';
import { packDocument, streamOf } from '../../fixtures/packed';
import { smallDocument } from '../../fixtures/small-document';

/** The small record in chunks of one activity, piece by piece. */
async function open() {
  const bytes = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 1, isIndexed: true });
  const { records } = await packedToRecords(streamOf(bytes, 16));
  return records;
}

/** Everything that is on its way without anybody waiting for it has come. */
function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20));
}

const textOf = (records: Records) => [0, 1, 2].map(records.hasText);

describe('packedToRecords', () => {
  it('takes the first text by itself, and no more', async () => {
    const records = await open();
    await settled();
    expect(textOf(records)).toEqual([true, false, false]);
  });

  it.each<[string, (records: Records) => unknown]>([
    ['the text of some', records => records.ready([2])],
    ['all text', records => records.whole()],
    ['the index of the words', records => records.wordIndex()],
  ])('takes the rest when anybody waits for %s', async (_, wait) => {
    const records = await open();
    await settled();
    await wait(records);
    await settled();
    expect(textOf(records)).toEqual([true, true, true]);
    expect(records.whole()).toBeNull();
  });

  it('tells whoever waits that text never comes, now and later, and gives what came before', async () => {
    const bytes = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 1 });
    const { records } = await packedToRecords(streamOf(bytes.subarray(0, -200), 16));
    const waits = () => [records.ready([2]), records.ready([1, 2]), records.whole()];
    for (const wait of [...waits(), ...waits()]) await expect(wait).rejects.toMatchObject({ code: 'damaged' });
    for (const wait of waits()) await expect(wait).rejects.toMatchObject({ code: 'damaged' });
    expect(records.rowAt(0).id).toBe('first');
    expect(records.ready([0])).toBeNull();
  });
});
