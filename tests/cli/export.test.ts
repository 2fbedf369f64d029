import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './run';

const folder = temporaryFolder();
const SHIPPED = 'public/data/eu-unodc.json';

describe('export', () => {
  it('writes a picture, in the colours that are asked for', async () => {
    const to = folder.pathOf('view.svg');
    const light = await run('export', SHIPPED, '--to', to, '--select', 'to=2017', '--day', '2026-11-30');
    expect(light.err).toEqual([]);
    const first = await readFile(to, 'utf8');
    expect(first).toContain('until 2017');
    await run('export', SHIPPED, '--to', to, '--select', 'to=2017', '--day', '2026-11-30');
    expect(await readFile(to, 'utf8')).toBe(first);
    await run('export', SHIPPED, '--to', to, '--select', 'to=2017', '--palette', 'dark');
    expect(await readFile(to, 'utf8')).not.toContain('#fbfaf6');
  });

  it('writes the canonical link of the view', async () => {
    const to = folder.pathOf('view.json');
    const select = 'to=2017&view=list&programme=glo-act,ccp&sort=date&programme.mode=any';
    await run('export', SHIPPED, '--to', to, '--select', select, '--link', 'https://record.example/x?old=1#there');
    const { description } = JSON.parse(await readFile(to, 'utf8'));
    const [, link] = /^Link: (.*)$/m.exec(description.en) ?? [];
    expect(link).toBe('https://record.example/x?programme=ccp,glo-act&to=2017&view=list');
  });

  it('says which values are not there, and what the file has lost', async () => {
    const file = await folder.write(
      'lossy.json',
      JSON.stringify({
        ...{ format: 'chronofacet-dataset/1', id: 'd', title: 'D' },
        facets: [{ id: 'body', label: 'Body', values: [{ id: 'un', label: 'UN' }] }],
        activities: [
          { id: 'a', date: '2018', title: 'A', tags: { body: ['un'] }, mood: 'good' },
          { id: 'b', date: 'soon', title: 'B' },
        ],
      }),
    );
    const select = 'body=un,eu,_none';
    const { code, out, err } = await run('export', file, '--to', folder.pathOf('lossy.csv'), '--select', select);
    expect(code).toBe(1);
    expect(out).toEqual([`${folder.pathOf('lossy.csv')}: 1 of 1 activities`]);
    expect(err).toEqual([
      expect.stringContaining(`${file}: activities[1].date  "soon" is not a date`),
      '--select: “eu” is no value of “body”; no activity has it.',
    ]);
  });

  it('refuses other colours', async () => {
    const { code, err } = await run('export', SHIPPED, '--to', folder.pathOf('view.svg'), '--palette', 'blue');
    expect(code).not.toBe(0);
    expect(err.join('\n')).toContain('--palette must be light or dark, not “blue”.');
  });
});
