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

  it('refuses other colours', async () => {
    const { code, err } = await run('export', SHIPPED, '--to', folder.pathOf('view.svg'), '--palette', 'blue');
    expect(code).not.toBe(0);
    expect(err.join('\n')).toContain('--palette must be light or dark, not “blue”.');
  });
});
