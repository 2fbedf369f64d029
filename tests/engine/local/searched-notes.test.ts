import { describe, expect, it } from 'vitest';
import { eachBit } from '../../../src/engine/local/bitset';
import { createTextSearch } from '../../../src/engine/local/text-search';
import { packedToRecords } from '../../../src/formats/packed/to-records';
import type { Records } from '../../../src/model/records';
import { type DatasetDocument, openDocument } from '../../fixtures/dataset-document';
import { packDocument, streamOf } from '../../fixtures/packed';

const DOCUMENT: DatasetDocument = {
  format: 'chronofacet-dataset/1',
  id: 'notes',
  title: 'Notes',
  sources: [{ id: 'ledger', title: 'Ledger' }],
  facets: [],
  activities: [
    { id: 'dated', date: '1890', title: 'A', dateNote: { en: 'postmark illegible', fr: 'cachet illisible' } },
    { id: 'noted', date: '1891', title: 'B', source: { id: 'ledger', note: 'copied by a clerk' } },
    { id: 'plain', date: '1892', title: 'The source note dateNote' },
  ],
};

async function idsOf(records: Records, text: string): Promise<string[]> {
  const search = createTextSearch(records);
  await search.ready(text);
  const ids: string[] = [];
  const found = search.find(text);
  if (found) eachBit(found, position => ids.push(records.idAt(position)) > 0);
  return ids;
}

describe.each([
  ['in JSON', async () => openDocument(DOCUMENT).index.records],
  [
    'packed with an index',
    async () =>
      (await packedToRecords(streamOf(await packDocument(JSON.stringify(DOCUMENT), { isIndexed: true })))).records,
  ],
  [
    'packed without one',
    async () => (await packedToRecords(streamOf(await packDocument(JSON.stringify(DOCUMENT), {})))).records,
  ],
])('notes %s', (_form, open) => {
  it.each([
    ['illegible', ['dated']],
    ['cachet', ['dated']],
    ['"copied by a clerk"', ['noted']],
    ['-clerk', ['dated', 'plain']],
    ['ledger', []],
    ['datenote', ['plain']],
  ])('are searched: %s', async (text, ids) => {
    expect(await idsOf(await open(), text)).toEqual(ids);
  });

  it('stand once in the whole activity', async () => {
    const records = await open();
    await records.whole();
    const activity = records.activityAt(0);
    expect(activity.dateNote).toEqual({ en: 'postmark illegible', fr: 'cachet illisible' });
    expect(activity).not.toHaveProperty('notes');
  });
});
