import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { TableEngine } from '../engine/clickhouse/clickhouse-engine';
import type { Login } from '../engine/clickhouse/client';
import { followFile, openFileRecord } from '../server/file-record';
import { followTable } from '../server/follow-table';
import type { ThreadData } from '../server/image-of-file';
import { jsonLog } from '../server/log';
import { Shelf, servedBy } from '../server/served';
import { startServer } from '../server/server';
import { threadEngine } from '../server/thread-engine';
import { type Arguments, type Command, type ExitCode, FileError, messageOf, type Output, UsageError } from './command';
import { readingError } from './open-file';

export interface ServeContext {
  headers: Readonly<Record<string, string>>;
  maxHeaderBytes: number;
  dataOrigins: readonly string[];
  threadScript: URL;
  stopped: Promise<unknown>;
}

const DEFAULT_PORT = 4173;
const DEFAULT_RATE = 600;
const DEFAULT_LIMIT = 10;

/** The number of questions sent at once. Others wait in the server, where an abort can still remove them. */
const AT_ONCE_IN_THREAD = 4;
const AT_ONCE_IN_DATABASE = 16;

export function serveCommand(context: ServeContext): Command {
  return {
    name: 'serve',
    usage: `Usage: npm run serve -- --data FILE [--host HOST] [--port PORT]
       npm run serve -- --clickhouse URL[,URL…] --table TABLE [--host HOST] [--port PORT]
  Serves the built explorer and an HTTP API that answers the page’s questions, so that the dataset itself stays on the server.
  --data FILE       a dataset in any form. Once the file is replaced, the new one is opened and takes its place.
  --clickhouse URL  the addresses of ClickHouse servers.
  --user NAME       the user of ClickHouse, who need not write; CLICKHOUSE_USER if not given. CLICKHOUSE_PASSWORD is the
                    password.
  --table TABLE     the table that “npm run dataset -- load” has filled.
  --host HOST       the address to listen at; 127.0.0.1 if not given, which only this computer reaches.
  --port PORT       ${DEFAULT_PORT} if not given; 0 for any free one.
  --explorer FOLDER the built explorer; dist if not given.
  --threads COUNT   how many threads answer; each holds the dataset. 1 if not given.
  --rate COUNT      how many API requests one address may send in a minute; ${DEFAULT_RATE} if not given, 0 for any number.
  --limit SECONDS   how long an answer may take; ${DEFAULT_LIMIT} if not given.
  --origin ORIGIN[,ORIGIN…]
                    other origins whose pages may ask the API, as https://example.org; none if not given.
  --behind-proxy    takes the address of a reader from the last entry of X-Forwarded-For.`,
    options: {
      data: { type: 'string' },
      clickhouse: { type: 'string' },
      table: { type: 'string' },
      user: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      explorer: { type: 'string' },
      threads: { type: 'string' },
      rate: { type: 'string' },
      limit: { type: 'string' },
      origin: { type: 'string' },
      'behind-proxy': { type: 'boolean' },
    },
    files: [],
    run: (args, output) => serve(args, output, context),
  };
}

