import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetToWrite } from '../../src/formats/document/dataset-to-write';
import { openRecords } from '../../src/formats/open-records';
import { EXPORT_FORMS, exportFormOf, IMPORT_FORMS } from '../../src/formats/registry';
import { diaryExport } from '../fixtures/diary/export';
import { diaryImport } from '../fixtures/diary/import';
import { inEveryForm, openText } from '../fixtures/every-form';
import { streamOf } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';

const forms = [diaryImport, ...IMPORT_FORMS];

function open(text: string) {
  return openRecords(streamOf(Buffer.from(text), 7), { forms });
}

async function written(text: string): Promise<string> {
  let file = '';
  for await (const piece of diaryExport.write(datasetToWrite(await open(text)))) file += piece;
  return file;
}

describe('the worked examples of docs/EXTENDING.md', () => {
  it.each([
    ['tests/fixtures/diary/import.ts', 'src/formats/diary'],
    ['tests/fixtures/diary/export.ts', 'src/formats/diary'],
    ['tests/panels/facets/example-widget.tsx', 'src/panels/facets'],
    ['tests/engine/example-engine.ts', 'src/engine/json'],
  ])('is the code that tests run: %s', (file, folder) => {
    const code = readFileSync(file, 'utf8').replace(/(?<=from ')[^']*\/(src\/[^']+)/g, (_, path) => {
      const to = posix.relative(folder, path);
      return to.startsWith('.') ? to : `./${to}`;
    });
    expect(readFileSync('docs/EXTENDING.md', 'utf8')).toContain(code);
  });

  it('opens a diary, and every other form as before', async () => {
    const { form, records, problems } = await open('# My year\n2018-06-19 Met Ada\n2018-05 Rain\n');
    expect([form, records.head.title, problems]).toEqual(['diary', 'My year', []]);
    expect([records.activityAt(0), records.activityAt(1)]).toMatchObject([
      { id: 'entry-3', date: '2018-05', title: 'Rain' },
      { id: 'entry-2', date: '2018-06-19', title: 'Met Ada' },
    ]);
    for (const [id, bytes] of await inEveryForm(JSON.stringify(smallDocument()))) {
      expect((await openRecords(streamOf(bytes, 7), { forms })).form).toBe(id);
    }
  });

  it('lists a bad line with its number and a proposed reading', async () => {
    const { records, problems } = await open('# My year\n2018-6 Rain\n2018-07 Sun');
    expect(records.size).toBe(1);
    expect(problems).toEqual([
      { path: 'line 2.date', code: 'dateForm', loss: 'record', found: '"2018-6"', proposals: ['2018-06'] },
    ]);
  });

  it('writes what it reads', async () => {
    const diary = '# My year\n2018-05 Rain\n2018-06-19 Met Ada\n';
    expect(await written(diary)).toBe(diary);
    expect(exportFormOf('my.diary', [...EXPORT_FORMS, diaryExport])).toBe(diaryExport);
  });

  it('writes a dataset that was opened from another form', async () => {
    const { records } = await open(await written(JSON.stringify(smallDocument())));
    const { records: original } = await openText(JSON.stringify(smallDocument()));
    expect(records.earliest).toEqual(original.earliest);
  });
});
