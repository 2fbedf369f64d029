import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../src/cli/generate';
import { readDataset } from '../../src/formats/json/read-dataset';
import { collectNdjson } from '../fixtures/collect-ndjson';
import { streamOf, unpack } from '../fixtures/packed';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chronofacet-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await generate(
    args,
    line => lines.push(line),
    () => {},
  );
  return { code, lines };
}

async function generated(name: string, count: number, seed: number): Promise<Buffer> {
  const out = join(folder, name);
  const { code, lines } = await run('--count', String(count), '--seed', String(seed), '--out', out);
  expect(lines).toEqual([`${out}: ${count.toLocaleString('en')} activities`]);
  expect(code).toBe(0);
  return readFile(out);
}

describe('generate', () => {
  it.each(['a.json', 'a.ndjson', 'a.cfpack'])(
    'writes the same bytes for the same seed, and others for another: %s',
    async name => {
      const first = await generated(name, 300, 7);
      expect((await generated(name, 300, 7)).equals(first)).toBe(true);
      expect((await generated(name, 300, 8)).equals(first)).toBe(false);
    },
  );

  it('writes one dataset in every form', async () => {
    const json = readDataset((await generated('b.json', 2000, 7)).toString());
    const ndjson = await collectNdjson(streamOf(await generated('b.ndjson', 2000, 7), 65_536));
    const packed = await unpack(streamOf(await generated('b.cfpack', 2000, 7), 65_536));
    expect(json.problems).toEqual([]);
    expect(json.dataset.activities).toHaveLength(2000);
    expect(ndjson).toEqual(json);
    expect(packed.activities).toEqual(json.dataset.activities);
  });

  it('writes bytes that never change', async () => {
    expect(
      createHash('sha256')
        .update(await generated('c.ndjson', 100, 7))
        .digest('hex'),
    ).toBe('1155e31b3129c2e839080ccf367c53978732d79fc441ab454ba96ab0d66761d0');
  });

  it('leaves nothing behind but the file', async () => {
    await generated('d.cfpack', 10, 1);
    expect((await readdir(folder)).filter(name => name.startsWith('d'))).toEqual(['d.cfpack']);
  });

  it('writes an empty dataset', async () => {
    expect(readDataset((await generated('e.json', 0, 1)).toString()).dataset.activities).toEqual([]);
    expect((await unpack(streamOf(await generated('e.cfpack', 0, 1)))).columns.size).toBe(0);
  });

  it.each([
    [[]],
    [['--count', '5']],
    [['--out', 'x.json']],
    [['--count', 'five', '--out', 'x.json']],
    [['--count', '-5', '--out', 'x.json']],
    [['--count', '1.5', '--out', 'x.json']],
    [['--count', '5', '--seed', 'x', '--out', 'x.json']],
    [['--count', '5', '--out', 'x.csv']],
    [['--count', '5', '--out']],
    [['--count', '5', '--out', 'x.json', 'more']],
    [['--count', '5', '--out', 'x.json', '--colour', 'red']],
    [['--count', '5', '--out', 'x.json', '--texts', 'some']],
  ])('says how it is used when asked %j', async args => {
    const { code, lines } = await run(...args);
    expect(code).toBe(2);
    expect(lines.join('\n')).toMatch(/^Usage: npm run dataset -- generate --count N/);
  });

  it.each(['json', 'cfpack'])('says that a file can’t be written: %s', async ending => {
    const { code, lines } = await run('--count', '5', '--out', join(folder, 'nowhere', `x.${ending}`));
    expect(code).toBe(2);
    expect(lines.join('\n')).toMatch(/x\.\w+ can’t be written: ENOENT/);
  });
});