async function serve(args: Arguments, output: Output, context: ServeContext): Promise<ExitCode> {
  const folder = resolve(args.value('explorer') ?? 'dist');
  if (!(await stat(`${folder}/index.html`).catch(() => null))) {
    throw new FileError(`${folder} holds no built explorer. Run npm run build first.`);
  }
  const shelf = new Shelf();
  const log = jsonLog(output.err, () => new Date().toISOString());
  const source = sourceOf(args, folder, context);
  const server = await startServer({
    shelf,
    folder,
    log,
    headers: context.headers,
    maxHeaderBytes: context.maxHeaderBytes,
    host: args.value('host') ?? '127.0.0.1',
    port: numberOf(args, 'port', DEFAULT_PORT, 65_535),
    origins: originsOf(args),
    perMinute: numberOf(args, 'rate', DEFAULT_RATE, 1_000_000),
    limitMs: numberOf(args, 'limit', DEFAULT_LIMIT, 3600) * 1000,
    atOnce: 'file' in source ? AT_ONCE_IN_THREAD * source.threads : AT_ONCE_IN_DATABASE,
    isBehindProxy: args.isSet('behind-proxy'),
  }).catch(error => {
    if (error instanceof SyntaxError) throw new FileError(`${folder}/explorer.json is not JSON: ${error.message}`);
    throw new FileError(`The server can’t listen: ${messageOf(error)}`);
  });
  const address = `http://${server.host.includes(':') ? `[${server.host}]` : server.host}:${server.port}/`;
  log('info', 'listening', { address });
  try {
    const isStopped = context.stopped.then(() => null);
    const unfollow = await Promise.race([open(source, shelf, log), isStopped]);
    if (unfollow === null) return 0;
    const { version, open: dataset } = shelf.current ?? {};
    log('info', 'ready', { version, activities: dataset?.total });
    output.out(address);
    await isStopped;
    unfollow();
    return 0;
  } finally {
    log('info', 'stopping');
    await server.stop();
    shelf.replace(null);
  }
}

function originsOf(args: Arguments): string[] {
  const origins = (args.value('origin') ?? '').split(',').filter(Boolean);
  const wrong = origins.find(origin => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong === undefined) return origins;
  throw new UsageError(`--origin must be origins such as https://example.org, not “${wrong}”.`);
}

interface DatabaseSource extends Login {
  urls: readonly string[];
  table: string;
  maxSeconds: number;
}

type DataSource = { file: string; threads: number; start: () => ReturnType<typeof threadEngine> } | DatabaseSource;

function sourceOf(args: Arguments, folder: string, { threadScript, dataOrigins }: ServeContext): DataSource {
  const [file, urls, table] = [args.value('data'), args.value('clickhouse'), args.value('table')];
  if ((file === undefined) === (urls === undefined)) throw new UsageError('Give either --data or --clickhouse.');
  if (file !== undefined) {
    const threads = numberOf(args, 'threads', 1, 64) || 1;
    const data: ThreadData = { folder, dataOrigins };
    return { file: resolve(file), threads, start: () => threadEngine(threadScript, threads, { data }) };
  }
  if (table === undefined) throw new UsageError('Option --table is missing.');
  const { CLICKHOUSE_USER, CLICKHOUSE_PASSWORD } = process.env;
  return {
    urls: (urls ?? '').split(',').filter(Boolean),
    table,
    user: args.value('user') ?? CLICKHOUSE_USER,
    password: CLICKHOUSE_PASSWORD,
    maxSeconds: numberOf(args, 'limit', DEFAULT_LIMIT, 3600),
  };
}

/** Opens the dataset and puts it on `shelf`. Returns a function that stops watching the file or the tables. */
async function open(source: DataSource, shelf: Shelf, log: ReturnType<typeof jsonLog>): Promise<() => void> {
  if (!('file' in source)) {
    const engine = await clickhouse(source);
    const served = servedBy(engine);
    shelf.replace(
      await served.catch(error => {
        throw new FileError(`The table ${source.table} can’t be opened: ${messageOf(error)}`);
      }),
    );
    return followTable({ engine, start: () => clickhouse(source), log }, shelf);
  }
  const { file, start } = source;
  const record = { file, log, startEngine: start };
  const served = await openFileRecord(record).catch(async error => {
    throw await readingError(file, error);
  });
  shelf.replace(served);
  return followFile(record, shelf);
}

/** Opens a table of ClickHouse. The code is loaded only here, because few servers use a database. */
async function clickhouse(source: DatabaseSource): Promise<TableEngine> {
  const { clickhouseEngine } = await import('../engine/clickhouse/clickhouse-engine');
  return clickhouseEngine(source);
}

function numberOf(args: Arguments, option: string, otherwise: number, maximum: number): number {
  const text = args.value(option);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= maximum) return value;
  throw new UsageError(`--${option} must be a whole number up to ${maximum}, not “${text}”.`);
}
