/*
 * Serves the built app below a path, like a static host with a strict policy, and datasets next to it:
 *
 *   GET  /some/sub/path/…                       the build, with a fixed record in place of the shipped one
 *   GET  /some/sub/path/records/NAME.json       a dataset of this folder
 *   GET  /some/sub/path/sick/KIND/KEY.json      fails as KIND says; serves a small dataset after /well/KEY
 *   POST /some/sub/path/well/KEY                ends the failure of KEY
 *   GET  /plain/…                               the same without security headers
 *   GET  /…/go?to=ADDRESS                       redirects to any address
 *   GET  /…/stranger-count                      number of requests for records and redirects to http://localhost, which is another origin
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_HEADER_BYTES, securityHeaders } from '../../build/security-headers.mjs';
import { FIXED_RECORD, SHIPPED_RECORD } from './fixed-record.mjs';

const BASE = '/some/sub/path/';
const PLAIN = '/plain/';
const BUILD = fileURLToPath(new URL('../../dist', import.meta.url));
const RECORDS = fileURLToPath(new URL('records/', import.meta.url));
const SLOW_MS = 1_500;

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.woff2': 'font/woff2',
};

const HEADERS = { ...securityHeaders([]), 'Cache-Control': 'no-store' };

/** @type {Set<string | undefined>} */
const well = new Set();

/** The number of requests for records and redirects to the server's other host name. */
let strangerCount = 0;

/**
 * A response. `isPlain` omits the security headers.
 *
 * @typedef {import('node:http').ServerResponse & { isPlain?: boolean }} Response
 */

/** @type {Record<string, (response: Response) => unknown>} */
const ILLS = {
  'status-404': response => send(response, 404, '.html', '<h1>Not found</h1>'),
  'status-500': response => send(response, 500, '.html', '<h1>Internal error</h1>'),
  html: response => send(response, 200, '.html', '<!doctype html><title>Welcome</title><h1>Welcome</h1>'),
  empty: response => send(response, 200, '.json', ''),
  'not-json': response => send(response, 200, '.json', '{"format": "chronofacet-dataset/1", '),
  'wrong-format': response => send(response, 200, '.json', '{"format": "somebody-elses/7", "activities": []}'),
  'no-activities': response => send(response, 200, '.json', '{"format": "chronofacet-dataset/1", "facets": []}'),
  abort: response => response.destroy(),
  hang: () => {},
  slow: response => setTimeout(() => sendRecord(response, 'small.json'), SLOW_MS),
};

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} ending of a file's name, which tells its type
 * @param {string | Buffer} body
 */
function send(response, status, ending, body) {
  const headers = response.isPlain ? {} : HEADERS;
  response.writeHead(status, { ...headers, 'Content-Type': TYPES[ending] ?? 'application/octet-stream' }).end(body);
}

/**
 * @param {Response} response
 * @param {string} folder
 * @param {string} name
 */
async function sendFile(response, folder, name) {
  try {
    const path = join(folder, normalize(`/${name}`));
    send(response, 200, extname(path), await readFile(path));
  } catch {
    send(response, 404, '.html', '<h1>Not found</h1>');
  }
}

/**
 * @param {Response} response
 * @param {string} name
 */
function sendRecord(response, name) {
  return sendFile(response, RECORDS, name);
}

const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, /** @type {Response} */ response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const base = [BASE, PLAIN].find(start => pathname.startsWith(start));
  response.isPlain = base === PLAIN;
  // The other host allows any page to read its data.
  if (request.headers.host?.startsWith('localhost')) {
    if (/\/(records|go)\b/.test(pathname)) strangerCount += 1;
    response.setHeader('Access-Control-Allow-Origin', '*');
  }
  if (!base) return send(response, 404, '.html', '<h1>Not found</h1>');
  const [room = '', ...rest] = decodeURIComponent(pathname.slice(base.length)).split('/');
  if (room === 'stranger-count') return send(response, 200, '.json', String(strangerCount));
  if (room === 'go') return response.writeHead(302, { Location: searchParams.get('to') ?? '' }).end();
  if (room === 'records') return sendRecord(response, rest.join('/'));
  if (room === 'well') {
    well.add(rest[0]);
    return send(response, 200, '.json', '{}');
  }
  if (room === 'sick') {
    const [kind, file] = rest;
    return well.has(file?.replace('.json', '')) ? sendRecord(response, 'small.json') : ILLS[kind ?? '']?.(response);
  }
  const path = [room, ...rest].join('/');
  const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (name === SHIPPED_RECORD) return sendFile(response, dirname(FIXED_RECORD), basename(FIXED_RECORD));
  return sendFile(response, BUILD, name);
});

server.listen(Number(process.argv[2]), '127.0.0.1');
