/*
 * `npm run serve`: bundles the server and runs it in this process. Builds the explorer first if it has not been built.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildServer } from './build-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const isGiven = process.argv.slice(2).some(option => /^(--explorer|--help|-h)\b/.test(option));
if (!isGiven && !existsSync(join(root, 'dist/index.html'))) await build({ root, logLevel: 'warn' });

const cache = join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
const bundle = mkdtempSync(join(cache, 'server-'));
process.on('exit', () => rmSync(bundle, { recursive: true, force: true }));
await buildServer(bundle);
await import(pathToFileURL(join(bundle, 'serve.js')).href);
