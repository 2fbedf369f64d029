import { readdirSync } from 'node:fs';
import { securityHeaders } from '../../build/security-headers.mjs';
import { expect, test } from './journey';

const all = ['', ...readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/.test(name))];

/** All files but the thousands of pages without script, of which the first of each folder stands for the others. */
const files = all.filter((name, i) => {
  const folder = /^(?:fr\/)?(?!assets\/|data\/)[^/]+\//.exec(name)?.[0];
  return folder === undefined || all.findIndex(other => other.startsWith(folder)) === i;
});

test('come with every file, the worker’s and missing ones too', async ({ request }) => {
  expect(files.some(name => name.includes('engine.worker'))).toBe(true);
  for (const name of [...files, 'nowhere', 'data/nowhere.json']) {
    const headers = (await request.get(name)).headers();
    for (const [header, value] of Object.entries(securityHeaders([]))) {
      // A server knows which pages are for frames, and lets other sites frame no others.
      const sent = headers[header.toLowerCase()]?.replace(/frame-ancestors 'self'$/, 'frame-ancestors *');
      expect(sent, `${header} of ${name}`).toBe(value);
    }
  }
});
