import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { armed, disarmed } from '../../src/formats/csv/cells';
import { isOpen, isoDay } from '../../src/lib/day';
import { HOSTILE } from './hostile';
import { writeView } from './write';

const COLUMNS = 'id,date,from,to,title,summary,place,country,link,source,source_item';

/** Reads a file with an independent parser. */
function rowsOf(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

describe('disarmed', () => {
  it('is undone by armed, and leaves no text that a spreadsheet would run', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '@', '+', '\t', 'a', '1', ' ', '＝') });
    fc.assert(
      fc.property(text, cell => {
        expect(armed(disarmed(cell))).toBe(cell);
        expect(disarmed(cell)).not.toMatch(/^[=+\-@\t\r\n＝]/);
      }),
    );
  });

  it('changes no other text', () => {
    for (const text of ['', 'plain', "'quoted'", '1', '2018-06-19', '(=1)']) expect(disarmed(text)).toBe(text);
  });
});

describe('the CSV of a view', () => {
  it('begins with a byte order mark, has the columns in order, and ends each line with CRLF', async () => {
    const { text } = await writeView(HOSTILE, 'csv');
    expect(text.split('\r\n')[0]).toBe(`\ufeff${COLUMNS},topic,topic_id,flat,flat_id,topic_path`);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('holds exactly the activities of the view in its order, with every text whole', async () => {
    for (const query of ['', '?flat=one', '?sort=-date&topic=top', '?from=2018&to=2018&sort=title']) {
      const { text, activities } = await writeView(HOSTILE, 'csv', { query });
      const rows = rowsOf(text);
      expect(rows.map(row => row.id)).toEqual(activities.map(({ id }) => id));
      activities.forEach((activity, i) => {
        const cells = Object.fromEntries(Object.entries(rows[i] ?? {}).map(([name, cell]) => [name, armed(cell)]));
        expect(cells).toMatchObject({
          date: activity.date,
          from: isOpen(activity.earliest) ? '' : isoDay(activity.earliest),
          to: isOpen(activity.latest) ? '' : isoDay(activity.latest),
          title: activity.title,
          summary: activity.summary,
          country: 'BE',
          link: activity.links?.map(({ url }) => url).join(' '),
          source: 'book',
          source_item: String(activity.source?.item),
          topic_id: activity.tags.topic?.join(';'),
          flat_id: (activity.tags.flat ?? []).join(';'),
        });
      });
    }
  });

  it('has no cell that a spreadsheet would run', async () => {
    const { text } = await writeView(HOSTILE, 'csv');
    for (const row of rowsOf(text)) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  it('has plain numbers in columns of numbers, also negative ones', async () => {
    const arbitraryNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryNumber, { minLength: 1, maxLength: 5 }), async numbers => {
        const fields = [
          { id: 'size', label: 'Size', type: 'number' },
          { id: 'remark', label: 'Remark', type: 'text' },
        ];
        const activities = [-5, ...numbers].map((size, i) => ({
          id: `a${i}`,
          date: '2018',
          title: 'A',
          tags: {},
          values: { size, remark: '-5' },
        }));
        const { text } = await writeView({ ...HOSTILE, fields, activities }, 'csv');
        for (const { id = '', size_number, remark_text } of rowsOf(text)) {
          expect(size_number).toMatch(/^-?\d/);
          expect(Number(size_number)).toBe(Number(String(activities[Number(id.slice(1))]?.values.size)));
          expect(remark_text).toBe("'-5");
        }
      }),
      { numRuns: 20 },
    );
  });

  it('writes labels, and paths from the top down', async () => {
    const { text } = await writeView(HOSTILE, 'csv', { query: '?q=twice' });
    const [row] = rowsOf(text);
    expect(row).toMatchObject({ topic: 'below > above; "x"', topic_path: '\'=TOP() > below > above; "x"' });
  });

  it('is written in the language of the reader', async () => {
    const document = structuredClone(HOSTILE) as { activities: object[] };
    document.activities = [{ id: 'a', date: '2018', title: { en: 'Talks', fr: 'Entretiens' } }];
    const { text } = await writeView(document, 'csv', { language: 'fr' });
    expect(rowsOf(text)[0]?.title).toBe('Entretiens');
  });
});

describe('the metadata of the table', () => {
  it('name the columns of the table, in its order, by names that URI templates can have', async () => {
    const document = structuredClone(HOSTILE);
    const [facet] = document.facets;
    if (facet) facet.id = 'main-topic';
    const { text } = await writeView(document, 'csvw');
    const { url, tableSchema } = JSON.parse(text);
    const [header] = (await writeView(document, 'csv')).text.slice(1).split('\r\n');
    const columns: { titles: string; name: string }[] = tableSchema.columns;
    expect(columns.map(({ titles }) => titles).join(',')).toBe(header);
    for (const { titles, name } of columns) {
      expect(decodeURIComponent(name)).toBe(titles);
      expect(name).toMatch(/^(?:\w|%[0-9A-F]{2})+$/);
    }
    expect(url).toBe('hostile.csv');
  });
});
