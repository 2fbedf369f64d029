import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import {
  type DatasetReply,
  type ErrorReply,
  FIRST_PARAMETER,
  TOTAL_HEADER,
  type VersionReply,
} from '../engine/remote/api';
import { contentVersion } from '../exports/content-version';
import { recordPieces } from '../exports/whole-record';
import { canonicalJson } from '../lib/canonical-json';
import { WHOLE } from '../model/selection';
import { crossOrigin } from './cross-origin';
import type { Log } from './log';
import { openApi } from './open-api';
import { RateLimit } from './rate-limit';
import { BadQuestion, checkAgainst, MAX_QUESTION, readAsk, readExport, readFirst } from './read-question';
import { Refusal, refusalOf } from './refusal';
import { AskedReplies, Body, encodingFor, type Found, type RepliesOptions } from './replies';
import { piecesFrom, sendStream } from './send-stream';
import type { Lease, Served, Shelf } from './served';
import type { staticFiles } from './static-files';

export interface AppOptions extends RepliesOptions {
  shelf: Shelf;
  files: Awaited<ReturnType<typeof staticFiles>>;
  /**
   * The security headers. Permission to be framed by any site is sent only with embedded views and pages of activities.
   */
  headers: Readonly<Record<string, string>>;
  log: Log;
  /** Other origins whose pages may send requests to the API. */
  origins: readonly string[];
  /** The number of API requests that a network address may send in a minute; 0 for no limit. */
  perMinute: number;
  addressOf: (context: Context) => string;
  now: () => number;
}

export interface ServerApp {
  fetch: Hono['fetch'];
  runningCount(): number;
  /** Makes `/api/ready` answer that the server is stopping and takes no more requests. */
  stop(): void;
}

/**
 * The `Cache-Control` of replies to questions that name the dataset's version. Only a new version can change such a
 * reply. `public` is left out, so that shared caches do not store replies for which readers had to log in.
 */
const KEPT = 'max-age=300';
const CHECKED = 'no-cache';
const FOREVER = 'public, max-age=31536000, immutable';

