import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenedRecords, ReadOptions } from '../../src/formats/form';
import { openRecords } from '../../src/formats/open-records';
import type { Activity } from '../../src/model/dataset';
import { countedByLoss } from '../../src/model/problem';
import { HOSTILE } from '../exports/hostile';
import { writeView } from '../exports/write';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';

type Opened = OpenedRecords & { form: string };

async function open(bytes: Uint8Array | string, options: ReadOptions = {}): Promise<Opened> {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return openRecords(
    (async function* () {
      yield given;
    })(),
    { name: 'table.csv', maxProblems: Number.POSITIVE_INFINITY, ...options },
  );
}

function activitiesOf({ records }: Opened): Activity[] {
  return Array.from({ length: records.size }, (_, position) => records.activityAt(position));
}

/** Returns ids by date and title, in the order of the table's ids. */
async function datesOf(text: string, options: ReadOptions = {}): Promise<string[]> {
  return activitiesOf(await open(text, options)).map(({ date }) => date);
}

function caseFile(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../cases/files', name));
}

function facetsOf({ records }: Opened): Record<string, string[]> {
  return Object.fromEntries(
    records.head.facets.map(({ id, values }) => [id, values.map(({ label }) => String(label))]),
  );
}

describe('files as people have them', () => {
  it('reads semicolons in a Windows code page, with countries and without the column of row numbers', async () => {
    const opened = await open(caseFile('measures-semicolon-cp1252.csv'));
    expect(opened.problems.map(({ code, found }) => [code, found])).toContainEqual(['notUtf8', 'windows-1252']);
    expect(activitiesOf(opened).map(({ place }) => place?.country)).toEqual([undefined, 'AL', 'CI']);
    expect(opened.reading?.columns[0]).toEqual({ name: 'A', as: 'ignore' });
    expect(activitiesOf(opened)[2]?.summary).toContain('Universities; nurseries');
  });

  it('reads dates of museums in words', async () => {
    const opened = await open(caseFile('chronology-bce-freetext.csv'));
    const dates = Object.fromEntries(activitiesOf(opened).map(({ title, date }) => [title, date]));
    expect(dates).toMatchObject({
      'Tool A': '-0484~',
      'Tool B': '[-0499..-0399]',
      'Tool C': '[..-0400]',
      'Tool F': '1772/1775',
      'Tool H': '1564-02-15',
    });
    expect(activitiesOf(opened)[0]?.summary).toContain('approx_year');
  });

  it('reads subjects as several values, coordinates as places, and keeps the row without a date', async () => {
    const opened = await open(caseFile('photographs.csv'));
    expect(facetsOf(opened)).toMatchObject({ type: ['Image', 'StillImage'] });
    expect(facetsOf(opened).subject).toContain('streets (thoroughfares)');
    expect(activitiesOf(opened).find(({ id }) => id === 'p003')?.place?.coordinates).toEqual([-117.024232, 46.729654]);
    expect(opened.problems.map(({ path, code, loss }) => [path, code, loss])).toEqual([
      ['row 7.date', 'undated', 'note'],
      ['row 2.date', 'dateForm', 'record'],
    ]);
    expect(activitiesOf(opened).at(-1)?.date).toBe('');
  });

  it('prefers a beginning and an end to other dates, and takes no year for BCE by itself', async () => {
    const opened = await open(caseFile('rulers-bce-cp1252.csv'));
    const ruler = activitiesOf(opened).find(({ title }) => title === 'Ruler B');
    expect(ruler).toMatchObject({ date: '0014-09-18/0037-03-16' });
    expect(ruler?.summary).toContain('birth is BCE.');
  });

  it('reads lists in JSON as several values, objects by key as rows, and instants at midnight as days', async () => {
    expect(facetsOf(await open(caseFile('nested-arrays.json')))).toMatchObject({
      actors: ['Org One', 'Person Two, Jr.'],
    });
    const releases = activitiesOf(await open(caseFile('releases-by-key.json')));
    expect(releases.map(({ title }) => title)).toEqual(['2.6.12.3', '6.6.1', '6.9', '6.10']);
    const battles = await open(caseFile('wikidata-sparql.json'));
    expect(activitiesOf(battles).map(({ date, title }) => `${date} ${title}`)[0]).toBe('-0480-08-20 Battle one');
    expect(battles.problems).toMatchObject([{ path: 'row 2', code: 'perhapsYear' }]);
  });

  it('reads TimelineJS, SIMILE and CSL-JSON', async () => {
    const timeline = await open(caseFile('timelinejs.json'));
    expect(timeline.records.head.title).toBe('A life');
    expect(activitiesOf(timeline).map(({ date, title }) => `${date} ${title}`)).toEqual([
      '-0042/0014-08-19 Rules',
      '1900/1914 Era',
      '1908 Moves house',
      '2001-09-11T08:46 2001-09-11T08:46',
    ]);
    const simile = await open(caseFile('simile.xml'));
    expect(activitiesOf(simile).map(({ date }) => date)).toEqual([
      '-0586',
      '0001',
      '[0030..0036]',
      '1963-05-01/1963-06-01',
    ]);
    expect(await open(caseFile('simile-bom.json')).then(activitiesOf)).toMatchObject([
      { date: '2001-05-25/2001-06-01' },
      { date: '2001-09-27' },
    ]);
    const books = await open(caseFile('bibliography-csl.json'));
    expect(Object.fromEntries(activitiesOf(books).map(({ title, date }) => [title, date]))).toEqual({
      'Title A': '1985',
      'Title B': '2016-12',
      'Title C': '2013-24',
      'Title D': '1899~',
      'No date': '',
    });
    expect(facetsOf(books).author).toEqual(['Ä, B']);
    expect(books.problems.map(({ path }) => path)).toEqual(['row 5.date', 'row 1.links[0].url']);
  });

  it.each([
    ['projects-without-dates.csv', 'noDates'],
    ['ru.js', 'program'],
  ])('refuses %s in a sentence of its own', async (name, code) => {
    await expect(open(caseFile(name))).rejects.toMatchObject({ code });
  });

  it.each([
    ['%PDF-1.7 and so on', 'pdf'],
    ['<!DOCTYPE html><html><body>a,b</body></html>', 'html'],
    [`\u00d0\u00cf\u0011\u00e0${'\0'.repeat(600)}`, 'oldOffice'],
    [`\u00d0\u00cf\u0011\u00e0${'\0'.repeat(600)}${[...'EncryptedPackage'].join('\0')}\0`, 'protected'],
  ])('refuses files that are no data: %#', async (text, code) => {
    await expect(open(Buffer.from(text, 'latin1'))).rejects.toMatchObject({ code });
  });
});

