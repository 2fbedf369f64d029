import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/formats/json/read-dataset';
import { collectNdjson } from '../fixtures/collect-ndjson';
import { streamOf, unpack } from '../fixtures/packed';
import { run, temporaryFolder } from './run';

const folder = temporaryFolder();

async function generated(name: string, count: number, seed: number): Promise<Buffer> {
  const out = folder.pathOf(name);
  const { code, out: lines } = await run('generate', '--count', String(count), '--seed', String(seed), '--out', out);
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
    expect((await readdir(folder.pathOf(''))).filter(name => name.startsWith('d'))).toEqual(['d.cfpack']);
  });

  it('writes an empty dataset', async () => {
    expect(readDataset((await generated('e.json', 0, 1)).toString()).dataset.activities).toEqual([]);
    expect((await unpack(streamOf(await generated('e.cfpack', 0, 1)))).columns.size).toBe(0);
  });

  it.each([
    [[], "Option '--count' is missing."],
    [['--count', '5'], "Option '--out' is missing."],
    [['--out', 'x.json'], "Option '--count' is missing."],
    [['--count', 'five', '--out', 'x.json'], '--count must be a whole number, not “five”.'],
    [['--count', '1.5', '--out', 'x.json'], '--count must be a whole number, not “1.5”.'],
    [['--count=-5', '--out', 'x.json'], '--count must be a whole number, not “-5”.'],
    [['--count', '5', '--seed', 'x', '--out', 'x.json'], '--seed must be a whole number, not “x”.'],
    [['--count', '5', '--out', 'x.csv'], '“x.csv” must end in one of these: .json, .ndjson, .cfpack.'],
    [['--count', '5', '--out'], "Option '--out <value>' argument missing."],
    [['--count', '5', '--out', 'x.json', 'more'], 'Unexpected argument “more”.'],
    [['--count', '5', '--out', 'x.json', '--colour', 'red'], "Unknown option '--colour'."],
    [['--count', '5', '--out', 'x.json', '--texts', 'some'], '--texts is all or none, not “some”.'],
  ])('says what is wrong with %j', async (args, sentence) => {
    expect(await run('generate', ...args)).toEqual({
      code: 2,
      out: [],
      err: [`${sentence} See npm run dataset -- generate --help.`],
    });
  });

  it.each(['json', 'ndjson', 'cfpack'])('says that a file can’t be written: %s', async ending => {
    const { code, err } = await run('generate', '--count', '5', '--out', folder.pathOf(`nowhere/x.${ending}`));
    expect(code).toBe(2);
    expect(err.join('\n')).toMatch(/x\.\w+(\.spool)? can’t be written: ENOENT/);
  });
});