/** Creates the app that serves the explorer's files and, below `api/`, the current dataset of `shelf`. */
export function createApp(options: AppOptions): ServerApp {
  const { shelf, files, headers, log, origins, perMinute, addressOf, now } = options;
  const { limitMs = 10_000 } = options;
  const replies = new AskedReplies(options);
  const limit = new RateLimit(perMinute, now);
  /** For each served dataset, the reply to `/api/dataset` and the version for citations. */
  const openings = new WeakMap<Served, Body>();
  const versions = new WeakMap<Served, Promise<string>>();
  let isStopping = false;

  function lease(): Lease {
    const found = shelf.lease();
    if (found) return found;
    throw new Refusal(503, 'notReady', 'The record is being opened. Try again in a moment.', { retryAfter: 1 });
  }

  /** Runs `answer` with the current dataset. The dataset stays open until `answer` has made the reply. */
  async function withServed(answer: (lease: Lease) => Promise<Response>): Promise<Response> {
    const current = lease();
    try {
      return await answer(current);
    } finally {
      current.release();
    }
  }

  /** Throws if the request names another version of the dataset. Returns the `Cache-Control` of the reply. */
  function checkVersion(context: Context, { version }: Served): string {
    const asked = context.req.query('v');
    if (asked === undefined) return CHECKED;
    if (asked === version) return KEPT;
    throw new Refusal(409, 'changed', 'The server has another version of the record by now. Open the page again.');
  }

  async function send(context: Context, body: Body, facts: Readonly<Record<string, string>>): Promise<Response> {
    const { bytes, encoding } = await body.in(encodingFor(context.req.header('Accept-Encoding'), body.length));
    const coded: Record<string, string> = encoding === 'identity' ? {} : { 'Content-Encoding': encoding };
    return context.body(bytes, 200, { ...facts, ...coded, Vary: 'Accept-Encoding' });
  }

  /** Returns a reply with status 304 if the client already has the current reply. Null otherwise. */
  function unchanged(context: Context, tag: string, control: string): Response | null {
    const known = (context.req.header('If-None-Match') ?? '').split(',').map(entry => entry.trim().replace(/^W\//, ''));
    if (!known.includes(tag) && !known.includes('*')) return null;
    return context.body(null, 304, { ETag: `W/${tag}`, 'Cache-Control': control, Vary: 'Accept-Encoding' });
  }

  const app = new Hono<{ Variables: { found?: Found; isSampled?: boolean } }>();

  app.use(async (context, next) => {
    const start = now();
    await next();
    const { path, method } = context.req;
    const mayBeFramed = context.req.query('embed') === '1' || path.includes('/activity/');
    for (const [name, value] of Object.entries(headers)) {
      context.res.headers.set(name, mayBeFramed ? value : value.replace('frame-ancestors *', "frame-ancestors 'self'"));
    }
    const [found, isSampled] = [context.get('found'), context.get('isSampled')];
    const facts = { method, path: loggedPath(path), status: context.res.status, ms: Math.round(now() - start) };
    // No status was ever sent to a client that has aborted its request.
    const isAborted = context.req.raw.signal.aborted;
    log('info', 'request', {
      ...facts,
      ...(found && { found }),
      ...(isSampled && { isSampled }),
      ...(isAborted && { isAborted }),
    });
  });

  app.use(async (_context, next) => {
    try {
      await next();
    } catch (error) {
      // Hono handles only errors, but the reason of an aborted request is a text.
      throw error instanceof Error ? error : new DOMException('The client has gone.', 'AbortError');
    }
  });

  app.onError((error, context) => {
    const refusal = refusalOf(error, limitMs, log);
    const { status, code, message, retryAfter, seconds } = refusal;
    const body = { error: { code, message, ...(seconds !== undefined && { seconds }) } };
    return context.json(body satisfies { error: Omit<ErrorReply['error'], 'code'> }, status, {
      'Cache-Control': 'no-store',
      ...(retryAfter !== null && { 'Retry-After': String(retryAfter) }),
    });
  });

  app.use('/api/*', crossOrigin(origins));

  app.get('/api/health', context => context.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));

  app.get('/api/ready', context => {
    const isReady = shelf.current !== null && !isStopping;
    const status = isReady ? 'ready' : isStopping ? 'stopping' : 'opening';
    return context.json({ status }, isReady ? 200 : 503, { 'Cache-Control': 'no-store' });
  });

  app.use('/api/*', async (context, next) => {
    const seconds = limit.secondsToWait(addressOf(context));
    if (seconds > 0) {
      const words = `Too many requests from this address. Try again in ${seconds} seconds.`;
      throw new Refusal(429, 'tooMany', words, { retryAfter: seconds });
    }
    await next();
  });

  app.get('/api/openapi.json', context => context.json(openApi(), 200, { 'Cache-Control': CHECKED }));

  app.get('/api/dataset', context =>
    withServed(async ({ served }) => {
      const tag = tagOf(served, 'dataset');
      const reply: DatasetReply = {
        version: served.version,
        dataset: { ...served.open, key: served.version },
        canSample: served.engine.capabilities.canSample === true,
      };
      const body = openings.get(served) ?? new Body(JSON.stringify(reply));
      openings.set(served, body);
      return (
        unchanged(context, tag, CHECKED) ??
        send(context, body, { 'Content-Type': JSON_TYPE, ETag: `W/${tag}`, 'Cache-Control': CHECKED })
      );
    }),
  );

  app.get('/api/version', context =>
    withServed(async ({ served }) => {
      const control = checkVersion(context, served);
      const version = versions.get(served) ?? versionOf(served);
      versions.set(served, version);
      version.catch(() => versions.delete(served));
      const found = await Promise.race([version, pause(VERSION_MS)]);
      if (found === null) {
        throw new Refusal(503, 'notReady', 'The version is still being worked out.', { retryAfter: 5 });
      }
      const reply: VersionReply = { version: found };
      return context.json(reply, 200, { 'Cache-Control': control });
    }),
  );

  app.on(['GET', 'POST'], '/api/ask', context =>
    withServed(async ({ served }) => {
      const control = checkVersion(context, served);
      const question = readAsk(await questionText(context));
      checkAgainst(served.open.head, question);
      const tag = tagOf(served, `ask ${canonicalJson(question)}`);
      const same = unchanged(context, tag, control);
      if (same) return same;
      const firstMs = readFirst(context.req.query(FIRST_PARAMETER));
      const { body, isWhole, isSampled, found } = await replies.reply(
        served,
        question,
        context.req.raw.signal,
        firstMs,
      );
      context.set('found', found);
      context.set('isSampled', isSampled);
      const facts =
        isWhole && !isSampled ? { ETag: `W/${tag}`, 'Cache-Control': control } : { 'Cache-Control': 'no-store' };
      return send(context, body, { 'Content-Type': JSON_TYPE, ...facts });
    }),
  );

  app.on(['GET', 'POST'], '/api/export', async context => {
    const question = readExport(await questionText(context));
    const current = lease();
    try {
      const { engine, open } = current.served;
      checkVersion(context, current.served);
      checkAgainst(open.head, question);
      let total = 0;
      const { signal } = context.req.raw;
      const chunks = engine.export(open.key, question.selection, question.order, signal, progress => {
        total = progress.total ?? 0;
      });
      const iterator = chunks[Symbol.asyncIterator]();
      // The first chunk is read before the reply begins, so that a failure can still get an error status.
      const first = await iterator.next();
      const facts = {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Cache-Control': 'no-store',
        [TOTAL_HEADER]: String(total),
      };
      if (context.req.method === 'HEAD') {
        await iterator.return?.();
        current.release();
        return context.body(null, 200, facts);
      }
      const lines = linesOf(piecesFrom(first, iterator));
      return sendStream(context, lines, { facts, isPackable: true, onClose: current.release, log });
    } catch (error) {
      current.release();
      throw error;
    }
  });

  app.get('/api/record/*', context => {
    const current = lease();
    const { engine, open } = current.served;
    const activities = engine.export(open.key, WHOLE, 'date', context.req.raw.signal);
    const facts = { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' };
    const pieces = recordPieces(open.head, activities);
    return sendStream(context, pieces, { facts, isPackable: true, onClose: current.release, log });
  });

  app.all('/api/*', () => {
    throw new Refusal(404, 'notFound', 'The API has no such address; api/openapi.json lists them.');
  });

  app.get('*', async context => {
    const path = decoded(context.req.path.slice(1));
    const file = path === null ? null : files(path, shelf.current?.open.head ?? null);
    if (!file) return context.text('Not found', 404);
    const content = await file.content();
    const control = file.isImmutable ? FOREVER : CHECKED;
    const tag = `"${content.tag}"`;
    const facts = { 'Content-Type': file.type, 'Cache-Control': control, ETag: `W/${tag}` };
    const same = unchanged(context, tag, control);
    if (same) return same;
    if ('body' in content) return send(context, content.body, facts);
    return sendStream(context, content.read(), { facts, isPackable: file.isPackable, onClose: () => {}, log });
  });

  return {
    fetch: app.fetch,
    runningCount: () => replies.runningCount,
    stop: () => {
      isStopping = true;
    },
  };
}

/**
 * The maximum time in milliseconds that a request waits for the version. For millions of activities, computing the
 * version takes minutes.
 */
const VERSION_MS = 8_000;

function pause(milliseconds: number): Promise<null> {
  return new Promise(resolve => {
    setTimeout(() => resolve(null), milliseconds).unref();
  });
}

const JSON_TYPE = 'application/json; charset=utf-8';

function tagOf({ version }: Served, question: string): string {
  return `"${createHash('sha256').update(`${version} ${question}`).digest('base64url').slice(0, 22)}"`;
}

async function questionText(context: Context): Promise<string | undefined> {
  if (context.req.method !== 'POST') return context.req.query('q');
  const length = Number(context.req.header('Content-Length') ?? Number.NaN);
  if (!(length <= 4 * MAX_QUESTION)) throw new BadQuestion('The question is too long, or its length is not said.');
  return context.req.text();
}

async function versionOf({ engine, open }: Served): Promise<string> {
  return engine.version?.(open.key) ?? contentVersion(open.head, engine.export(open.key, WHOLE, 'date'));
}

async function* linesOf(chunks: AsyncIterable<readonly object[]>): AsyncGenerator<string, void> {
  for await (const chunk of chunks) yield chunk.map(activity => `${JSON.stringify(activity)}\n`).join('');
}

const LOGGED = ['health', 'ready', 'openapi.json', 'dataset', 'version', 'ask', 'export'].map(name => `/api/${name}`);

/** Returns the path for the log. An unknown path is shortened to `…`, because it can contain private words. */
function loggedPath(path: string): string {
  return LOGGED.includes(path) ? path : path.startsWith('/api/') ? '/api/…' : '/…';
}

/** Decodes a path. Returns null if its percent-encoding is invalid. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
