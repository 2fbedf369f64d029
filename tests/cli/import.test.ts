import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './run';

const folder = temporaryFolder();

const BROCHURE = `News of the Rivers Office

19-20 June 2018: The Rivers Network meets

Forty people of the Council of Towns came to the hall.

3 May 2018: Maps

The maps of the coast are drawn anew.
`;

const FACETS = [
  { id: 'network', label: 'Network', values: [{ id: 'rivers', label: 'Rivers Network (RIV)' }] },
  { id: 'body', label: 'Body', values: [{ id: 'council', label: 'Town council', aliases: ['Council of Towns'] }] },
];

async function json(file: string) {
  return JSON.parse(await readFile(file, 'utf8'));
}

describe('import', () => {
  it('makes a draft of a brochure, with tags of a vocabulary and the words that made them', async () => {
    const text = await folder.write('news.txt', BROCHURE);
    const vocabulary = await folder.write('facets.json', JSON.stringify({ facets: FACETS }));
    const out = folder.pathOf('draft.json');
    const { code, out: lines, err } = await run('import', text, '--vocabulary', vocabulary, '--out', out, '--json');
    expect(code).toBe(0);
    expect(err).toContain(`${out}: 2 tags proposed, for 1 of 2 activities`);
    expect(JSON.parse(lines.join(''))).toMatchObject({
      form: 'brochure',
      activities: 2,
      proposals: [
        { activity: '2018-the-rivers-network-meets', facet: 'network', value: 'rivers', words: 'Rivers Network' },
        { activity: '2018-the-rivers-network-meets', facet: 'body', value: 'council', words: 'Council of Towns' },
      ],
      findings: [{ path: 'line 1', code: 'textBefore' }],
    });
    const draft = await json(out);
    expect(draft.facets).toEqual(FACETS);
    expect(draft.activities).toMatchObject([
      { date: '2018-05-03', title: 'Maps', tags: {}, source: { item: 2 } },
      {
        date: '2018-06-19/2018-06-20',
        title: 'The Rivers Network meets',
        summary: 'Forty people of the Council of Towns came to the hall.',
        tags: { network: ['rivers'], body: ['council'] },
        source: {
          id: 'news-of-the-rivers-office',
          item: 1,
          note: 'Tags proposed by words of the text: Network: Rivers Network (RIV) (“Rivers Network”); Body: Town council (“Council of Towns”).',
        },
      },
    ]);
    expect((await run('check', out)).out.at(-1)).toBe('2 activities, 2 facets, 0 problems, 0 notes');
  });

  it('takes a dataset as a vocabulary, beside the facets of a table', async () => {
    const table = await folder.write(
      't.csv',
      'date,title,Network\n2018-06-19,Rivers Network,North\n2018-06-20,RIV,\n2018-06-21,B,North',
    );
    const draft = folder.pathOf('draft2.json');
    const dataset = { format: 'chronofacet-dataset/1', id: 'a', title: 'A', facets: FACETS, activities: [] };
    const vocabulary = await folder.write('dataset.json', JSON.stringify(dataset));
    expect((await run('import', table, '--vocabulary', vocabulary, '--out', draft)).code).toBe(0);
    const { facets, activities, sources } = await json(draft);
    expect(facets[0].values).toEqual([
      { id: 'rivers', label: 'Rivers Network (RIV)' },
      { id: 'north', label: 'North' },
    ]);
    expect(activities.map(({ tags }: { tags: object }) => tags)).toEqual([
      { network: ['north'] },
      { network: ['rivers'] },
      { network: ['north'] },
    ]);
    expect(sources).toEqual([{ id: 't', title: 't' }]);
    expect(activities[1].source.note).toBe(
      'Tags proposed by words of the text: Network: Rivers Network (RIV) (“RIV”).',
    );
    expect((await run('check', draft)).code).toBe(0);
  });

  it('writes a reading that reads the same file alike, and one that is changed otherwise', async () => {
    for (const [name, content] of [
      ['plans.csv', 'when;what;who;size\n3/4/2018;Opening;A|B;1\n5/4/2018;Closing;A;2\n'],
      ['plans.txt', '3/4/2018: Opening\n\nForty people came to the hall.\n\n5/4/2018: Closing\n'],
    ] as const) {
      const file = await folder.write(name, content);
      const [first, second] = [folder.pathOf(`${name}.1.json`), folder.pathOf(`${name}.2.json`)];
      expect((await run('import', file, '--out', first)).code).toBe(1);
      const readingFile = folder.pathOf(`${name}.1.reading.json`);
      const reading = await json(readingFile);
      expect(reading.format).toBe('chronofacet-reading/1');
      expect((await run('import', file, '--reading', readingFile, '--out', second)).code).toBe(1);
      expect(await json(second)).toEqual(await json(first));
      expect(await json(folder.pathOf(`${name}.2.reading.json`))).toEqual(reading);
      const changed = await folder.write(`${name}.reading.json`, JSON.stringify({ ...reading, dateOrder: 'dmy' }));
      expect((await run('import', file, '--reading', changed, '--out', second)).code).toBe(0);
      expect((await json(second)).activities.map(({ date }: { date: string }) => date)).toEqual([
        '2018-04-03',
        '2018-04-05',
      ]);
    }
  });

  it.each([
    [['import', 'TABLE'], "Option '--out' is missing."],
    [['import', '--out', 'OUT'], 'FILE is missing.'],
    [['import', 'TABLE', '--out', 'OUT', '--vocabulary', 'TABLE'], 'expected JSON with a list “facets”'],
    [['import', 'TABLE', '--out', 'OUT', '--vocabulary', 'NOWHERE'], 'can’t be read'],
    [['import', 'TABLE', '--out', 'OUT', '--reading', 'TABLE'], 'reading'],
    [['import', 'NOWHERE', '--out', 'OUT'], 'can’t be read'],
  ])('%j ends with code 2 and a sentence on standard error', async (args, sentence) => {
    const files = new Map([
      ['TABLE', await folder.write('table.csv', 'date,title\n2018,A\n2019,B')],
      ['OUT', folder.pathOf('out.json')],
      ['NOWHERE', folder.pathOf('nowhere')],
    ]);
    const { code, out, err } = await run(...args.map(arg => files.get(arg) ?? arg));
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.join('\n')).toContain(sentence);
  });

  it('ends with code 1 for a text without dates, and says what was expected', async () => {
    const text = await folder.write(
      'letter.txt',
      'Dear all in the 21 towns,\n\nwe are well and hope to see you soon.\n',
    );
    const { code, err } = await run('import', text, '--out', folder.pathOf('letter.json'));
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('This text has no line that begins with a date.');
  });
});
