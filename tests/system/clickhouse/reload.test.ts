import { afterAll, beforeAll, expect, it } from 'vitest';
import { clickhouseEngine } from '../../../src/engine/clickhouse/clickhouse-engine';
import { type Run, runByHttp } from '../../../src/engine/clickhouse/client';
import { WHOLE } from '../../../src/model/selection';
import { servedBy } from '../../../src/server/served';
import { run as runCommand } from '../../cli/run';
import { startTestServer } from '../../server/start-server';
import { temporaryFolder } from '../programs';
import { CLUSTER, READER, WRITER } from './config';
import { type Cluster, startCluster } from './server';

const folder = temporaryFolder();
const WANTS = { counts: true, rows: { order: 'date', start: 0, limit: 40 } } as const;
let cluster: Cluster;

beforeAll(async () => {
  process.env.CLICKHOUSE_PASSWORD = WRITER.password;
  cluster = await startCluster({ nodes: 2 });
});
afterAll(() => cluster.stop());

/** Loads a dataset of 40 activities, all of them with the same colour. */
async function load(table: string, colour: string, several: readonly string[] = []): Promise<void> {
  const facets = [{ id: 'paint', label: 'Colour', values: ['red', 'blue'].map(id => ({ id, label: id })) }];
  const activities = Array.from({ length: 40 }, (_, i) => ({
    ...{ id: `a${i}`, date: `${1980 + i}`, title: `The ${colour} one`, tags: { paint: [colour] } },
  }));
  const document = { format: 'chronofacet-dataset/1', id: 'colours', title: 'Colours', facets, activities };
  const file = folder.write(`${colour}.json`, JSON.stringify(document));
  const urls = cluster.nodes.map(({ url }) => url).slice(0, several.length > 0 ? 2 : 1);
  const options = ['--clickhouse', urls.join(','), '--table', table, '--user', WRITER.user, ...several];
  const { code, err } = await runCommand('load', file, ...options);
  expect([code, err]).toEqual([0, []]);
}

it.each([
  ['a table', []],
  ['a Distributed table', ['--cluster', CLUSTER]],
] as const)(
  'an answer from %s that is loaded anew in the middle is of one dataset, or is refused',
  async (_, several) => {
    const table = several.length > 0 ? 'both' : 'one';
    await load(table, 'red', several);
    let reload: (() => Promise<void>) | null = null;
    const byHttp = runByHttp(fetch, READER);
    const run: Run = async (sql, options) => {
      const result = await byHttp(sql, options);
      const loading = reload;
      reload = null;
      await loading?.();
      return result;
    };
    const engine = clickhouseEngine({ urls: [cluster.nodes[0]!.url], table, run });
    const server = await startTestServer();
    server.shelf.replace(await servedBy(engine));
    try {
      expect((await server.ask(WANTS)).status).toBe(200);
      reload = () => load(table, 'blue', several);
      // The counts are those of the first dataset, and the rows would be those of the second.
      const refused = await server.ask({ ...WANTS, rows: { ...WANTS.rows, limit: 39 } });
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
      expect(await refused.json()).toEqual({
        error: { code: 'notReady', message: 'The record is being loaded anew. Try again in a moment.' },
      });
      expect((await server.ask({ ...WANTS, rows: { ...WANTS.rows, limit: 38 } })).status).toBe(503);
      server.shelf.replace(await servedBy(engine));
      const { replies } = await (await server.ask(WANTS)).json();
      expect([replies.counts.total, replies.rows.rows[39].title]).toEqual([40, 'The blue one']);
    } finally {
      await server.stop();
    }
  },
);

it('answers are never of two datasets while loads replace each other', async () => {
  await load('turns', 'red', ['--cluster', CLUSTER]);
  const loads = (async () => {
    for (const colour of ['blue', 'red', 'blue', 'red']) await load('turns', colour, ['--cluster', CLUSTER]);
  })();
  let isLoading = true;
  void loads.finally(() => {
    isLoading = false;
  });
  const engine = clickhouseEngine({ urls: [cluster.nodes[0]!.url], table: 'turns', ...READER });
  const seen = new Set<string>();
  while (isLoading) {
    try {
      const { key, counts } = await engine.open({ kind: 'address', address: '' });
      const { rows, matrix } = await engine.ask(key, WHOLE, {
        rows: WANTS.rows,
        matrix: {
          rows: { facet: 'paint', opened: [], limit: 3 },
          columns: { facet: 'paint', opened: [], limit: 3 },
          edges: [],
        },
      });
      const colours = counts[0]!.counts.map(count => count > 0);
      const titles = new Set(rows.rows.map(({ title }) => String(title)));
      expect([...titles]).toEqual([colours[0] ? 'The red one' : 'The blue one']);
      expect(colours).toEqual([colours[0], !colours[0]]);
      expect(JSON.stringify(matrix)).toContain(colours[0] ? 'red' : 'blue');
      for (const title of titles) seen.add(title);
    } catch (error) {
      // Between two datasets, the tables or their nodes' parts are missing.
      if (!(error instanceof Error) || !['ClickHouseError', 'OpenFailure'].includes(error.name)) throw error;
    }
  }
  await loads;
  expect(seen.size).toBe(2);
});
