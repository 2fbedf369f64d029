import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDatasetCommand } from '../../src/cli/dataset';
import { packDocument } from '../fixtures/packed';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';

interface Outcome {
  code: number;
  lines: string[];
}

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chronofacet-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function fileOf(text: string): Promise<string> {
  const file = join(folder, 'dataset.json');
  await writeFile(file, text);
  return file;
}

/** The command as a process of its own, in a folder that knows nothing of the project. */
function spawned(...args: string[]): Promise<Outcome> {
  return new Promise(done => {
    execFile(process.execPath, [resolve('scripts/dataset.mjs'), ...args], { cwd: folder }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      done({ code, lines: `${stdout}${stderr}`.trimEnd().split('\n') });
    });
  });
}

async function run(...args: string[]): Promise<Outcome> {
  const lines: string[] = [];
  const code = await runDatasetCommand(args, line => lines.push(line));
  return { code, lines };
}

describe('npm run dataset -- check', { timeout: 60_000 }, () => {
  it('finds nothing wrong in a good file', async () => {
    await fileOf(JSON.stringify(smallDocument()));
    expect(await spawned('check', 'dataset.json')).toEqual({
      code: 0,
      lines: ['3 activities, 2 facets, 0 problems, 0 notes'],
    });
  });

  it('lists every problem of a bad file in words, with its place', async () => {
    await fileOf(smallDocumentWith('activities', [{ id: 'A', date: '2018-6', title: 'x' }]));
    const { code, lines } = await spawned('check', 'dataset.json');
    expect(code).toBe(1);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^activities\[0\]\.id {2}.*"A".*“a”/);
    expect(lines[1]).toMatch(/^activities\[0\]\.date {2}.*"2018-6".*“2018-06”/);
    expect(lines[2]).toBe('0 activities, 2 facets, 2 problems, 0 notes');
  });

  it('says that a file is missing', async () => {
    const { code, lines } = await spawned('check', 'nowhere.json');
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^nowhere\.json can’t be read/);
  });
});

describe('runDatasetCommand', () => {
  it('lets a file pass that it only has a note on', async () => {
    const { code, lines } = await run('check', await fileOf(smallDocumentWith('activities[1].budget', 5)));
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^activities\[1\]\.budget {2}\S.*\.$/);
    expect(lines[1]).toBe('3 activities, 2 facets, 0 problems, 1 note');
  });

  it('lists as many problems as there are', async () => {
    const { code, lines } = await run('check', await fileOf(smallDocumentWith('activities', Array(1500).fill(null))));
    expect(code).toBe(1);
    expect(lines).toHaveLength(1501);
  });

  it('says in which code page a file was read', async () => {
    const { code, lines } = await run('check', 'tests/cases/page/dataset-in-cp1252.json');
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^This file is not UTF-8.* windows-1252\b/);
    expect(lines[1]).toBe('1 activity, 0 facets, 0 problems, 1 note');
  });

  it('proposes readings of dates as people write them', async () => {
    const { code, lines } = await run('check', 'tests/cases/page/naive-dates.json');
    expect(code).toBe(1);
    const about = (i: number) => lines.find(line => line.startsWith(`activities[${i}].date `));
    expect(about(0)).toMatch(/"c\.1830".*“1830~”/);
    expect(about(3)).toMatch(/"1914-18".*“1914\/1918”/);
    expect(lines.find(line => line.includes('"1995-6"'))).toMatch(/“1995-06”.*“1995\/1996”/);
    expect(lines.at(-1)).toBe('2 activities, 0 facets, 35 problems, 0 notes');
  });

  it('names a date far from all others', async () => {
    const { code, lines } = await run('check', 'tests/cases/page/outlier.json');
    expect(code).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/^typo {2}.*2918-10-11.* far from all others/),
      '241 activities, 1 facet, 0 problems, 1 note',
    ]);
  });

  it.each(['one-item', 'all-edtf'])('finds nothing wrong in %s', async name => {
    const { code, lines } = await run('check', `tests/cases/page/${name}.json`);
    expect(lines).toHaveLength(1);
    expect(code).toBe(0);
  });

  it.each(['lines', 'packed'])('takes %s too', async form => {
    const { activities, ...root } = smallDocument();
    const lines = [root, ...activities].map(value => JSON.stringify(value)).join('\n');
    const file = join(folder, 'dataset');
    await writeFile(file, form === 'lines' ? lines : await packDocument(JSON.stringify(smallDocument())));
    expect(await run('check', file)).toEqual({ code: 0, lines: ['3 activities, 2 facets, 0 problems, 0 notes'] });
  });

  it('says in one line why a file is no dataset', async () => {
    const { code, lines } = await run('check', await fileOf('Hello'));
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"Hello"');
  });

  it.each([[[]], [['check']], [['check', 'a.json', 'b.json']], [['validate', 'a.json']]])(
    'explains itself when called with %j',
    async args => {
      const { code, lines } = await run(...args);
      expect(code).toBe(2);
      expect(lines[0]).toMatch(/^Usage: /);
    },
  );
});
