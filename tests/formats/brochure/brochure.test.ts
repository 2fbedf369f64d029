import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenedRecords } from '../../../src/formats/form';
import { openRecords } from '../../../src/formats/open-records';
import type { Reading } from '../../../src/model/reading';
import { streamOf } from '../../fixtures/packed';

function opened(text: string, reading?: Reading) {
  return openRecords(streamOf(Buffer.from(text), 700), { name: 'x/notes.txt', ...(reading && { reading }) });
}

function activitiesOf({ records }: OpenedRecords) {
  return Array.from({ length: records.size }, (_, i) => records.activityAt(i));
}

/** The activities of a text as `date | title | text`, in the order of time. */
async function read(text: string): Promise<string[]> {
  return activitiesOf(await opened(text)).map(({ date, title, summary }) => [date, title, summary ?? ''].join(' | '));
}

const BODY = 'Some forty people of nine towns came to the hall and talked about rivers.';

describe('a text with dated headings', () => {
  it('gives one activity a heading, with the paragraphs down to the next one', async () => {
    const text = `News of the Rivers Office

A selection of the work of the last two years.

19-20 June 2018: Meeting on floods

${BODY}
They will meet again.

  • Read the report
  • Read the programme

30 May - 1 June 2017: Training
5 May 2017 – Launch of the map

${BODY}`;
    const all = await opened(text);
    expect(all.form).toBe('brochure');
    expect(activitiesOf(all).map(({ date, title, summary }) => [date, title, summary])).toEqual([
      ['2017-05-05', 'Launch of the map', BODY],
      ['2017-05-30/2017-06-01', 'Training', undefined],
      [
        '2018-06-19/2018-06-20',
        'Meeting on floods',
        `${BODY}\nThey will meet again.\n\n• Read the report\n• Read the programme`,
      ],
    ]);
    expect(all.records.head).toMatchObject({
      title: 'News of the Rivers Office',
      description: 'A selection of the work of the last two years.',
      sources: [{ id: 'news-of-the-rivers-office', title: 'News of the Rivers Office' }],
    });
    expect(all.records.activityAt(2)).toMatchObject({ id: '2018-meeting-on-floods', source: { item: 1 } });
    expect(all.problems.map(({ path, code, loss }) => [path, code, loss])).toEqual([
      ['line 1', 'textBefore', 'note'],
      ['line 3', 'textBefore', 'note'],
    ]);
  });

  it.each([
    ['19 June 2018: Meeting', '2018-06-19'],
    ['June 19, 2018: Meeting', '2018-06-19'],
    ['Tuesday, 19 June 2018 – Meeting', '2018-06-19'],
    ['19 juin 2018 : Réunion', '2018-06-19'],
    ['Du 3 au 5 mars 2019 : Réunion', '2019-03-03/2019-03-05'],
    ['19. Juni 2018: Sitzung', '2018-06-19'],
    ['3.–5. März 2019 – Tagung', '2019-03-03/2019-03-05'],
    ['19 de junio de 2018: Reunión', '2018-06-19'],
    ['19 giugno 2018: Riunione', '2018-06-19'],
    ['19 de junho de 2018: Reunião', '2018-06-19'],
    ['19 juni 2018: Vergadering', '2018-06-19'],
    ['19 czerwca 2018: Spotkanie', '2018-06-19'],
    ['7 and 8 June 2017: Meeting', '2017-06-07/2017-06-08'],
    ['March 2019 — Meeting', '2019-03'],
    ['Spring 2019: Meeting', '2019-21'],
    ['2018-06-19: Meeting', '2018-06-19'],
    ['19.06.2018: Meeting', '2018-06-19'],
    ['## 19 June 2018: Meeting', '2018-06-19'],
    ['**19 June 2018** Meeting', '2018-06-19'],
    ['19 June 2018 | Meeting', '2018-06-19'],
    ['19 June 2018, Meeting', '2018-06-19'],
    ['19 June 2018 Meeting', '2018-06-19'],
    ['19 June 2018\nMeeting', '2018-06-19'],
    ['Meeting\n19 June 2018', '2018-06-19'],
    ['Meeting (19 June 2018)', '2018-06-19'],
    ['Meeting, 19 June 2018', '2018-06-19'],
  ])('%j', async (heading, date) => {
    const [first, ...others] = await read(`${heading}\n\n${BODY}\n\n${BODY}\n\n`);
    expect(first).toMatch(new RegExp(`^${date.replace(/[/]/g, '.')} \\| \\p{Lu}\\p{L}+ \\| ${BODY}\\s+${BODY}$`, 'u'));
    expect(others).toEqual([]);
  });

  it('takes the year from a line above, or the only year that the headings around admit', async () => {
    const text = `2018\n\n19 June: Floods\n\n${BODY}\n\n3 May: Maps\n\n2017\n\n6 December: Snow\n\n${BODY}`;
    expect(activitiesOf(await opened(text)).map(({ date, title, dateNote }) => [date, title, dateNote])).toEqual([
      ['2017-12-06', 'Snow', 'The year 2017 is taken from line 9.'],
      ['2018-05-03', 'Maps', 'The year 2018 is taken from line 1.'],
      ['2018-06-19', 'Floods', 'The year 2018 is taken from line 1.'],
    ]);
    const between = `13 June 2017: A\n\n${BODY}\n\n7 and 8 June: B\n\n${BODY}\n\n6 June 2017: C`;
    expect((await read(between)).map(line => line.slice(0, 25))).toEqual([
      '2017-06-06 | C | ',
      '2017-06-07/2017-06-08 | B',
      '2017-06-13 | A | Some for',
    ]);
  });

  it('lists a heading whose date cannot be read with its line, and keeps a line that may be none in the text', async () => {
    const text = `19 June 2018: Floods\n\n${BODY}\n\n31 February 2018: Maps\n\n${BODY}\n\n3 June 18: Snow\n\n5 May: ${BODY}`;
    const { problems, records } = await opened(text);
    expect(records.size).toBe(1);
    expect(problems.map(({ path, code, loss }) => [path, code, loss])).toEqual([
      ['line 11', 'lineUndated', 'note'],
      ['line 5.date', 'dateForm', 'record'],
      ['line 9.date', 'dateAmbiguous', 'record'],
    ]);
  });

  it('takes the place before the date, where all headings are written so', async () => {
    const text = `Lisbon, 4 May 2018 – Floods\n\n${BODY}\n\nNew York, June 2017: Maps\n\n${BODY}`;
    expect(activitiesOf(await opened(text)).map(({ date, title, place }) => [date, title, place?.name])).toEqual([
      ['2017-06', 'Maps', 'New York'],
      ['2018-05-04', 'Floods', 'Lisbon'],
    ]);
    const inBody = `4 May 2018: Floods\n\nLisbon, 3 May 2018 – ${BODY}\n\n3 May 2017: Maps`;
    expect((await read(inBody)).map(line => line.slice(0, 30))).toEqual([
      '2017-05-03 | Maps | ',
      '2018-05-04 | Floods | Lisbon, ',
    ]);
  });

  it('decides the order of day and month for the whole text, and by a changed reading', async () => {
    const decided = await read(`3/4/2018: Floods\n\n${BODY}\n\n25/4/2018: Maps`);
    expect(decided.map(line => line.slice(0, 10))).toEqual(['2018-04-03', '2018-04-25']);
    const text = `3/4/2018: Floods\n\n${BODY}\n\n5/4/2018: Maps`;
    const undecided = await opened(text);
    expect(undecided.problems.map(({ path, code }) => [path, code])).toEqual([
      ['line 1.date', 'dateAmbiguous'],
      ['line 5.date', 'dateAmbiguous'],
    ]);
    expect(undecided.facts?.().order).toMatchObject({ dmy: '2018-04-03', mdy: '2018-03-04' });
    const { reading } = undecided;
    const american = await opened(text, reading && { ...reading, dateOrder: 'mdy' });
    expect(activitiesOf(american).map(({ date }) => date)).toEqual(['2018-03-04', '2018-05-04']);
  });

  it('shortens a title that is too long, and keeps all of it in the text', async () => {
    const title = `Meeting ${'on rivers '.repeat(40).trim()}`;
    const [activity] = activitiesOf(await opened(`19 June 2018: ${title}\n\n${BODY}`));
    expect(activity?.title).toMatch(/^Meeting on rivers .*…$/);
    expect(activity?.summary).toBe(`${title}\n\n${BODY}`);
  });

  it('loses no word of any text', async () => {
    const line = fc.constantFrom(
      '19 June 2018: Floods',
      '3 May 2017 – Maps and roads',
      '2016',
      '6 June: Ice',
      'March 2019',
      '',
      BODY,
      '• See the report of 4 May 2011',
      'Lisbon, 4 May - The river rose by 20 cm.',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 14 }), async lines => {
        const text = `9 June 2019: Beginning\n\n${lines.join('\n')}`;
        const { records, problems } = await opened(`${text}\n\n1 June 2011: End of all the ${BODY}`);
        const found = JSON.stringify([activitiesOf({ records } as OpenedRecords), problems]);
        for (const word of lines.flatMap(each => each.match(/\p{L}{4,}/gu) ?? [])) {
          // Dates are written as EDTF.
          if (!/^(June|March)$/.test(word)) expect(found).toContain(word);
        }
      }),
    );
  });
});

