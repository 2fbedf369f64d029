import { readdirSync } from 'node:fs';
import { securityHeaders } from '../../build/security-headers.mjs';
import { expect, test } from './journey';

const files = ['', ...readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(name => /\.\w+$/.test(name))];

test('come with every file, the worker’s and missing ones too', async ({ request }) => {
  expect(files.some(name => name.includes('engine.worker'))).toBe(true);
  for (const name of [...files, 'nowhere', 'data/nowhere.json']) {
    const headers = (await request.get(name)).headers();
    for (const [header, value] of Object.entries(securityHeaders([]))) {
      expect(headers[header.toLowerCase()], `${header} of ${name}`).toBe(value);
    }
  }
});
