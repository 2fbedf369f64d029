import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticActivities, syntheticRoot } from '../../../src/cli/synthetic/record';
import { rootOf } from '../../../src/formats/document/read-head';
import { openRecords } from '../../../src/formats/open-records';
import { run } from '../../cli/run';
import { smallDocument } from '../../fixtures/small-document';
import { startChdb } from '../chdb/start';
import { temporaryFolder } from '../programs';
import { CLUSTER, READER, WRITER } from './config';
import { startFaultyProxy } from './faulty-proxy';
import { type Cluster, startCluster } from './server';

const folder = temporaryFolder();
/** Three batches. */
const COUNT = 3600;
const BATCH = '1500';
let cluster: Cluster;
let big: string;

beforeAll(async () => {
  cluster = await startCluster({ nodes: 2 });
  big = folder.write('big.ndjson', ndjsonOf(5));
  process.env.CLICKHOUSE_PASSWORD = WRITER.password;
});
afterAll(() => cluster.stop());

function ndjsonOf(seed: number): string {
  const activities = [...syntheticActivities(seed, COUNT, { bare: true })].map(
    ({ earliest: _, latest: __, ...rest }) => rest,
  );
  activities[0] = { ...activities[0]!, formerIds: ['once-called', 'and-before'] };
  activities[1] = { ...activities[1]!, title: 'Quote " \\ \\N \t \u0000 ’ 🎈 مرحبا {x:Int8} -- ;' };
  return [rootOf(syntheticRoot(seed)), ...activities].map(line => JSON.stringify(line)).join('\n');
}

async function load(file: string, url: string, table: string, ...more: string[]) {
  const { code, out, err } = await run(
    'load',
    file,
    '--clickhouse',
    url,
    '--table',
    table,
    '--user',
    WRITER.user,
    '--batch',
    BATCH,
    ...more,
  );
  return { code, out, err: err.filter(line => !line.includes('MB read')) };
}

/** Asks as the reader does, and returns the lines of the reply. */
async function ask(node: number, sql: string): Promise<string[]> {
  const body = `${sql} FORMAT JSONCompact`;
  const response = await fetch(`${cluster.nodes[node]!.url}/?${new URLSearchParams(READER)}`, { method: 'POST', body });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text).data.map((row: unknown[]) => row.join(' '));
}

const url = (node = 0) => cluster.nodes[node]!.url;

async function contentOf(file: string) {
  const { records } = await openRecords(
    (async function* () {
      yield await readFile(file);
    })(),
  );
  const positions = Array.from({ length: records.size }, (_, n) => n);
  return { records, activities: positions.map(n => JSON.stringify(records.activityAt(n))) };
}

/** Expects that a table of the first node holds a file, every activity once. */
async function expectContent(table: string, file: string): Promise<void> {
  const { records, activities } = await contentOf(file);
  expect(await ask(0, `SELECT activity FROM ${table}_text ORDER BY n`)).toEqual(activities);
  const rows = await ask(0, `SELECT n, start, finish FROM ${table} ORDER BY n`);
  expect(rows).toEqual(activities.map((_, n) => `${n} ${records.earliest[n]} ${records.latest[n]}`));
  const ids = activities.flatMap((_, n) => {
    const { id, formerIds = [] } = records.activityAt(n);
    return [id, ...formerIds].map(name => `${n} ${name}`);
  });
  expect((await ask(0, `SELECT n, id FROM ${table}_ids`)).sort()).toEqual(ids.sort());
  const [head = ''] = await ask(0, `SELECT json FROM ${table}_head`);
  expect(JSON.parse(head)).toMatchObject({ total: records.size, head: { id: records.head.id } });
}

