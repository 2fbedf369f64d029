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

  it('refuses other colours', async () => {
    const { code, err } = await run('export', SHIPPED, '--to', folder.pathOf('view.svg'), '--palette', 'blue');
    expect(code).not.toBe(0);
    expect(err.join('\n')).toContain('--palette must be light or dark, not “blue”.');
  });
});
