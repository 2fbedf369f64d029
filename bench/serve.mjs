import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Headers with which a page may use clocks of 5 µs and measure its memory. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const LARGEST_GZIPPED = 4_000_000;
const compress = promisify(gzip);

/**
 * Serves folders on the loopback interface, each under its name. Pages in `/bench/` and `/before-bench/` are cross-origin
 * isolated. Text is
 * compressed as on a usual host, and nothing is cached.
 *
 * @param {Readonly<Record<string, string>>} folders
 * @param {number} port
 */
export async function serve(folders, port) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, name = '', ...rest] = decodeURIComponent(pathname).split('/');
    const folder = folders[name];
    const file = folder && join(folder, normalize(rest.join('/') || 'index.html'));
    try {
      if (!file?.startsWith(folder ?? '')) throw new Error('no such folder');
      await send(response, file, name.endsWith('bench'), /\bgzip\b/.test(request.headers['accept-encoding'] ?? ''));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} file
 * @param {boolean} isIsolated
 * @param {boolean} mayCompress
 */
async function send(response, file, isIsolated, mayCompress) {
  const { size } = await stat(file);
  const type = TYPES[extname(file)];
  const headers = {
    'Content-Type': type ?? 'application/octet-stream',
    'Cache-Control': 'no-store',
    ...(isIsolated && ISOLATED),
  };
  if (type && mayCompress && size < LARGEST_GZIPPED) {
    const body = await compress(await readFile(file), { level: 9 });
    response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body);
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': size });
  createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response);
}
