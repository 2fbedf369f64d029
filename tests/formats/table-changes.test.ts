import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenedRecords } from '../../src/formats/form';
import { openRecords } from '../../src/formats/open-records';
import { hasMostlySameIds, tableChanges } from '../../src/formats/table/table-changes';
import type { RecordChanges } from '../../src/model/changes';
import type { Reading } from '../../src/model/reading';
import { writeView } from '../exports/write';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';

async function open(text: string, reading?: Reading): Promise<OpenedRecords> {
  const pieces = async function* () {
    yield new TextEncoder().encode(text);
  };
  return openRecords(pieces(), { name: 'table.csv', ...(reading && { reading }) });
}

async function changes(before: OpenedRecords, text: string): Promise<RecordChanges> {
  const after = await open(text);
  if (!after.reading) throw new Error('no table');
  return tableChanges(before, after, after.reading);
}

const RECORD = JSON.stringify({
  format: 'chronofacet-dataset/1',
  id: 'r',
  title: 'Record',
  description: 'No table says this.',
  sources: [],
  facets: [
    {
      id: 'kind',
      label: 'Kind',
      values: [
        { id: 'a', label: 'Alpha' },
        { id: 'b', label: 'Beta' },
      ],
    },
  ],
  activities: [
    { id: 'one', date: '2019-01-02', title: { en: 'One', fr: 'Un' }, summary: 'No column.', tags: { kind: ['a'] } },
    { id: 'two', date: '2019-02', title: 'Two', tags: { kind: ['a', 'b'] } },
    { id: 'three', date: '2019-03', title: 'Three', tags: {} },
  ],
});

const HEADER = 'id,date,title,kind,kind_id';

describe('the changes of a table', () => {
  it('are none where a table says the same in fewer columns and one language', async () => {
    const text = [HEADER, 'one,2019-01-02,Un,Alpha,a', 'two,2019-02,Two,Beta; Alpha,b;a', 'three,2019-03,Three,,'].join(
      '\n',
    );
    expect(await changes(await open(RECORD), text)).toEqual({
      than: 'Record',
      changed: { count: 0, listed: [] },
      new: { count: 0, listed: [] },
      gone: { count: 0, listed: [] },
    });
  });

  it('are none where values are named by other labels than ids, and notes stand beside the summary', async () => {
    const record = RECORD.replace('"id":"b"', '"id":"second"').replace('["a","b"]', '["a","second"]');
    const lines = ['id,date,title,summary,kind,Remark,Fresh', 'one,2019-01-02,One,No column.,Alpha,a first remark,x'];
    lines.push('two,2019-02,Two,,Alpha; Beta,another remark,y', 'three,2019-03,Three,,,and a third one,x');
    const { changed } = await changes(await open(record), lines.join('\n'));
    expect(changed).toEqual({ count: 0, listed: [] });
  });

  it('name each activity and the fields that differ', async () => {
    const text = [HEADER, 'one,2019-01-05,Un,Beta,b', 'two,2019-02,Two,Alpha; Beta,a;b', 'four,2020,Four,,'].join('\n');
    const found = await changes(await open(RECORD), text);
    expect(found.changed).toEqual({
      count: 1,
      listed: [
        {
          id: 'one',
          title: 'Un',
          fields: [
            { field: 'date', before: '2019-01-02', after: '2019-01-05' },
            { field: 'tags.kind', before: 'Alpha', after: 'Beta' },
          ],
        },
      ],
    });
    expect(found.new.listed.map(({ id }) => id)).toEqual(['four']);
    expect(found.gone.listed.map(({ id }) => id)).toEqual(['three']);
  });

  it('name the values of fields and notes on dates', async () => {
    const record = JSON.parse(RECORD);
    record.fields = [
      { id: 'budget', label: 'Budget', type: 'number' },
      { id: 'remark', label: 'Remark', type: 'text' },
    ];
    record.activities[0].values = { budget: 5, remark: { en: 'Yes', fr: 'Oui' } };
    record.activities[1].dateNote = 'Taken from the minutes.';
    const header = 'id,date,from,to,title,source_item,date_note,budget_number,remark_text';
    const lines = [
      header,
      'one,2019-01-02,,,One,,,6,Oui',
      'two,2019-02,,,Two,,From a letter.,,',
      'three,2019-03,,,Three',
    ];
    const text = lines.join('\n');
    const { reading: proposed } = await open(text);
    if (!proposed) throw new Error('no table');
    const columns = proposed.columns.map(column =>
      column.name === 'date_note' ? { ...column, as: 'ignore' as const } : column,
    );
    const reading = { ...proposed, columns };
    const { changed } = tableChanges(await open(JSON.stringify(record)), await open(text, reading), reading);
    expect(changed.listed.map(({ id, fields }) => [id, fields])).toEqual([
      ['one', [{ field: 'values.budget', before: '5', after: '6' }]],
      ['two', [{ field: 'dateNote', before: 'Taken from the minutes.', after: 'From a letter.' }]],
    ]);
  });

  it('are asked for only if more than half of the ids are known', async () => {
    const { records } = await open(RECORD);
    const ids = async (...found: string[]) =>
      (await open(['id,date,title', ...found.map(id => `${id},2019,T`)].join('\n'))).records;
    expect(hasMostlySameIds(records, await ids('one', 'two', 'x'))).toBe(true);
    expect(hasMostlySameIds(records, await ids('one', 'x'))).toBe(false);
  });

  it('are none after an export, whatever the dataset', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, async ({ document }) => {
        const before = await open(JSON.stringify(document));
        if (before.records.size === 0) return;
        const { text } = await writeView(document, 'csv');
        const found = await changes(before, text);
        expect([found.changed, found.new.count, found.gone.count]).toEqual([{ count: 0, listed: [] }, 0, 0]);
      }),
      { numRuns: 30 },
    );
  });
});
