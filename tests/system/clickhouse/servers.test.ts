import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChdb } from '../chdb/start';
import { CLUSTER, READER, WRITER } from './config';
import { type Cluster, startCluster } from './server';

async function ask(url: string, sql: string, user: { user: string; password: string }): Promise<string> {
  const response = await fetch(`${url}/?${new URLSearchParams(user)}`, { method: 'POST', body: sql });
  return (await response.text()).trim();
}

describe('two nodes of Debian’s ClickHouse', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ nodes: 2 });
  });
  afterAll(() => cluster.stop());

  it('answer as one, and as before after one was killed and started again', async () => {
    const [first, second] = cluster.nodes;
    const create = 'CREATE TABLE numbers_here (n UInt32) ENGINE = MergeTree ORDER BY n';
    for (const node of cluster.nodes) {
      await ask(node.url, create, WRITER);
      await ask(node.url, `INSERT INTO numbers_here VALUES (1), (2)`, WRITER);
    }
    const count = `SELECT count() FROM cluster('${CLUSTER}', default.numbers_here)`;
    await ask(
      first!.url,
      `CREATE TABLE numbers_all (n UInt32) ENGINE = Distributed(${CLUSTER}, default, numbers_here)`,
      WRITER,
    );
    expect(await ask(first!.url, 'SELECT count() FROM numbers_all', READER)).toBe('4');
    await second!.kill();
    expect(await ask(first!.url, count, WRITER)).toMatch(/^Code: 279/);
    await second!.start();
    expect(await ask(first!.url, 'SELECT count() FROM numbers_all', READER)).toBe('4');
  });

  it('let the reader write nothing', async () => {
    const [{ url } = { url: '' }] = cluster.nodes;
    expect(await ask(url, 'CREATE TABLE other (n UInt8) ENGINE = Memory', READER)).toMatch(/^Code: 164/);
  });
});

it('the current ClickHouse answers over HTTP, with rows in the body of an INSERT', async () => {
  const { url, stop } = await startChdb();
  try {
    await ask(url, 'CREATE TABLE words (n UInt32, word String) ENGINE = MergeTree ORDER BY n', WRITER);
    const insert = new URLSearchParams({ query: 'INSERT INTO words FORMAT JSONEachRow' });
    await fetch(`${url}/?${insert}`, { method: 'POST', body: '{"n":1,"word":"o\\u0000;\'é"}\n{"n":2,"word":""}\n' });
    expect(await ask(url, 'SELECT n, word FROM words ORDER BY n FORMAT JSONCompact', READER)).toContain(
      `"o\\u0000;'é"`,
    );
    expect(await ask(url, 'SELECT * FROM nothing', READER)).toMatch(/^Code: 60/);
  } finally {
    await stop();
  }
});
