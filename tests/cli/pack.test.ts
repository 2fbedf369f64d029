import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../src/cli/pack';
import { readDataset } from '../../src/formats/json/read-dataset';
import { packDocument, streamOf, unpack } from '../fixtures/packed';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chronofacet-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function run(content: string | Uint8Array): Promise<{ code: number; lines: string[]; out: string }> {
  const [file, out] = [join(folder, 'in'), join(folder, 'out.cfpack')];
  await writeFile(file, content);
  const lines: string[] = [];
  const code = await pack(
    [file, '--out', out],
    line => lines.push(line.replaceAll(folder, '')),
    () => {},
  );
  return { code, lines, out };
}

const small = JSON.stringify(smallDocument());

function ndjsonOf(text: string): string {
  const { activities, ...root } = JSON.parse(text);
  return [root, ...activities.toReversed()].map(value => JSON.stringify(value)).join('\n');
}

describe('pack', () => {
  it.each([
    ['a document', small],
    ['lines in any order', ndjsonOf(small)],
  ])('packs %s', async (_, content) => {
    const { code, lines, out } = await run(content);
    expect(lines).toEqual(['/out.cfpack: 3 activities, 0 problems and notes']);
    expect(code).toBe(0);
    const bytes = await readFile(out);
    expect(Buffer.compare(bytes, await packDocument(small, { isIndexed: true }))).toBe(0);
    const { activities, columns } = await unpack(streamOf(bytes));
    expect({ ...columns.head, activities }).toEqual(readDataset(small).dataset);
  });

  it.each([
    ['activities[1]', smallDocumentWith('activities[1].date', '2018-6')],
    ['line 3', ndjsonOf(smallDocumentWith('activities[1].date', '2018-6'))],
  ])('packs what can be read and lists the rest: %s', async (path, content) => {
    const { code, lines, out } = await run(content);
    expect(lines[0]).toMatch(`${path}.date  "2018-6" is no date of this format`);
    expect(lines.at(-1)).toBe('/out.cfpack: 2 activities, 1 problems and notes');
    expect(code).toBe(1);
    expect((await unpack(streamOf(await readFile(out)))).activities.map(({ id }) => id)).toEqual(['first', 'third']);
  });

  it('keeps what it does not know in the root', async () => {
    const { code, out } = await run(smallDocumentWith('facets[0].values[0].exactMatch', 'https://example.org/africa'));
    expect(code).toBe(0);
    expect((await readFile(out)).includes('exactMatch')).toBe(true);
  });

  it.each([
    ['', /^This file is empty/],
    ['date,title\n2018,A\n', /^This file looks like a table/],
    ['{"format":"other"}\n{}', /^This JSON is not a dataset of this format/],
  ])('says that %j is no dataset', async (content, message) => {
    const { code, lines } = await run(content);
    expect(code).toBe(2);
    expect(lines.join('\n')).toMatch(message);
  });

  it('says that a file is packed already', async () => {
    const { code, lines } = await run(await packDocument(small));
    expect([code, lines]).toEqual([2, ['/in is packed already.']]);
  });

  it('says that a file is missing', async () => {
    const lines: string[] = [];
    expect(await pack([join(folder, 'nothing'), '--out', 'x'], line => lines.push(line))).toBe(2);
    expect(lines.join()).toMatch(/ENOENT/);
  });

  it.each([[[]], [['file']], [['file', '--out']], [['a', 'b', '--out', 'c']], [['a', '--into', 'c']]])(
    'says how it is used when asked %j',
    async args => {
      const lines: string[] = [];
      expect(await pack(args, line => lines.push(line))).toBe(2);
      expect(lines.join('\n')).toMatch(/^Usage: npm run dataset -- pack FILE --out FILE/);
    },
  );
});
