import { ClickHouseError, errorOf, MISSING, READ_ONLY } from './errors';
import { identifier } from './sql';
import { watchNode } from './watch-node';

/** `url` is the address of one node. */
export interface RunOptions {
  url: string;
  queryId: string;
  settings: Readonly<Record<string, number>>;
  signal?: AbortSignal | undefined;
}

/** Runs a statement and returns the text of its result. Rejects with `ClickHouseError`. */
export type Run = (sql: string, options: RunOptions) => Promise<string>;

export interface Login {
  user?: string | undefined;
  password?: string | undefined;
  database?: string | undefined;
}

type Post = (url: string, init: RequestInit) => Promise<Response>;

/** Returns a function that runs statements over the HTTP interface of ClickHouse. `post` is `fetch` or a replacement. */
export function runByHttp(post: Post, { user, password, database }: Login = {}): Run {
  return async (sql, { url, queryId, settings, signal }) => {
    const address = new URL(url);
    address.searchParams.set('query_id', queryId);
    if (database !== undefined) address.searchParams.set('database', identifier(database));
    for (const [name, value] of Object.entries(settings)) address.searchParams.set(name, String(value));
    const headers: Record<string, string> = { 'Content-Type': 'text/plain; charset=utf-8' };
    if (user !== undefined) headers['X-ClickHouse-User'] = encoded(user);
    if (password !== undefined) headers['X-ClickHouse-Key'] = encoded(password);
    const watch = watchNode(silent => post(pingOf(url), { signal: silent }));
    let response: Response;
    let text: string;
    try {
      const ending = signal ? AbortSignal.any([signal, watch.signal]) : watch.signal;
      response = await post(address.href, { method: 'POST', body: sql, headers, signal: ending });
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      throw new ClickHouseError(0, 'ClickHouse can’t be reached', { cause: error });
    } finally {
      watch.stop();
    }
    // ClickHouse reports an error in the middle of a result as the last line of an answer with status 200.
    if (!response.ok || /(^|\n)Code: \d+[.,] (e\.displayText\(\) = )?DB::Exception/.test(text.slice(-2000))) {
      throw errorOf(response.ok ? text.slice(text.lastIndexOf('Code: ')) : text);
    }
    return text;
  };
}

function pingOf(url: string): string {
  const address = new URL(url);
  address.search = '';
  address.pathname = `${address.pathname.replace(/\/$/, '')}/ping`;
  return address.href;
}

/**
 * Encodes a name or a password for an HTTP header. Each character of the result stands for one byte of the text's
 * UTF-8.
 */
