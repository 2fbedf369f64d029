import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/formats/json/read-dataset';
import { inEveryForm } from '../fixtures/every-form';
import { packDocument, streamOf, unpack } from '../fixtures/packed';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';
import { run, temporaryFolder } from './run';

const folder = temporaryFolder();
const small = JSON.stringify(smallDocument());
const files = await inEveryForm(small);

async function packed(content: string | Uint8Array) {
  const out = folder.pathOf('out.cfpack');
  const outcome = await run('pack', await folder.write('in', content), '--out', out);
  return { ...outcome, bytes: () => readFile(out) };
}

function ndjsonOf(text: string): string {
  const { activities, ...root } = JSON.parse(text);
  return [root, ...activities.toReversed()].map(value => JSON.stringify(value)).join('\n');
}

describe('pack', () => {
  it.each([...files, ['lines in another order', ndjsonOf(small)] as const])('packs %s', async (_, content) => {
    const { code, out, err, bytes } = await packed(content);
    expect([code, err]).toEqual([0, []]);
    expect(out).toEqual([`${folder.pathOf('out.cfpack')}: 3 activities, 0 problems and notes`]);
    expect(Buffer.compare(await bytes(), await packDocument(small, { isIndexed: true }))).toBe(0);
    const { activities, columns } = await unpack(streamOf(await bytes()));
    expect({ ...columns.head, activities }).toEqual(readDataset(small).dataset);
    expect((await readdir(folder.pathOf(''))).sort()).toEqual(['in', 'out.cfpack']);
  });

  it.each([
    ['activities[1]', smallDocumentWith('activities[1].date', '2018-6')],
    ['line 3', ndjsonOf(smallDocumentWith('activities[1].date', '2018-6'))],
  ])('packs what can be read and lists the rest: %s', async (path, content) => {
    const { code, out, bytes } = await packed(content);
    expect(out[0]).toMatch(`${path}.date  "2018-6" is not a date of this format`);
    expect(out.at(-1)).toMatch(/out\.cfpack: 2 activities, 1 problem or note$/);
    expect(code).toBe(1);
    expect((await unpack(streamOf(await bytes()))).activities.map(({ id }) => id)).toEqual(['first', 'third']);
  });

  it('keeps what it does not know in the root', async () => {
    const { code, bytes } = await packed(smallDocumentWith('facets[0].values[0].colour', 'green'));
    expect(code).toBe(0);
    expect((await bytes()).includes('"colour":"green"')).toBe(true);
  });

  it('writes nothing when the file is no dataset', async () => {
    const out = folder.pathOf('never.cfpack');
    const { code } = await run('pack', await folder.write('in', 'title,place\nA,B\nC,D\n'), '--out', out);
    expect(code).toBe(1);
    expect((await readdir(folder.pathOf(''))).filter(name => name.startsWith('never'))).toEqual([]);
  });

  it('says that the file can’t be written', async () => {
    const out = folder.pathOf('nowhere/x.cfpack');
    for (const bytes of files.values()) {
      const { code, err } = await run('pack', await folder.write('in', bytes), '--out', out);
      expect([code, err.length]).toEqual([2, 1]);
      expect(err[0]).toMatch(/x\.cfpack(\.spool)? can’t be written: ENOENT/);
    }
  });
});
