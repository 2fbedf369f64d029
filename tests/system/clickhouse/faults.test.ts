import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickhouseEngine } from '../../../src/engine/clickhouse/clickhouse-engine';
import { servedBy } from '../../../src/server/served';
import { run } from '../../cli/run';
import { smallDocument } from '../../fixtures/small-document';
import { startTestServer, type TestServer } from '../../server/start-server';
import { temporaryFolder } from '../programs';
import { CLUSTER, READER, WRITER } from './config';
import { type Cluster, startCluster } from './server';

const folder = temporaryFolder();
const WANTS = { counts: true, rows: { order: 'title', start: 0, limit: 10 } };
let cluster: Cluster;
let served: TestServer;

/** Fills the tables of all nodes of a cluster, and serves them as the reader sees them. */
async function serve(table: string, from: Cluster, limitMs = 60_000): Promise<TestServer> {
  const urls = from.nodes.map(({ url }) => url);
  const file = folder.write(`${table}.json`, JSON.stringify(smallDocument()));
  process.env.CLICKHOUSE_PASSWORD = WRITER.password;
  const several = urls.length > 1 ? ['--cluster', CLUSTER] : [];
  const { code, err } = await run(
    'load',
    file,
    '--clickhouse',
    urls.join(','),
    '--table',
    table,
    '--user',
    WRITER.user,
    ...several,
  );
  expect([code, err]).toEqual([0, []]);
  const server = await startTestServer({ limitMs, atOnce: 20 });
  server.shelf.replace(await servedBy(clickhouseEngine({ urls, table, ...READER })));
  return server;
}

async function reply(question: Promise<Response>) {
  const response = await question;
  const body = await response.json();
  return {
    status: response.status,
    kept: response.headers.get('ETag') !== null,
    retry: response.headers.get('Retry-After'),
    ...body,
  };
}

beforeAll(async () => {
  cluster = await startCluster({ nodes: 2 });
  served = await serve('parts', cluster);
});
afterAll(async () => {
  await served.stop();
  await cluster.stop();
});

describe('a server over two nodes', () => {
  it('says what is missing while a node is gone, keeps no such reply, and is whole when it is back', async () => {
    const [, second] = cluster.nodes;
    const whole = await reply(served.ask(WANTS));
    expect(whole).toMatchObject({ status: 200, kept: true, parts: null, replies: { counts: { total: 3 } } });
    await second!.kill();
    const other = { ...WANTS, rows: { ...WANTS.rows, limit: 9 } };
    const partial = await reply(served.ask(other));
    expect(partial).toMatchObject({
      status: 200,
      kept: false,
      parts: { answered: 1, of: 2, activities: 2, total: 3 },
      replies: { counts: { total: 2, parts: { answered: 1, of: 2, activities: 2 } }, rows: { total: 2 } },
    });
    await second!.start();
    const { replies, parts } = await reply(served.ask(other));
    expect([replies.counts, parts]).toEqual([whole.replies.counts, null]);
  });

  it('answers with the rest when a node ends in the middle of a question', async () => {
    const [, second] = cluster.nodes;
    second!.pause();
    const question = reply(served.ask({ ...WANTS, rows: { ...WANTS.rows, limit: 8 } }));
    // The question is at the node that holds still when the other one works on it.
    await expect.poll(() => running(0), { timeout: 60_000 }).toBeGreaterThan(0);
    await second!.kill();
    expect(await question).toMatchObject({ status: 200, kept: false, parts: { answered: 1, of: 2, activities: 2 } });
    await second!.start();
  });

  it('says within its limit what is missing while a node accepts connections but never answers', async () => {
    const [, second] = cluster.nodes;
    const patient = await serve('patient', cluster, 10_000);
    await reply(patient.ask(WANTS));
    second!.pause();
    try {
      for (const limit of [6, 5]) {
        const found = await reply(patient.ask({ ...WANTS, rows: { ...WANTS.rows, limit } }));
        expect(found).toMatchObject({
          ...{ status: 200, kept: false, parts: { answered: 1, of: 2, activities: 2, total: 3 } },
          replies: { counts: { total: 2, parts: { answered: 1, of: 2, activities: 2 } }, rows: { total: 2 } },
        });
      }
    } finally {
      second!.resume();
      await patient.stop();
    }
  });

  it('leaves no question running that nobody waits for', async () => {
    const [, second] = cluster.nodes;
    second!.pause();
    const controllers = Array.from({ length: 20 }, () => new AbortController());
    const asked = controllers.map(({ signal }, i) =>
      served.ask({ ...WANTS, rows: { ...WANTS.rows, limit: 11 + i } }, undefined, { signal }).catch(() => null),
    );
    await expect.poll(() => running(0), { timeout: 60_000 }).toBeGreaterThan(10);
    for (const controller of controllers) controller.abort();
    second!.resume();
    expect(await Promise.all(asked)).toEqual(asked.map(() => null));
    await expect.poll(() => running(0), { timeout: 60_000 }).toBe(0);
    await expect.poll(() => running(1), { timeout: 60_000 }).toBe(0);
  });

  it('says so when no node can be reached, and answers again when they are back', async () => {
    for (const node of cluster.nodes) await node.kill();
    const question = { ...WANTS, rows: { ...WANTS.rows, limit: 7 } };
    const { status, retry, error } = await reply(served.ask(question));
    expect({ status, retry, error }).toEqual({
      status: 503,
      retry: '2',
      error: { code: 'unavailable', message: 'The record’s database can’t be reached at present. Try again.' },
    });
    for (const node of cluster.nodes) await node.start();
    expect(await reply(served.ask(question))).toMatchObject({ status: 200, parts: null });
  });

  it('gives up a question after its limit, in a sentence', async () => {
    const [, second] = cluster.nodes;
    const hasty = await serve('hasty', cluster, 1000);
    second!.pause();
    try {
      const { status, error } = await reply(hasty.ask(WANTS));
      expect([status, error.code]).toEqual([503, 'tooSlow']);
      expect(error.message).toMatch(/^Too much for this server in 1 seconds/);
    } finally {
      second!.resume();
      await hasty.stop();
    }
  });

  it('does not open with a wrong password', async () => {
    const engine = clickhouseEngine({
      urls: [cluster.nodes[0]!.url],
      table: 'parts',
      user: READER.user,
      password: 'x',
    });
    await expect(engine.open({ kind: 'address', address: '' })).rejects.toMatchObject({ code: 193 });
  });
});

it('a quota of the database is said as one', async () => {
  const strict = await startCluster({ queriesPerMinute: 12 });
  try {
    const server = await serve('strict', strict);
    let last = { status: 200, retry: null as string | null, error: { code: '', message: '' } };
    for (let i = 0; i < 20 && last.status === 200; i += 1) {
      last = await reply(server.ask({ ...WANTS, rows: { ...WANTS.rows, limit: 20 + i } }));
    }
    expect(last).toMatchObject({ status: 429, retry: '5', error: { code: 'tooMany' } });
    expect(last.error.message).toBe('The record’s database takes no more questions for now. Try again in a moment.');
    await server.stop();
  } finally {
    await strict.stop();
  }
});

/** Returns how many questions of the reader run on a node, its own and those that another node passes on. */
async function running(node: number): Promise<number> {
  const body = `SELECT count() FROM system.processes WHERE position(query, 'processes') = 0`;
  const address = `${cluster.nodes[node]!.url}/?${new URLSearchParams(WRITER)}`;
  return Number(await (await fetch(address, { method: 'POST', body })).text());
}