describe('load', () => {
  it('fills the tables of one node, then those of two, with every activity once', async () => {
    const one = await load(big, url(), 'one');
    expect(one).toMatchObject({
      code: 0,
      out: [expect.stringMatching(/^The table “one”: 3,600 activities, version /)],
    });
    await expectContent('one', big);
    expect(await load(big, url(), 'one')).toEqual({
      code: 0,
      out: ['The table “one” holds this content already: 3,600 activities.'],
      err: [],
    });

    const two = await load(big, `${url(0)},${url(1)}`, 'two', '--cluster', CLUSTER);
    expect([two.code, two.out[0]]).toEqual([0, expect.stringMatching(/^The table “two” on 2 parts: 3,600 activities/)]);
    await expectContent('two', big);
    for (const node of [0, 1]) {
      expect(await ask(node, 'SELECT count(), min(n % 2), max(n % 2) FROM two_local')).toEqual([
        `1800 ${node} ${node}`,
      ]);
      expect(await ask(node, 'SELECT count() FROM two')).toEqual(['3600']);
    }
  });

  it('divides the activities among servers that form no cluster', async () => {
    const small = folder.write('small.json', JSON.stringify(smallDocument()));
    expect((await load(small, `${url(0)},${url(1)}`, 'loose')).code).toBe(0);
    expect([await ask(0, 'SELECT n FROM loose ORDER BY n'), await ask(1, 'SELECT n FROM loose')]).toEqual([
      ['0', '2'],
      ['1'],
    ]);
  });

  it('sends again what a broken connection lost, and nothing twice', async () => {
    const proxy = await startFaultyProxy(url(), (statement, before) => {
      if (!statement.startsWith('INSERT INTO broken_loading')) return null;
      // Each table has three batches; the first request of one is cut, the next does its work unheard.
      return before === 1 ? 'cut' : before === 2 ? 'unheard' : null;
    });
    try {
      expect((await load(big, proxy.url, 'broken')).code).toBe(0);
      const sent = proxy.statements.filter(statement => statement === 'INSERT INTO broken_loading FORMAT JSONEachRow');
      expect(sent.length).toBe(4);
      // A connection that is kept may be closed by the server while the next rows are made.
      expect([...proxy.connections]).toEqual(['close']);
    } finally {
      await proxy.stop();
    }
    await expectContent('broken', big);
  });

  it('goes on where an earlier load ended, and says that a disk is full', async () => {
    const full = 'Code: 243, e.displayText() = DB::Exception: Cannot reserve 1.00 MiB, not enough space';
    const proxy = await startFaultyProxy(url(), (statement, before) =>
      statement.startsWith('INSERT INTO paused_loading_text') && before === 2 ? { error: full } : null,
    );
    try {
      const { code, err } = await load(big, proxy.url, 'paused');
      expect([code, err]).toEqual([
        2,
        [
          `The disk of ${proxy.url} is full. Make room there and run the same command again: it goes on where it ended.`,
        ],
      ]);
      await expect(ask(0, 'SELECT count() FROM paused')).rejects.toThrow(/doesn't exist/);
      const before = proxy.statements.length;
      expect(await load(big, proxy.url, 'paused')).toMatchObject({
        code: 0,
        err: ['Going on where an earlier load ended.'],
      });
      const again = proxy.statements
        .slice(before)
        .filter(statement => statement.startsWith('INSERT INTO paused_loading_text'));
      expect(again).toEqual(['INSERT INTO paused_loading_text FORMAT JSONEachRow']);
    } finally {
      await proxy.stop();
    }
    await expectContent('paused', big);
  });

  it('replaces an earlier state of the dataset at the end, and no other dataset', async () => {
    const small = smallDocument();
    const first = folder.write('state-1.json', JSON.stringify(small));
    const second = folder.write('state-2.json', JSON.stringify({ ...small, activities: small.activities.slice(0, 2) }));
    const other = folder.write('other.json', JSON.stringify({ ...small, id: 'another' }));
    const nodes = [`${url(0)},${url(1)}`, 'states', '--cluster', CLUSTER] as const;
    for (const file of [first, second]) {
      expect((await load(file, ...nodes)).code).toBe(0);
      await expectContent('states', file);
    }
    const refused = await load(other, ...nodes);
    expect([refused.code, refused.err.at(-1)]).toEqual([
      2,
      expect.stringMatching(/holds another dataset, “.+”\. .*--replace/),
    ]);
    await expectContent('states', second);
    expect((await load(other, ...nodes, '--replace')).code).toBe(0);
    await expectContent('states', other);
    expect(await ask(0, "SELECT name FROM system.tables WHERE name LIKE 'states%' ORDER BY name")).toEqual(
      ['', '_head', '_ids', '_ids_local', '_local', '_text', '_text_local'].map(end => `states${end}`),
    );
  });

  it('says why a server refuses', async () => {
    const small = folder.write('small.json', JSON.stringify(smallDocument()));
    const sentence = async (address: string, ...more: string[]) => {
      const { code, err } = await load(small, address, 'refused', ...more);
      expect(code).toBe(2);
      return err.at(-1);
    };
    for (const wrong of ['wrong', 'fälsch Ж']) {
      process.env.CLICKHOUSE_PASSWORD = wrong;
      expect(await sentence(url())).toMatch(
        /refuses the user “writer”: unknown, or another password\. .*CLICKHOUSE_PASSWORD/,
      );
    }
    process.env.CLICKHOUSE_PASSWORD = READER.password;
    expect(await sentence(url(), '--user', READER.user)).toMatch(/^The user “reader” may not write at http/);
    process.env.CLICKHOUSE_PASSWORD = WRITER.password;
    expect(await sentence('http://127.0.0.1:9')).toMatch(/^No ClickHouse server answers at http:\/\/127\.0\.0\.1:9 \(/);
    expect(await sentence(`${url()}/?database=nowhere`)).toMatch(/has no such database/);
    expect(await sentence(url(), '--cluster', 'other')).toMatch(/knows no cluster “other”, only: parts\.$/);
    expect(await sentence(url(), '--cluster', CLUSTER)).toMatch(
      /was not found at .* Give the HTTP addresses of all nodes/,
    );
    expect(await sentence(url().replace('//', '//writer:secret@'))).toMatch(
      /^Leave user and password out of the address/,
    );
    await fetch(`${url()}/?${new URLSearchParams(WRITER)}`, {
      method: 'POST',
      body: 'CREATE TABLE refused (n UInt8) ENGINE = MergeTree ORDER BY n',
    });
    expect(await sentence(url())).toMatch(/has a table “refused” that holds no dataset of this program/);
  });
});

it('loads into the current ClickHouse as well', async () => {
  const chdb = await startChdb();
  try {
    expect((await load(big, chdb.url, 'now')).code).toBe(0);
    const body = 'SELECT count(), sum(n) FROM now UNION ALL SELECT count(), uniqExact(n) FROM now_ids FORMAT TSV';
    const text = await (await fetch(chdb.url, { method: 'POST', body })).text();
    expect(text.trim().split('\n').sort()).toEqual([
      `${COUNT}\t${(COUNT * (COUNT - 1)) / 2}`,
      `${COUNT + 2}\t${COUNT}`,
    ]);
  } finally {
    await chdb.stop();
  }
});
