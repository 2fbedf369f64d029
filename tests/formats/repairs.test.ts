import { describe, expect, it } from 'vitest';
import { openRecords } from '../../src/formats/open-records';
import { readReading } from '../../src/formats/table/read-reading';
import { similarValues } from '../../src/formats/table/similar-values';
import { type Reading, type ReadTable, repaired, withJoined } from '../../src/model/reading';

async function open(text: string, reading?: Reading) {
  const bytes = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  const opened = await openRecords(bytes, { name: 'table.csv', ...(reading && { reading }) });
  if (!opened.reading || !opened.facts) throw new Error('no table');
  const { records } = opened;
  const activities = Array.from({ length: records.size }, (_, position) => records.activityAt(position));
  const facts: Omit<ReadTable, 'reading'> = opened.facts();
  return { reading: opened.reading, facts, activities, facets: records.head.facets };
}

describe('values that differ by case, spaces or accents', () => {
  const table = 'date,title,team\n2018,A,Québec\n2019,B,quebec\n2020,C,Que bec\n2021,D,Québec\n2022,E,Ottawa\n';

  it('are offered for joining, and joined only if the reading says so', async () => {
    const { reading, facts, facets } = await open(table);
    expect(facts.columns[2]?.similar).toEqual({
      count: 1,
      first: [
        [
          { label: 'Québec', count: 2 },
          { label: 'quebec', count: 1 },
          { label: 'Que bec', count: 1 },
        ],
      ],
    });
    expect(facets[0]?.values).toHaveLength(4);
    const joined = await open(table, withJoined(reading, 2, true));
    expect(joined.facets[0]?.values.map(({ label }) => label)).toEqual(['Québec', 'Ottawa']);
    expect(joined.activities.map(({ tags }) => tags.team?.[0])).toEqual([
      'quebec',
      'quebec',
      'quebec',
      'quebec',
      'ottawa',
    ]);
    expect(withJoined(withJoined(reading, 2, true), 2, false)).toEqual(reading);
  });

  it('are named by their most frequent spelling, and others are left alone', () => {
    const counts = new Map([
      ['a B', 1],
      ['AB', 3],
      ['abc', 9],
      ['x', 1],
      ['Ｘ', 1],
    ]);
    expect(similarValues(counts)).toEqual([
      [
        { label: 'AB', count: 3 },
        { label: 'a B', count: 1 },
      ],
      [
        { label: 'x', count: 1 },
        { label: 'Ｘ', count: 1 },
      ],
    ]);
  });
});

describe('rows that can’t be read', () => {
  const table = 'date,title\n3/4/18,A\n5/6/64,B\n2018-02-30,C\nN/A,D\n,E\n2018,F\n1900s,G\n2019,H\n2020,I\n';

  it('are grouped by the reason, each group with repairs for all its rows', async () => {
    const { facts } = await open(table);
    expect(facts.repairs).toEqual([
      {
        kind: 'shortYear',
        count: 2,
        rows: [
          { row: 2, text: '3/4/18' },
          { row: 3, text: '5/6/64' },
        ],
        choices: [
          { shortYears: 1950, example: '2018' },
          { shortYears: 1900, example: '1918' },
          { shortYears: 2000, example: '2018' },
          { leaveOut: [2, 3] },
        ],
      },
      { kind: 'noSuchDay', count: 1, rows: [{ row: 4, text: '2018-02-30' }], choices: [{ leaveOut: [4] }] },
      {
        kind: 'notDate',
        count: 1,
        rows: [{ row: 5, text: 'N/A' }],
        choices: [{ undated: ['N/A'] }, { leaveOut: [5] }],
      },
      { kind: 'several', count: 1, rows: [{ row: 8, text: '1900s' }], choices: [{ leaveOut: [8] }] },
    ]);
  });

  it('are read once the century and then the order is decided, in all cells of the table', async () => {
    const { reading, facts } = await open(table);
    const [years] = facts.repairs;
    if (!years?.choices[0]) throw new Error('no repair');
    const decided = await open(table, repaired(reading, years.choices[0]));
    const order = decided.facts.repairs.find(({ kind }) => kind === 'order');
    expect(order).toEqual({
      kind: 'order',
      count: 2,
      rows: [
        { row: 2, text: '3/4/18' },
        { row: 3, text: '5/6/64' },
      ],
      choices: [
        { dateOrder: 'dmy', example: '2018-04-03' },
        { dateOrder: 'mdy', example: '2018-03-04' },
        { leaveOut: [2, 3] },
      ],
    });
    if (!order?.choices[0]) throw new Error('no repair');
    const { activities } = await open(table, repaired(decided.reading, order.choices[0]));
    expect(activities.map(({ title, date }) => `${title} ${date}`)).toEqual([
      'B 1964-06-05',
      'F 2018',
      'A 2018-04-03',
      'H 2019',
      'I 2020',
      'E ',
    ]);
  });

  it('are kept without a date if their words are said to mean that', async () => {
    const { reading, facts } = await open(table);
    const words = facts.repairs.find(({ kind }) => kind === 'notDate');
    if (!words?.choices[0]) throw new Error('no repair');
    const kept = repaired(reading, words.choices[0]);
    const { activities } = await open(table, kept);
    expect(activities.filter(({ date }) => date === '').map(({ title }) => title)).toEqual(['D', 'E']);
    expect(readReading(JSON.stringify(kept))).toEqual(kept);
  });

  it('are left out and listed if that is chosen, and the decisions survive in the saved reading', async () => {
    const { reading, facts } = await open(table);
    const leaveOut = facts.repairs[0]?.choices.at(-1);
    if (!leaveOut) throw new Error('no repair');
    const left = { ...repaired(reading, leaveOut), shortYears: 1950 };
    expect(left.skip).toEqual([2, 3]);
    expect(readReading(JSON.stringify(withJoined(left, 1, true)))).toEqual(withJoined(left, 1, true));
  });

  it.each([
    ['3/4/2018 - 5/4/2018', '2018-04-03/2018-04-05'],
    ['c. 3/4/2018', '2018-04-03~'],
    ['7 Mar 18', '2018-03-07'],
    ['Mar-18', '2018-03'],
    ['’98', '1998'],
    ['12/25/2018', '2018-12-25'],
    ['31.12.49', '2049-12-31'],
  ])('reads %s as the reading decides', async (cell, date) => {
    const text = `date,title\n${cell},A\n2018-01-01,B\n2018-01-02,C\n`;
    const { reading } = await open(text);
    const { activities } = await open(text, { ...reading, dateOrder: 'dmy', shortYears: 1950 });
    expect(activities.find(({ title }) => title === 'A')?.date).toBe(date);
  });
});
