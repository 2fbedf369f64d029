import { describe, expect, it } from 'vitest';
import { inEveryForm } from '../fixtures/every-form';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';
import { run, temporaryFolder } from './run';

const folder = temporaryFolder();
const files = await inEveryForm(JSON.stringify(smallDocument()));

/** Truncated bytes, or bytes with one that is not valid UTF-8. */
function damaged(bytes: Uint8Array, how: 'cut' | 'byte'): Uint8Array {
  if (how === 'cut') return bytes.subarray(0, -20);
  const copy = Uint8Array.from(bytes);
  copy[Buffer.from(bytes).indexOf('It came after')] = 0xff;
  return copy;
}

describe('check', () => {
  it.each([...files])('finds nothing wrong in %s', async (form, bytes) => {
    const file = await folder.write('good', bytes);
    expect(await run('check', file)).toEqual({
      code: 0,
      out: ['3 activities, 2 facets, 0 problems, 0 notes'],
      err: [],
    });
    const { code, out, err } = await run('check', file, '--json');
    expect([code, err, out.length]).toEqual([0, [], 1]);
    expect(JSON.parse(out[0] ?? '')).toEqual({ file, form, activities: 3, facets: 2, problems: [] });
  });

  it.each(['one-item', 'all-edtf'])('finds nothing wrong in %s', async name => {
    const { code, out } = await run('check', `tests/cases/page/${name}.json`);
    expect(out).toHaveLength(1);
    expect(code).toBe(0);
  });

  it('proposes readings of dates as people write them', async () => {
    const { code, out } = await run('check', 'tests/cases/page/naive-dates.json');
    expect(code).toBe(1);
    const about = (i: number) => out.find(line => line.startsWith(`activities[${i}].date `));
    expect(about(0)).toMatch(/"c\.1830".*“1830~”/);
    expect(about(3)).toMatch(/"1914-18".*“1914\/1918”/);
    expect(out.find(line => line.includes('"1995-6"'))).toMatch(/“1995-06”.*“1995\/1996”/);
    expect(out.at(-1)).toBe('2 activities, 0 facets, 35 problems, 0 notes');
  });

  it('names a date far from all others', async () => {
    const { code, out } = await run('check', 'tests/cases/page/outlier.json');
    expect(code).toBe(0);
    expect(out).toEqual([
      expect.stringMatching(/^typo {2}.*2918-10-11.* far from all others/),
      '241 activities, 1 facet, 0 problems, 1 note',
    ]);
  });

  it('does not let a text pass that is longer than the format allows', async () => {
    const file = await folder.write('long.json', smallDocumentWith('activities[1].title', 'x'.repeat(301)));
    const { code, out } = await run('check', file);
    expect(code).toBe(1);
    expect(out.at(-1)).toBe('3 activities, 2 facets, 1 problem, 0 notes');
  });

  it('lets a file pass that has only notes', async () => {
    const file = await folder.write('note.json', smallDocumentWith('activities[1].budget', 5));
    const { code, out } = await run('check', file);
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^activities\[1\]\.budget {2}\S.*\.$/);
    expect(out[1]).toBe('3 activities, 2 facets, 0 problems, 1 note');
  });

  it('lists every problem in words, with its place', async () => {
    const bad = smallDocumentWith('activities', [{ id: 'A', date: '2018-6', title: 'x' }]);
    const { code, out } = await run('check', await folder.write('bad.json', bad));
    expect(code).toBe(1);
    expect(out).toHaveLength(3);
    expect(out[0]).toMatch(/^activities\[0\]\.id {2}.*"A".*“a”/);
    expect(out[1]).toMatch(/^activities\[0\]\.date {2}.*"2018-6".*“2018-06”/);
    expect(out[2]).toBe('0 activities, 2 facets, 2 problems, 0 notes');
  });

  it('lists as many problems as there are', async () => {
    const file = await folder.write('many.json', smallDocumentWith('activities', Array(1500).fill(null)));
    const { code, out } = await run('check', file);
    expect(code).toBe(1);
    expect(out).toHaveLength(1501);
    const json = await run('check', file, '--json');
    expect(JSON.parse(json.out.join('')).problems).toHaveLength(1500);
  });

  it('says in JSON what it says in lines', async () => {
    const file = await folder.write('date.json', smallDocumentWith('activities[1].date', '2018-6'));
    const { out } = await run('check', file, '--json');
    const [problem] = JSON.parse(out[0] ?? '').problems;
    const { text, ...rest } = problem;
    expect(rest).toEqual({
      path: 'activities[1].date',
      code: 'dateForm',
      loss: 'record',
      found: '"2018-6"',
      proposals: ['2018-06'],
    });
    expect((await run('check', file)).out[0]).toBe(`activities[1].date  ${text}`);
  });

  it('says in which code page a file was read', async () => {
    const { code, out } = await run('check', 'tests/cases/page/dataset-in-cp1252.json');
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^This file is not UTF-8.* windows-1252\b/);
    expect(out[1]).toBe('1 activity, 0 facets, 0 problems, 1 note');
  });

  it.each([
    ['', 'empty'],
    ['Hello', 'notJson'],
    ['title,place\nA,B\nC,D\n', 'noDates'],
    ['[1]', 'notObject'],
    ['{"format":"other"}\n{}', 'wrongFormat'],
    [JSON.stringify(smallDocument()).slice(0, 300), 'notJson'],
  ])('says in one sentence why %j is no dataset', async (content, failure) => {
    const file = await folder.write('none', content);
    const { code, out, err } = await run('check', file);
    expect([code, out, err.length]).toEqual([1, [], 1]);
    expect(err[0]).toMatch(new RegExp(`^${file}: \\S.*\\.$`));
    const json = await run('check', file, '--json');
    expect([json.code, json.out.length, json.err]).toEqual([1, 1, err]);
    const { problems, ...rest } = JSON.parse(json.out[0] ?? '');
    expect(rest).toEqual({ file, form: null, activities: 0, facets: 0 });
    expect(problems.map((problem: object) => ({ ...problem, text: '', found: '' }))).toEqual([
      { path: '', code: failure, loss: 'dataset', found: '', text: '' },
    ]);
  });

  it.each([
    ['ndjson', 'cut', /^line \d {2}/],
    ['ndjson', 'byte', /^Some bytes|bytes/],
    ['packed', 'byte', /text/],
  ] as const)('finds what is damaged in %s: %s', async (form, how, line) => {
    const file = await folder.write('damaged', damaged(files.get(form) ?? new Uint8Array(), how));
    const { code, out } = await run('check', file);
    expect(code).toBe(1);
    expect(out[0]).toMatch(line);
    expect(out.at(-1)).toMatch(/ activities, 2 facets, 1 problem, 0 notes$/);
  });

  it('refuses a packed file without its columns', async () => {
    const { code, err } = await run('check', await folder.write('cut', files.get('packed')?.subarray(0, 900) ?? ''));
    expect([code, err.length]).toEqual([1, 1]);
    expect(err[0]).toContain('damaged');
  });

  it('says that a file is missing', async () => {
    for (const json of [[], ['--json']]) {
      const { code, out, err } = await run('check', folder.pathOf('nowhere'), ...json);
      expect([code, out, err.length]).toEqual([2, [], 1]);
      expect(err[0]).toMatch(/nowhere can’t be read: ENOENT/);
    }
  });

  it.each([
    ['csv', 'Datum;Titel;Thema\n1.2.2019;Auftakt;Wald|See\n15.3.2019;Fest;See\n'],
    [
      'calendar',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20240105\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ],
    ['json', '{"events":[{"start_date":{"year":"1905","month":"3"},"text":{"headline":"One"}}]}'],
    ['brochure', '3 May 2018: Floods\n\nForty people of nine towns came.\n\n5 May 2018: Maps\n'],
  ])('takes a file of the form %s, and so do stats and diff', async (form, text) => {
    const file = await folder.write(`other.${form}`, text);
    const { code, out } = await run('check', file, '--json');
    expect(JSON.parse(out.join(''))).toMatchObject({ form, problems: [] });
    const stats = await run('stats', file, '--json');
    expect(JSON.parse(stats.out.join(''))).toMatchObject({ form, problems: 0 });
    const diff = await run('diff', file, file, '--json');
    expect(JSON.parse(diff.out.join(''))).toEqual({ dataset: [], changed: [], new: [], gone: [] });
    expect([code, stats.code, diff.code]).toEqual([0, 0, 0]);
  });
});