describe('a text without dated headings', () => {
  it('gives one activity a paragraph, with the date in it or the period between the dates around it', async () => {
    const text = `The day of rivers was held on 30 July 2024 in nine towns. Mr. Brook spoke.
Maps are hard to draw, and the people of the coast know it best.
On 9-10 June, forty people met in Strasbourg.
Floods were discussed on 21-22 March 2023 in Vienna.
Before all this, the office was founded.`;
    expect(activitiesOf(await opened(text)).map(({ date, title, dateNote }) => [date, title, dateNote])).toEqual([
      [
        '[..2023-03-22]',
        'Before all this, the office was founded',
        'The text has no date of its own. It is taken to be in order with the texts around it (“21-22 March 2023”).',
      ],
      [
        '2023-03-21/2023-03-22',
        'Floods were discussed on 21-22 March 2023 in Vienna',
        'The date is taken from the text: “21-22 March 2023”.',
      ],
      [
        '[2023-03-21..2024-07-30]',
        'Maps are hard to draw, and the people of the coast know it best',
        'The text has no date of its own. It is taken to be in order with the texts around it (“30 July 2024” and “21-22 March 2023”).',
      ],
      [
        '[2023-03-21..2024-07-30]',
        'On 9-10 June, forty people met in Strasbourg',
        'The text has no date of its own. It is taken to be in order with the texts around it (“30 July 2024” and “21-22 March 2023”).',
      ],
      [
        '2024-07-30',
        'The day of rivers was held on 30 July 2024 in nine towns',
        'The date is taken from the text: “30 July 2024”.',
      ],
    ]);
  });

  it('keeps a paragraph without a date as undated where the dates are in no order', async () => {
    const text =
      'It rained on 3 May 2019 here.\n\nNobody knows when the bridge fell.\n\nOn 4 June 2021 it fell.\n\nOn 7 July 2020 it rose.';
    expect((await read(text)).at(-1)).toBe(' | Nobody knows when the bridge fell | ');
  });

  it('adds the only year that is possible', async () => {
    const text = `It began on 30 July 2023 in nine towns.\nOn 9-10 June, forty people met in Strasbourg.\nIt ended on 21 March 2023 in Vienna.`;
    expect((await read(text))[1]).toMatch(/^2023-06-09\/2023-06-10 /);
  });

  it.each([
    'Dear reader,\n\nall is well in the 21 towns by the river.\n\nYours',
    `${BODY}\nIn 1998 and on 3 May 2001 it rained.`,
  ])('is refused with a sentence of what was expected: %j', async text => {
    await expect(opened(text)).rejects.toMatchObject({
      code: 'noDatedText',
      found: expect.stringContaining(text.slice(0, 8)),
    });
  });
});

describe('a table', () => {
  it.each([
    'date,title\n2018-06-19,"Meeting: of all the people, who came"\n2018-06-20,Other meeting of the year',
    'date, title, place\n19 June 2018, Meeting of the year 2018, Rome\n20 June 2018, Second meeting of all, Paris',
    'when;what happened then\n19 June 2018;The river rose, and the people left\n20 June 2018;The river fell',
    'date\ttitle\n19 June 2018: noon\tMeeting, of all the people, there\n20 June 2018\tMeeting of the rest of them',
  ])('is not taken for a text for people: %j', async text => {
    expect((await opened(text)).form).toBe('csv');
  });
});
