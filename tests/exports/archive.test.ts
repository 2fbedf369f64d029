import JSZip from 'jszip';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/formats/json/read-dataset';
import { HOSTILE } from './hostile';
import { writeView } from './write';

describe('the dataset of a view', () => {
  it('is a valid dataset with the activities of the view and the values that they use', async () => {
    const { text, activities } = await writeView(HOSTILE, 'json', { query: '?flat=one' });
    const { dataset, problems } = readDataset(text);
    expect(problems).toEqual([]);
    expect(dataset.activities.map(({ id }) => id).sort()).toEqual(activities.map(({ id }) => id).sort());
    expect(dataset.activities.find(({ id }) => id === 'a-0')).toEqual(activities.find(({ id }) => id === 'a-0'));
    expect(dataset.facets.map(({ values }) => values.map(({ id }) => id))).toEqual([
      ['top', 'below', 'deep'],
      ['one', 'two'],
    ]);
    expect(dataset.description).toMatchObject({ en: expect.stringContaining('https://record.example/?flat=one') });
    expect(dataset.description).toMatchObject({ en: expect.stringContaining('Periods without sources') });
  });
});

describe('the dataset of a part', () => {
  it('keeps everything that values say, but no successor that is left out', async () => {
    const value = {
      id: 'old',
      label: 'Old',
      validFrom: '1990',
      validUntil: '2001',
      exactMatch: ['https://x.example/1'],
    };
    const document = {
      ...{ format: 'chronofacet-dataset/1', id: 'd', title: 'D' },
      facets: [
        {
          id: 'body',
          label: 'Body',
          values: [
            { ...value, replacedBy: 'new' },
            { id: 'new', label: 'New' },
          ],
        },
      ],
      activities: [
        { id: 'a', date: '2018', title: 'A', tags: { body: ['old'] }, mood: 'good' },
        { id: 'b', date: '2019', title: 'B', tags: { body: ['new'] } },
      ],
    };
    const part = readDataset((await writeView(document, 'json', { query: '?body=old' })).text);
    expect(part.dataset.facets[0]?.values).toEqual([value]);
    expect(part.dataset.activities).toMatchObject([{ id: 'a', mood: 'good' }]);
    expect(part.problems.map(({ code }) => code)).toEqual(['unknownField']);
    const whole = readDataset((await writeView(document, 'json')).text);
    expect(whole.dataset.facets[0]?.values[0]).toEqual({ ...value, replacedBy: 'new' });
  });
});

describe('the workbook of a view', () => {
  it('has a row for each activity, with real days where the day is whole', async () => {
    const { bytes, activities } = await writeView(HOSTILE, 'xlsx');
    const [header = [], ...rows] = await readSheet(Buffer.from(bytes), 'Activities');
    expect(rows.map(row => row[0])).toEqual(activities.map(({ id }) => id));
    const date = header.indexOf('date');
    activities.forEach((activity, i) => {
      const cell = rows[i]?.[date];
      if (activity.date === '2018-06-19') expect(cell).toEqual(new Date('2018-06-19T00:00:00Z'));
      else if (activity.date !== '2018-12-31') expect(cell).toBe(activity.date);
    });
  });

  it('has every text but what a cell can’t hold, and says what it cut', async () => {
    const { bytes, activities, omissions } = await writeView(HOSTILE, 'xlsx');
    const [header = [], ...rows] = await readSheet(Buffer.from(bytes), 'Activities', { trim: false });
    const summary = header.indexOf('summary');
    activities.forEach((activity, i) => {
      const kept = String(activity.summary)
        .replace(/[^\P{Cc}\t\n\r]/gu, '')
        .slice(0, 32_767);
      expect(String(rows[i]?.[summary]).replaceAll('\r\n', '\n')).toBe(kept.replaceAll('\r\n', '\n'));
    });
    expect(omissions.cutTexts).toBe(1);
    const about = await readSheet(Buffer.from(bytes), 'About');
    expect(about.flat().join('\n')).toMatch(/1 text is longer than a cell holds/);
  });

  it('has a width of each column, whatever the facet is called', async () => {
    const facets = ['constructor', 'hue'].map(id => ({ id, label: id, values: [{ id: 'a', label: 'A' }] }));
    const document = { ...HOSTILE, facets, activities: [{ id: 'a', date: '2018', title: 'A' }] };
    const { bytes } = await writeView(document, 'xlsx');
    const sheet = await (await JSZip.loadAsync(bytes)).file('xl/worksheets/sheet1.xml')?.async('string');
    const widths = [...(sheet ?? '').matchAll(/<col [^>]*width="([^"]*)"/g)].map(([, width]) => Number(width));
    expect(widths.length).toBe(15);
    expect(widths.every(width => width > 0)).toBe(true);
  });

  it('holds no formula', async () => {
    const { bytes } = await writeView(HOSTILE, 'xlsx');
    const archive = await JSZip.loadAsync(bytes);
    for (const file of archive.file(/worksheets/)) expect(await file.async('string')).not.toMatch(/<f[ >]/);
  });
});

describe('the archive of a view', () => {
  it('has the table, the dataset, the calendar, and says what they are', async () => {
    const query = '?flat=one&from=2018';
    const archive = await JSZip.loadAsync((await writeView(HOSTILE, 'zip', { query })).bytes);
    const names = ['activities.csv', 'activities.ics', 'activities.json', 'README.md', 'datapackage.json'];
    expect(Object.keys(archive.files).sort()).toEqual(names.sort());
    for (const form of ['csv', 'json', 'calendar'] as const) {
      const { text } = await writeView(HOSTILE, form, { query });
      const ending = form === 'calendar' ? 'ics' : form;
      const bytes = await archive.file(`activities.${ending}`)?.async('uint8array');
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(text);
    }
    const readme = (await archive.file('README.md')?.async('string')) ?? '';
    for (const part of [`https://record.example/${query}`, 'Flat: One', 'CC0-1.0', 'not that nothing happened']) {
      expect(readme).toContain(part);
    }
  });

  it('describes the columns of the table for other programs', async () => {
    const archive = await JSZip.loadAsync((await writeView(HOSTILE, 'zip')).bytes);
    const described = JSON.parse((await archive.file('datapackage.json')?.async('string')) ?? '');
    const csv = (await archive.file('activities.csv')?.async('string')) ?? '';
    const [header] = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { preview: 1 }).data;
    expect(described.resources[0].schema.fields.map(({ name }: { name: string }) => name)).toEqual(header);
    expect(described).toMatchObject({
      name: 'hostile',
      version: '2026-11-30.0123456789',
      licenses: [{ name: 'CC0-1.0' }],
    });
  });

  it('has the same bytes each time', async () => {
    const [one, other] = await Promise.all([writeView(HOSTILE, 'zip'), writeView(HOSTILE, 'zip')]);
    expect(other.bytes).toEqual(one.bytes);
  });
});