describe('messy tables', () => {
  it('finds the header below a title, and leaves out totals and repeated headers, each listed', async () => {
    const opened = await open(
      'Our events\n\nDate,Title,Amount\n2018-01-01,A,1\n2018-01-02,B,2\nDate,Title,Amount\n2018-01-03,C,3\nTotal,,6\n',
    );
    expect(activitiesOf(opened).map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    expect(opened.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'row 1 rowSkipped',
      'row 6 rowSkipped',
      'row 8 rowSkipped',
    ]);
  });

  it('decides the order of day and month for a whole column, by a cell that admits only one, and quotes it', async () => {
    const opened = await open('date,title\n3/4/2018,A\n25/4/2018,B\n');
    expect(activitiesOf(opened).map(({ date }) => date)).toEqual(['2018-04-03', '2018-04-25']);
    expect(opened.problems).toMatchObject([{ path: 'row 3', code: 'dayFirst', found: '"25/4/2018"' }]);
    expect(await datesOf('date,title\n3/4/2018,A\n4/25/2018,B\n')).toEqual(['2018-03-04', '2018-04-25']);
  });

  it('guesses no order where no cell decides it, and proposes both', async () => {
    const opened = await open('date,title\n3/4/2018,A\n2018-05-05,B\n');
    expect(activitiesOf(opened).map(({ title }) => title)).toEqual(['B']);
    const [problem] = opened.problems;
    expect(problem).toMatchObject({ path: 'row 2.date', code: 'dateAmbiguous' });
    expect([...(problem?.proposals ?? [])].sort()).toEqual(['2018-03-04', '2018-04-03']);
  });

  it('takes the order that the reading says', async () => {
    const { reading } = await open('date,title\n3/4/2018,A\n2018-05-05,B\n');
    if (!reading) throw new Error('no reading');
    expect(await datesOf('date,title\n3/4/2018,A\n', { reading: { ...reading, dateOrder: 'mdy' } })).toEqual([
      '2018-03-04',
    ]);
  });

  it.each([
    ['Datum;Titel;Ort\n7. März 2018;Treffen;Wien\n', '2018-03-07', 'Treffen', 'Wien'],
    ['Date\tÉvénement\tLieu\n7 mars 2018\tRéunion\tParis\n', '2018-03-07', 'Réunion', 'Paris'],
    ['Data|Tytuł|Miejsce\n7 marca 2018|Spotkanie|Kraków\n', '2018-03-07', 'Spotkanie', 'Kraków'],
    ['fecha,título,lugar\n7 de marzo de 2018,Reunión,Madrid\n', '2018-03-07', 'Reunión', 'Madrid'],
  ])('reads headers and months in other languages: %#', async (text, date, title, place) => {
    const [activity] = activitiesOf(await open(`${text}${text.split('\n')[1]}\n`));
    expect(activity).toMatchObject({ date, title, place: { name: place } });
  });

  it('joins a beginning and an end, and keeps every other column', async () => {
    const opened = await open(
      'Start,End,Name,Cost,Team\n2018-01-01,2018-01-05,A,12.50,red; blue\n2018-02-01,,B,7,red; blue\n',
    );
    expect(activitiesOf(opened)).toMatchObject([
      { date: '2018-01-01/2018-01-05', summary: 'Cost: 12.50', tags: { team: ['red', 'blue'] } },
      { date: '2018-02-01', summary: 'Cost: 7' },
    ]);
  });

  it('reads quoted line ends and separators, UTF-16 and carriage returns alone', async () => {
    expect(activitiesOf(await open('date,title\n2018,"a, ""b""\nc"\n2019,d\n'))[0]?.title).toBe('a, "b"\nc');
    const utf16 = Buffer.from('\ufeffdate\ttitle\r\n2018\tä\r\n2019\tb\r\n', 'utf16le');
    expect(activitiesOf(await open(utf16))[0]?.title).toBe('ä');
    expect(await datesOf('date,title\r2018,a\r2019,b\r')).toEqual(['2018', '2019']);
  });

  it('makes ids that differ, also of equal titles and of ids that are no slugs', async () => {
    const opened = await open('id,date,title\nA_1,2018,same\nA-1,2018,same\n');
    expect(
      activitiesOf(opened)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a-1', 'a-1-2']);
    const untitled = activitiesOf(await open('date,title\n2018,same\n2018,same\n'));
    expect(untitled.map(({ id }) => id)).toEqual(['2018-same', '2018-same-2']);
  });

  it('finds a column of dates of which every second cell is a date', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i % 2 === 0 ? 'soon' : '2018-03-07'},Title ${i}`);
    const { reading } = await open(['when,title', ...rows].join('\n'));
    expect(reading?.columns[0]).toEqual({ name: 'when', as: 'date' });
  });

  it('lists notes and problems up to a number, and counts the others', async () => {
    const count = fc.integer({ min: 0, max: 6 });
    await fc.assert(
      fc.asyncProperty(count, count, fc.integer({ min: 0, max: 14 }), async (undated, bad, maxProblems) => {
        const rows = ['2018-03-07,X,Y', '2018-03-08,X,Z', '2018-03-09,X,W', '2018-03-10,V,W', '2018-03-11,V,U'];
        for (let i = 0; i < undated; i += 1) rows.push(`,Undated ${i},Y`);
        for (let i = 0; i < bad; i += 1) rows.push(`2018-02-3${i},Bad ${i},Y`);
        const text = ['Date,Title,Place', ...rows].join('\n');
        const all = await open(text);
        expect(all.problems).toHaveLength(undated + bad);
        const { problems, unlisted } = await open(text, { maxProblems });
        expect(problems).toHaveLength(Math.min(maxProblems, undated + bad));
        expect(countedByLoss(problems, unlisted)).toEqual({ record: bad, field: 0, note: undated });
        expect(all.problems).toEqual(expect.arrayContaining([...problems]));
        const lost = problems.filter(({ loss }) => loss === 'record').length;
        expect(lost).toBeGreaterThanOrEqual(Math.min(bad, Math.floor(maxProblems / 2)));
      }),
    );
  });

  it('loses no row without listing it, whatever a table holds', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '2018',
        '3/4/2018',
        '25.12.2017',
        'May 1963',
        'c. 1830',
        'x',
        'N/A',
        'a; b',
        '1',
        'https://a.example/',
      ),
      fc.string({ maxLength: 8 }),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, async rows => {
        const quoted = rows.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(','));
        const text = ['date,title,topic,place,more', ...quoted].join('\n');
        let opened: Opened;
        try {
          opened = await open(text);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/noDates|notJson/) });
          return;
        }
        const listed = new Set(
          opened.problems
            .filter(({ loss, code }) => loss === 'record' || code === 'rowSkipped')
            .map(({ path }) => /\d+/.exec(path)?.[0]),
        );
        const filled = rows.filter(row => row.some(text => text.trim() !== ''));
        expect(opened.records.size + listed.size).toBeGreaterThanOrEqual(filled.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(['csv', 'xlsx'] as const)('a table that was exported as %s', form => {
  it('keeps ids that look like dates where no activity has a date', async () => {
    const activities = [{ id: '000-1', title: 'Border', date: '' }];
    const root = { format: 'chronofacet-dataset/1', id: 'undated', title: 'Undated', sources: [], facets: [] };
    const { bytes } = await writeView({ ...root, activities }, form);
    expect(activitiesOf(await open(bytes)).map(({ id, date }) => [id, date])).toEqual([['000-1', '']]);
  });

  it('comes back with its ids, dates, texts, tags and trees', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, async ({ document }) => {
        const { bytes, activities } = await writeView(document, form);
        if (activities.length === 0) return;
        const back = new Map(activitiesOf(await open(bytes)).map(activity => [activity.id, activity]));
        expect([...back.keys()].sort()).toEqual(activities.map(({ id }) => id).sort());
        for (const activity of activities) {
          const { date, tags, values = {} } = activity;
          expect(back.get(activity.id)).toMatchObject({ date, tags });
          // A table holds a text in one language, without white space around it.
          const { remark: _, ...exact } = back.get(activity.id)?.values ?? {};
          const { remark: __, ...given } = values;
          expect(exact).toEqual(given);
          expect(Object.keys(back.get(activity.id)?.values ?? {}).sort()).toEqual(Object.keys(values).sort());
        }
      }),
      { numRuns: form === 'csv' ? 60 : 10 },
    );
  });

  it('keeps a time at midnight', async () => {
    const document = { ...HOSTILE, activities: [{ id: 'a', title: 'Start', date: '2014-01-01T00:00' }] };
    const { bytes } = await writeView(document, form);
    expect(activitiesOf(await open(bytes)).map(({ date }) => date)).toEqual(['2014-01-01T00:00']);
  });

  it.each(['id', 'date', 'title', 'summary', 'place', 'country', 'link', 'source'])(
    'keeps the column “%s” apart from a facet of that id',
    async facet => {
      const document = {
        format: 'chronofacet-dataset/1',
        id: 'twice',
        title: 'Twice',
        facets: [
          {
            id: facet,
            label: 'Twice',
            values: [
              { id: 'all', label: 'All' },
              { id: 'fr', label: 'France', broader: 'all' },
              { id: 'de', label: 'Germany', broader: 'all' },
            ],
          },
        ],
        sources: [{ id: 'log', title: 'log' }],
        activities: [
          { id: 'a', date: '2018-05-01', title: 'First talk', tags: { [facet]: ['fr'] } },
          {
            id: 'b',
            date: '2019-05',
            title: 'Second talk',
            tags: { [facet]: ['de', 'fr'] },
            place: { name: 'Kyiv', country: 'UA' },
          },
          { id: 'c', date: '', title: 'Third talk', summary: 'Long.', source: { id: 'log', item: 2 } },
        ],
      };
      const opened = await open((await writeView(document, form)).bytes);
      const back = activitiesOf(opened).map(({ id, date, title, summary, tags, place }) => {
        return [id, date, title, summary, tags[facet], place?.name, place?.country];
      });
      expect(back).toEqual([
        ['a', '2018-05-01', 'First talk', undefined, ['fr'], undefined, undefined],
        ['b', '2019-05', 'Second talk', undefined, ['de', 'fr'], 'Kyiv', 'UA'],
        ['c', '', 'Third talk', 'Long.', undefined, undefined, undefined],
      ]);
      expect(facetsOf(opened)).toEqual({ [facet]: expect.arrayContaining(['France', 'Germany', 'All']) });
    },
  );

  it('comes back whole where its texts are hostile', async () => {
    const { bytes, activities } = await writeView(HOSTILE, form);
    const opened = await open(bytes);
    expect(opened.problems.filter(({ loss }) => loss !== 'note')).toEqual([]);
    const back = new Map(activitiesOf(opened).map(activity => [activity.id, activity]));
    for (const { id, date, tags, place, source } of activities) {
      expect(back.get(id)).toMatchObject({
        date,
        tags,
        place: { country: place?.country },
        source: { item: source?.item },
      });
    }
    const [topic] = opened.records.head.facets;
    expect(topic?.values.map(({ id, broader }) => [id, broader])).toEqual([
      ['top', undefined],
      ['below', 'top'],
      ['deep', 'below'],
    ]);
  });
});

describe('a label beside an id', () => {
  const lines = ['id,date,title,programme,programme_id'];
  for (let i = 1; i <= 3; i += 1) lines.push(`g${i},2018-0${i},G,GLO.ACT,glo-act`, `c${i},2019-0${i},C,CCP,ccp`);

  async function read(...changed: [from: string, to: string][]) {
    const text = changed.reduce((all, [from, to]) => all.replaceAll(from, to), lines.join('\n'));
    const opened = await open(text);
    const labels = new Map(opened.records.head.facets.flatMap(({ values }) => values.map(v => [v.id, v.label])));
    const tags = activitiesOf(opened).map(({ id, tags }) => [id, tags.programme?.join(';')]);
    return { labels, tags: Object.fromEntries(tags), notes: opened.problems };
  }

  it('counts where it is not that of its id in the other rows, also in the first row, and is listed', async () => {
    for (const [row, label] of [
      ['g1,2018-01,G', 'CCP'],
      ['g2,2018-02,G', 'CCP'],
      ['g1,2018-01,G', 'New'],
      ['g3,2018-03,G', 'New'],
    ] as const) {
      const { labels, tags, notes } = await read([`${row},GLO.ACT`, `${row},${label}`]);
      const id = row.slice(0, 2);
      const own = { g1: 'glo-act', g2: 'glo-act', g3: 'glo-act', c1: 'ccp', c2: 'ccp', c3: 'ccp' };
      expect(tags).toEqual({ ...own, [id]: label.toLowerCase() });
      expect([labels.get('glo-act'), labels.get('ccp'), labels.get(label.toLowerCase())]).toEqual([
        'GLO.ACT',
        'CCP',
        label,
      ]);
      expect(notes).toMatchObject([{ code: 'otherLabel', loss: 'note', found: `programme_id glo-act → "${label}"` }]);
      expect(notes[0]?.path).toBe(`row ${id === 'g1' ? 2 : id === 'g2' ? 4 : 6}`);
    }
  });

  it('counts where most or all rows of an id got the label of another', async () => {
    const most = await read(['g1,2018-01,G,GLO.ACT', 'g1,2018-01,G,CCP'], ['g2,2018-02,G,GLO.ACT', 'g2,2018-02,G,CCP']);
    expect(most.tags).toMatchObject({ g1: 'ccp', g2: 'ccp', g3: 'glo-act' });
    expect(most.labels.get('glo-act')).toBe('GLO.ACT');
    const all = await read(['GLO.ACT', 'CCP']);
    expect(all.tags).toMatchObject({ g1: 'ccp', g2: 'ccp', g3: 'ccp' });
    expect([all.labels.size, all.notes.length]).toEqual([1, 3]);
  });

  it('renames the value if all rows of its id have it', async () => {
    const { labels, tags, notes } = await read(['GLO.ACT', 'Global Action']);
    expect(labels.get('glo-act')).toBe('Global Action');
    expect([tags.g1, tags.g2, tags.g3, notes.length]).toEqual(['glo-act', 'glo-act', 'glo-act', 0]);
  });

  it('adds and takes away values, and finds the value of a row without an id', async () => {
    const added = await read(['c1,2019-01,C,CCP,ccp', 'c1,2019-01,C,CCP; GLO.ACT,ccp']);
    expect([added.tags.c1, added.notes.length]).toEqual(['ccp;glo-act', 1]);
    const taken = await read(['c1,2019-01,C,CCP,ccp', 'c1,2019-01,C,CCP,ccp;glo-act']);
    expect([taken.tags.c1, taken.notes.length]).toEqual(['ccp', 1]);
    const fresh = await read(
      ['c3,2019-03,C,CCP,ccp', 'c3,2019-03,C,GLO.ACT,'],
      ['g1,2018-01,G,GLO.ACT,glo-act', 'g1,2018-01,G,CCP,'],
    );
    expect(fresh.tags).toMatchObject({ c3: 'glo-act', g1: 'ccp' });
    expect([fresh.labels.size, fresh.notes.length]).toEqual([2, 0]);
  });

  it('is that of its id in every export, whatever white space, separators and apostrophes it has', async () => {
    const label = fc
      .string({ unit: fc.constantFrom('a', 'b', ' ', '; ', ';', "'", '=', ' > ', 'B'), minLength: 1, maxLength: 4 })
      .filter(text => text.trim() !== '');
    const rows = fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(label, { minLength: 4, maxLength: 4 }), rows, async (labels, tagged) => {
        const values = labels.map((text, i) => ({ id: `v${i}`, label: text }));
        const activities = tagged.map((picked, i) => ({
          id: `r${i}`,
          date: '2018',
          title: `T ${i}`,
          tags: { kind: picked.map(value => `v${value}`) },
        }));
        const facets = [{ id: 'kind', label: 'Kind', values }];
        const { bytes, activities: given } = await writeView({ ...HOSTILE, facets, activities }, 'csv');
        const opened = await open(bytes);
        expect(opened.problems.filter(({ code }) => code === 'otherLabel')).toEqual([]);
        const tagsOf = (all: readonly Activity[]) =>
          all.map(({ id, tags }) => [id, tags.kind?.toSorted() ?? []]).sort();
        expect(tagsOf(activitiesOf(opened))).toEqual(tagsOf(given));
      }),
      {
        examples: [
          [
            ['; ', 'a', 'b', 'B'],
            [[0], [0, 1], [1]],
          ],
        ],
      },
    );
  });

  it('is kept with its id where two ids have the same label', async () => {
    const { tags, notes } = await read(['GLO.ACT,glo-act', 'Other,other'], ['CCP,ccp', 'Other,other-2']);
    expect([tags.g1, tags.c1, notes.length]).toEqual(['other', 'other-2', 0]);
  });
});

describe('a calendar that was exported', () => {
  it('comes back with its ids, days and titles', async () => {
    const { bytes, activities, omissions } = await writeView(HOSTILE, 'calendar');
    const opened = activitiesOf(await open(bytes));
    expect(opened.length).toBe(activities.length - omissions.activities);
    for (const { id, date } of opened) expect(activities.find(activity => activity.id === id)?.date).toBe(date);
  });
});
