import { describe, expect, it } from 'vitest';
import { inEveryForm } from '../fixtures/every-form';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';
import { run, temporaryFolder } from './run';

const folder = temporaryFolder();

function later(): string {
  const document = smallDocument();
  document.title = 'Later';
  document.activities[0] = { ...document.activities[0], id: 'first', date: '2016-06', title: 'First', tags: {} };
  document.activities.splice(2, 1, { id: 'fourth', date: '2018', title: 'Fourth' });
  return JSON.stringify(document);
}

const before = await inEveryForm(JSON.stringify(smallDocument()));
const after = await inEveryForm(later());

describe('diff', () => {
  it.each([
    ['json', 'ndjson'],
    ['ndjson', 'packed'],
    ['packed', 'json'],
  ])('says what changed from %s to %s', async (oldForm, newForm) => {
    const oldFile = await folder.write('old', before.get(oldForm) ?? '');
    const newFile = await folder.write('new', after.get(newForm) ?? '');
    expect(await run('diff', oldFile, newFile)).toEqual({
      code: 0,
      err: [],
      out: [
        '1 changed, 1 new, 1 gone',
        'changed  the dataset itself',
        '  title: {"en":"Small","fr":"Petit"} → "Later"',
        'changed  first',
        '  date: "2016-05" → "2016-06"',
        '  tags.region: ["mali"] → nothing',
        '  tags.theme: ["drugs"] → nothing',
        'new      fourth  (2018, Fourth)',
        'gone     third  ([2018-01..2018-06], Third)',
      ],
    });
    const { code, out } = await run('diff', oldFile, newFile, '--json');
    expect([code, out.length]).toEqual([0, 1]);
    expect(JSON.parse(out[0] ?? '')).toEqual({
      dataset: [{ field: 'title', before: { en: 'Small', fr: 'Petit' }, after: 'Later' }],
      changed: [
        {
          id: 'first',
          fields: [
            { field: 'date', before: '2016-05', after: '2016-06' },
            { field: 'tags.region', before: ['mali'], after: null },
            { field: 'tags.theme', before: ['drugs'], after: null },
          ],
        },
      ],
      new: [{ id: 'fourth', date: '2018', title: 'Fourth', tags: {} }],
      gone: [{ id: 'third', date: '[2018-01..2018-06]', title: 'Third', tags: {} }],
    });
  });

  it('says nothing changed between equal files', async () => {
    const file = await folder.write('same', before.get('json') ?? '');
    expect(await run('diff', file, file)).toEqual({ code: 0, out: ['0 changed, 0 new, 0 gone'], err: [] });
  });

  it('lists on standard error what could not be compared', async () => {
    const good = await folder.write('good', before.get('json') ?? '');
    const bad = await folder.write('bad', smallDocumentWith('activities[1].date', 'soon'));
    const { code, out, err } = await run('diff', good, bad);
    expect(code).toBe(1);
    expect(out[0]).toBe('0 changed, 0 new, 1 gone');
    expect(err).toEqual([expect.stringMatching(/bad: activities\[1\]\.date {2}"soon"/)]);
  });
});
