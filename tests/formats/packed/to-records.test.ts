import { describe, expect, it } from 'vitest';
import { type PackedHeader, PREFIX_LENGTH } from '../../../src/formats/packed/layout';
import { packedToRecords } from '../../../src/formats/packed/to-records';
import { OpenFailure } from '../../../src/model/problem';
import type { Records } from '../../../src/model/records';
import { packDocument, streamOf } from '../../fixtures/packed';
import { smallDocument } from '../../fixtures/small-document';

/** The small dataset in chunks of one activity, one piece at a time. */
async function open() {
  const bytes = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 1, isIndexed: true });
  const { records } = await packedToRecords(streamOf(bytes, 16));
  return records;
}

/** The small dataset with one byte changed. */
async function openDamaged(at: (header: PackedHeader, start: number) => [place: number, byte: number]) {
  const bytes = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 1 });
  const start = PREFIX_LENGTH + new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  const [place, byte] = at(JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX_LENGTH, start))), start);
  bytes[place] = byte;
  const { records } = await packedToRecords(streamOf(bytes));
  return records;
}

function offsetOf(sections: PackedHeader['sections'], name: string): number {
  return sections.find(section => section.name === name)?.offset ?? 0;
}

/** Waits for all pending background work. */
function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 250));
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

  it('shows by day and id what lost its text, and tells how much that is', async () => {
    const bytes = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 1 });
    const { records } = await packedToRecords(streamOf(bytes.subarray(0, -200), 16));
    expect(records.textLoss()).toBeNull();
    await records.ready([2]);
    expect(records.whole()).toBeNull();
    expect(records.textLoss()).toEqual({ code: 'damaged', found: 'chunk/1', count: 2 });
    expect([0, 1, 2].map(position => records.rowAt(position)).map(({ title, date }) => [title, date])).toEqual([
      ['First', '2016-05'],
      ['second', '2017-01-02/2017-01-03'],
      ['third', '2018-01/2018-06'],
    ]);
    expect(records.activityAt(2)).toMatchObject({ id: 'third', tags: {} });
  });

  it('tells why the rest did not come', async () => {
    const bytes = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 1 });
    async function* broken() {
      yield bytes.subarray(0, -200);
      throw new OpenFailure('unreachable', 'gone');
    }
    const { records } = await packedToRecords(broken());
    await records.whole();
    expect(records.textLoss()).toEqual({ code: 'unreachable', found: 'gone', count: 2 });
  });

  it('loses no other chunk by one that is damaged', async () => {
    const records = await openDamaged(({ sections }, start) => [start + offsetOf(sections, 'chunk/1'), 0xff]);
    await records.whole();
    expect([0, 1, 2].map(position => records.rowAt(position).title)).toEqual(['First', 'second', 'Third']);
    expect(records.textLoss()).toEqual({ code: 'damaged', found: 'text', count: 1 });
  });

  it('notices bytes within a text that are no letters, once the text is read', async () => {
    const records = await openDamaged(({ sections }, start) => [start + offsetOf(sections, 'chunk/2') + 32 + 20, 0xff]);
    await records.whole();
    expect(records.textLoss()).toBeNull();
    expect(records.rowAt(2).id).toBe('third');
    expect(records.textLoss()).toEqual({ code: 'damaged', found: 'text', count: 1 });
  });
});
