/*
 * The HTTP interface of ClickHouse over chDB, the current ClickHouse as a library: enough of it for the tests to ask
 * and fill it as they do a server. Prints its address. There are no users; a setting in the address holds until it is
 * set anew.
 */
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

// The package is installed beside this file alone, so the type check of the whole does not see it.
const { Session } = await import(/** @type {string} */ ('chdb'));
const session = new Session();
/** The parameters of the address that are no settings, and the setting that could not be taken back. */
const OTHERS = new Set([
  'query',
  'query_id',
  'user',
  'password',
  'database',
  'default_format',
  'session_id',
  'readonly',
]);

/** @param {import('node:http').IncomingMessage} request */
async function textOf(request) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
}

/**
 * Answers a request as ClickHouse does.
 *
 * @param {URLSearchParams} params
 * @param {string} body
 * @returns {Promise<Uint8Array>}
 */
async function answer(params, body) {
  for (const [name, value] of params) {
    if (OTHERS.has(name) || name.startsWith('param_')) continue;
    await session.queryAsync(`SET ${name} = '${value.replace(/[\\']/g, '\\$&')}'`);
  }
  const sql = [params.get('query') ?? '', body].filter(text => text !== '').join('\n');
  const result = await session.queryAsync(sql, { format: params.get('default_format') ?? 'TabSeparated' });
  return result.bytes();
}

/** A session has one connection, so requests wait for one another. */
let last = Promise.resolve();

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/ping') {
    response.end('Ok.\n');
    return;
  }
  const body = await textOf(request);
  last = last.then(async () => {
    try {
      response.end(Buffer.from(await answer(searchParams, body)));
    } catch (error) {
      const { clickhouseCode = 0, message } = /** @type {{ clickhouseCode?: number, message: string }} */ (error);
      response.statusCode = 500;
      response.setHeader('x-clickhouse-exception-code', String(clickhouseCode));
      response.end(/^Code: \d/.test(message) ? message : `Code: ${clickhouseCode}. DB::Exception: ${message}`);
    }
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
