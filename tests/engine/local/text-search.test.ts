import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachBit } from '../../../src/engine/local/bitset';
import { searchedTexts } from '../../../src/engine/local/searched-texts';
import { searchText } from '../../../src/engine/local/text-index';
import { buildInSlices, textIndexOf } from '../../../src/engine/local/text-index-builder';
import { createTextSearch } from '../../../src/engine/local/text-search';
import { textIndexFromSections, textSectionsOf } from '../../../src/engine/local/text-sections';
import { toRecords } from '../../../src/formats/document/to-records';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { packedToRecords } from '../../../src/formats/packed/to-records';
import { parseSearch } from '../../../src/lib/search-text';
import type { Records, WordIndex } from '../../../src/model/records';
import { arbitraryDataset } from '../../fixtures/arbitrary-dataset';
import { arbitraryQueryFor } from '../../fixtures/arbitrary-fields';
import { packDocument, streamOf } from '../../fixtures/packed';
import { smallDocument } from '../../fixtures/small-document';

function positionsOf(words: Uint32Array | null): number[] | null {
  const positions: number[] = [];
  if (words) eachBit(words, position => positions.push(position) > 0);
  return words && positions;
}

function rowsOf({ size, rowAt }: Records) {
  return Array.from({ length: size }, (_, position) => rowAt(position));
}

describe('a search', () => {
  const arbitrarySearch = arbitraryDataset.chain(({ document }) => {
    const records = toRecords(readDataset(JSON.stringify(document)).dataset);
    const texts = rowsOf(records).map(searchedTexts(records.head));
    return fc.record({ document: fc.constant(document), text: arbitraryQueryFor(texts) });
  });

  it('finds the same by a scan, by an index made here and by one that came with the records', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySearch, async ({ document, text }) => {
        const json = JSON.stringify(document);
        const scanned = toRecords(readDataset(json).dataset);
        const textsOf = searchedTexts(scanned.head);
        const fieldsAt = (position: number) => textsOf(scanned.rowAt(position));
        const made = await buildInSlices({ size: scanned.size, fieldsAt }, { yieldTo: async () => {} });

        const packed = await packDocument(json, { isIndexed: true, chunkSize: 5 });
        const { records } = await packedToRecords(streamOf(packed));
        expect(await records.wordIndex()).not.toBeNull();
        const search = createTextSearch(records);
        await search.ready(text);

        const found = positionsOf(createTextSearch(scanned).find(text));
        expect(positionsOf(search.find(text))).toEqual(found);
        if (found) expect(positionsOf(searchText(made, parseSearch(text), fieldsAt))).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  const json = JSON.stringify(smallDocument());

  /** The file up to the last `marker`; the rest never comes. */
  function until(marker: string, bytes: Uint8Array): AsyncIterable<Uint8Array> {
    const end = Buffer.from(bytes).lastIndexOf(marker);
    expect(end).toBeGreaterThan(0);
    return (async function* () {
      yield bytes.subarray(0, end);
      await new Promise(() => {});
    })();
  }

  it('is answered by the index before the text has come, unless it asks for a phrase', async () => {
    const bytes = await packDocument(json, { isIndexed: true, chunkSize: 1 });
    const { records } = await packedToRecords(until('Third', bytes));
    const search = createTextSearch(records);
    await search.ready('thir');
    expect(positionsOf(search.find('thir'))).toEqual([2]);
    expect(records.hasText(2)).toBe(false);
    const later = () => new Promise(done => setTimeout(done, 500, 'waits'));
    expect(await Promise.race([search.ready('"a phrase"'), later()])).toBe('waits');
    expect(await Promise.race([search.ready('"word"'), later()])).toBeUndefined();
  });

  it('waits for all text where no index came', async () => {
    const { records } = await packedToRecords(streamOf(await packDocument(json, { chunkSize: 1 })));
    const search = createTextSearch(records);
    await search.ready('thir');
    expect([0, 1, 2].every(records.hasText)).toBe(true);
    expect(positionsOf(search.find('thir'))).toEqual([2]);
  });

  it('trusts no index of another size or version, or of which a part is missing', () => {
    const records = toRecords(readDataset(json).dataset);
    const sections = textSectionsOf(textIndexOf(records.head, records.size, rowsOf(records)));
    const asRead = (changed: typeof sections): WordIndex =>
      new Map(changed.map(({ name, data }) => [name, new Uint8Array(data.slice().buffer)]));
    expect(textIndexFromSections(asRead(sections), records.size)).not.toBeNull();
    expect(textIndexFromSections(asRead(sections), 100_000)).toBeNull();
    for (const { name } of sections) {
      const without = sections.filter(section => section.name !== name);
      expect([name, textIndexFromSections(asRead(without), records.size)]).toEqual([name, null]);
    }
    const next = sections.map(section =>
      section.name === 'text/version' ? { ...section, data: Uint32Array.of(1) } : section,
    );
    expect(textIndexFromSections(asRead(next), records.size)).toBeNull();
  });
});