export function encoded(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

export interface Limits {
  maxSeconds: number;
}

/** A Distributed table, whose parts (shards) are in local tables of the nodes. */
export interface Distributed {
  /** A short statement that counts some activities of every part, and its result if every part answers. */
  probe: string;
  expected: number;
  /** Returns the same statement for the local tables of a node. */
  localOf(sql: string): string;
}

export interface Client {
  nodes: number;
  /** Runs a statement on every node. Returns one result per node. With `canMiss`, unreachable nodes are left out. */
  run(sql: string, options?: { signal?: AbortSignal | undefined; canMiss?: boolean }): Promise<string[]>;
}

/** For this many milliseconds, a node that did not respond is asked last, or with `canMiss` not at all. */
const AVOIDED_MS = 10_000;
const LONG_MS = 500;

/**
 * Creates a client. Each node of `urls` has a part of the activities, so statements go to all nodes. With
 * `isAlternative`, each node can answer for all activities, so only the first reachable node is asked. Aborting a
 * statement also ends the statement on the server.
 *
 * Behind a Distributed table, ClickHouse waits for minutes for a node that accepts connections but does not answer. So a
 * probe watches each statement with `canMiss`. If the probe fails, the nodes of `urls` are asked for their own parts.
 */
export function createClient(
  run: Run,
  {
    urls,
    maxSeconds,
    isAlternative,
    distributed,
  }: Limits & {
    urls: readonly string[];
    isAlternative: boolean;
    distributed?: Distributed | undefined;
  },
): Client {
  const session = crypto.randomUUID();
  let count = 0;
  /**
   * When a node was last given up without a response. Nodes that refuse connections cost no time and are not listed.
   */
  const silentAt = new Map<string, number>();
  const wasSilent = (url: string) => performance.now() - (silentAt.get(url) ?? Number.NEGATIVE_INFINITY) < AVOIDED_MS;

  /** The time at which the probe of the Distributed table last failed. */
  let lastFailedProbe = Number.NEGATIVE_INFINITY;

  let hasSettings = true;

  async function runOn(url: string, sql: string, signal?: AbortSignal, canMiss = false): Promise<string> {
    count += 1;
    const queryId = `chronofacet-${session}-${count}`;
    const settings = {
      readonly: 1,
      max_execution_time: maxSeconds,
      max_result_rows: 5_000_000,
      max_query_size: 4_000_000,
      max_ast_elements: 500_000,
      max_expanded_ast_elements: 2_000_000,
      skip_unavailable_shards: Number(canMiss),
    };
    const end = () => void endQuery(url, queryId);
    const begin = performance.now();
    signal?.throwIfAborted();
    signal?.addEventListener('abort', end, { once: true });
    try {
      const given = hasSettings ? settings : {};
      return await run(sql, { url, queryId, settings: given, signal }).catch((error: unknown) => {
        if (!(error instanceof ClickHouseError) || error.code !== READ_ONLY || given !== settings) throw error;
        hasSettings = false;
        return run(sql, { url, queryId: `${queryId}b`, settings: {}, signal });
      });
    } catch (error) {
      const isAway = error instanceof ClickHouseError && error.code === 0;
      if (isAway && performance.now() - begin >= LONG_MS) silentAt.set(url, performance.now());
      throw error;
    } finally {
      signal?.removeEventListener('abort', end);
    }
  }

  /** Ends a statement by its id. If the user may not kill statements, replaces it by a short one with the same id. */
  async function endQuery(url: string, queryId: string): Promise<void> {
    for (const id of [queryId, `${queryId}b`]) {
      if (id !== queryId && hasSettings) continue;
      try {
        await run(`KILL QUERY WHERE query_id = '${id}' ASYNC`, { url, queryId: `${id}-end`, settings: {} });
      } catch {
        const settings: Record<string, number> = hasSettings ? { replace_running_query: 1 } : {};
        await run('SELECT 1', { url, queryId: id, settings }).catch(() => '');
      }
    }
  }

  async function runOnAll(sql: string, signal?: AbortSignal, canMiss = false): Promise<string[]> {
    const results = await Promise.all(
      urls.map(url =>
        canMiss && wasSilent(url) ? null : runOn(url, sql, signal, canMiss).catch(canMiss ? missing : rethrow),
      ),
    );
    const given = results.filter(result => result !== null);
    if (given.length === 0) throw new ClickHouseError(0, 'no node of ClickHouse can be reached');
    return given;
  }

  async function runOnFirst(sql: string, signal?: AbortSignal, canMiss = false): Promise<string[]> {
    const inOrder = [...urls].sort((one, other) => Number(wasSilent(one)) - Number(wasSilent(other)));
    for (const [i, url] of inOrder.entries()) {
      try {
        return [await runOn(url, sql, signal, canMiss)];
      } catch (error) {
        const isLast = i === urls.length - 1;
        if (isLast || !(error instanceof ClickHouseError) || error.code !== 0) throw error;
      }
    }
    throw new TypeError('a client needs the address of at least one node');
  }

  async function runDistributed(
    sql: string,
    { probe, expected, localOf }: Distributed,
    signal?: AbortSignal,
  ): Promise<string[]> {
    const runLocal = () => runOnAll(localOf(sql), signal, true);
    if (performance.now() - lastFailedProbe < AVOIDED_MS) return runLocal();
    const watch = watchNode(async silent => {
      const [count] = await runOnFirst(probe, silent).catch((error: unknown) => {
        // Another error, such as that of a quota, says nothing about the parts.
        if (error instanceof ClickHouseError && !error.isMissingPart) return [String(expected)];
        throw error;
      });
      if (Number(count) < expected) throw new ClickHouseError(MISSING, 'A part does not answer');
    });
    try {
      return await runOnFirst(sql, signal ? AbortSignal.any([signal, watch.signal]) : watch.signal, true);
    } catch (error) {
      signal?.throwIfAborted();
      if (!watch.signal.aborted) throw error;
      lastFailedProbe = performance.now();
      return runLocal();
    } finally {
      watch.stop();
    }
  }

  return {
    nodes: isAlternative ? 1 : urls.length,
    async run(sql, { signal, canMiss = false } = {}) {
      if (!isAlternative) return runOnAll(sql, signal, canMiss);
      return distributed && canMiss ? runDistributed(sql, distributed, signal) : runOnFirst(sql, signal, canMiss);
    },
  };
}

function missing(error: unknown): null {
  if (error instanceof ClickHouseError && error.isMissingPart) return null;
  throw error;
}

function rethrow(error: unknown): never {
  throw error;
}
