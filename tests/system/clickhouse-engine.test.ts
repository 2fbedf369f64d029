import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickhouseEngine } from '../../src/engine/clickhouse/clickhouse-engine';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import { toRecords } from '../../src/formats/document/to-records';
import { readDataset } from '../../src/formats/json/read-dataset';
import { WHOLE } from '../../src/model/selection';
import { loadingEngine, loadTables, type TestNodes } from '../engine/clickhouse/load-tables';
import { checkConformance } from '../engine/conformance';
import { crowdedQuestions } from '../engine/sharp-questions';
import { startChdb } from './chdb/start';
import { CLUSTER, WRITER } from './clickhouse/config';
import { type Cluster, startCluster } from './clickhouse/server';

/** The number of random questions, beside the hand-made ones. One node is asked every second of these, and the other kinds of servers every fourth. */
const [QUESTIONS, FEWER, STRIDE] = [8, 4, 4];

const alike = async () => true;

const distributed = { name: CLUSTER, database: 'default' };

function crowd() {
  return toRecords(readDataset(JSON.stringify(crowdedQuestions()[0]?.document)).dataset);
}

describe('two nodes of ClickHouse 18.16', () => {
  let cluster: Cluster;
  let nodes: TestNodes;
  beforeAll(async () => {
    cluster = await startCluster({ nodes: 2 });
    nodes = { urls: cluster.nodes.map(({ url }) => url), ...WRITER };
  }, 120_000);
  afterAll(() => cluster.stop(), 60_000);

  it('keep the contract as one node', () =>
    checkConformance(loadingEngine({ ...nodes, urls: nodes.urls.slice(0, 1) }, 'one'), QUESTIONS, alike, 2));

  // With searches that are never remembered, as those with many matches.
  it('keep the contract with a Distributed table', () =>
    checkConformance(loadingEngine({ ...nodes, cluster: distributed, maxFound: 0 }, 'both'), FEWER, alike, STRIDE));

  it('keep the contract where each is asked for its part', () =>
    checkConformance(loadingEngine(nodes, 'each'), FEWER, alike, STRIDE));

  it('find rows far down a list by their years', async () => {
    const activities = Array.from({ length: 900 }, (_, i) => ({
      id: `a${i}`,
      date: i % 9 === 0 ? '' : i % 10 === 0 ? `../${1900 + (i % 60)}` : `${1900 + ((i * 7) % 60)}-02-0${1 + (i % 9)}`,
      title: `Meeting ${i}`,
    }));
    const document = { format: 'chronofacet-dataset/1', id: 'deep', title: 'Deep', activities };
    const text = JSON.stringify(document);
    await loadTables({ ...nodes, cluster: distributed }, 'deep', toRecords(readDataset(text).dataset));
    const engine = clickhouseEngine({ urls: nodes.urls.slice(0, 1), table: 'deep', ...WRITER });
    const local = createLocalEngine(async () => Promise.reject(new Error('nothing is fetched')));
    const source = { kind: 'text', text, name: 'deep' } as const;
    const [{ key }, { key: localKey }] = [await engine.open(source), await local.open(source)];
    for (const order of ['date', '-date'] as const) {
      for (const start of [500, 640, 750, 790, 795, 890, 900]) {
        const wants = { rows: { order, start, limit: 30 } };
        const expected = await local.ask(localKey, WHOLE, wants);
        expect((await engine.ask(key, WHOLE, wants)).rows).toEqual(expected.rows);
      }
    }
  });

  it.each([
    ['a Distributed table', distributed],
    ['parts of their own', undefined],
  ] as const)('with %s each read half of what an answer takes', async (name, own) => {
    const table = own ? 'half_both' : 'half_each';
    await loadTables(own ? { ...nodes, cluster: own } : nodes, table, crowd());
    const engine = clickhouseEngine({ urls: own ? nodes.urls.slice(0, 1) : nodes.urls, table, ...WRITER });
    const { key } = await engine.open({ kind: 'text', text: '', name });
    const wants = { counts: true, density: true, rows: { order: 'title', start: 0, limit: 9 } } as const;
    for (const text of ['', 'a']) await engine.ask(key, { ...WHOLE, text }, wants);
    /** Returns the rows and bytes that a node read for statements that it was asked, or that another node handed on to it. */
    const readAt = async (url: string, isInitial: boolean): Promise<number[]> => {
      const post = async (body: string) => {
        const headers = { 'X-ClickHouse-User': WRITER.user, 'X-ClickHouse-Key': WRITER.password };
        return (await fetch(url, { method: 'POST', body, headers })).text();
      };
      await post('SYSTEM FLUSH LOGS');
      const sum =
        'SELECT sum(read_rows), sum(read_bytes) FROM system.query_log WHERE type = 2 ' +
        `AND is_initial_query = ${Number(isInitial)} AND query LIKE 'SELECT%${table}%'`;
      return (await post(sum)).trim().split('\t').map(Number);
    };
    const [first = '', second = ''] = nodes.urls;
    const [one, other] = [await readAt(first, true), await readAt(second, !own)];
    for (const [i, read] of other.entries()) {
      // The node that asks the other one counts what both have read.
      const all = own ? one[i]! : one[i]! + read;
      expect(read / all).toBeGreaterThan(0.475);
      expect(read / all).toBeLessThan(0.525);
    }
  });

  it.each([
    ['a Distributed table', distributed],
    ['parts of their own', undefined],
  ] as const)('with %s say how many activities are missing while one of them is gone', async (name, own) => {
    const table = own ? 'gone_both' : 'gone_each';
    await loadTables(own ? { ...nodes, cluster: own } : nodes, table, crowd());
    const urls = own ? nodes.urls.slice(0, 1) : nodes.urls;
    const engine = clickhouseEngine({ urls, table, ...WRITER });
    const { key } = await engine.open({ kind: 'text', text: '', name });
    const ask = () => engine.ask(key, WHOLE, { counts: true, rows: { order: 'title', start: 0, limit: 9 } });
    const whole = await ask();
    expect(whole.counts).toMatchObject({ total: 700 });
    expect(whole.counts).not.toHaveProperty('parts');
    await cluster.nodes[1]?.kill();
    try {
      const { counts, rows } = await ask();
      expect(counts).toMatchObject({ total: 350, parts: { answered: 1, of: 2, activities: 350 } });
      expect(rows.rows).toHaveLength(9);
      const ids = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'];
      const opened = await Promise.allSettled(ids.map(id => engine.ask(key, WHOLE, { activity: { id } })));
      const isThere = opened.map((of, i) =>
        of.status === 'fulfilled' ? of.value.activity?.id === ids[i] : !of.reason.isMissingPart,
      );
      // Half of them can't be reached, and none of these is called unknown.
      expect(new Set(isThere)).toEqual(new Set([true, false]));
      expect(opened.filter((of, i) => of.status === 'fulfilled' && !isThere[i])).toEqual([]);
      const exported = engine.export(key, WHOLE, 'date')[Symbol.asyncIterator]();
      await expect(exported.next()).rejects.toMatchObject({ name: 'ClickHouseError', isMissingPart: true });
    } finally {
      await cluster.nodes[1]?.start();
    }
    expect(await ask()).toEqual(whole);
  });
});

it('the current ClickHouse keeps the contract', async () => {
  const { url, stop } = await startChdb();
  try {
    await checkConformance(loadingEngine({ urls: [url] }, 'current'), FEWER, alike, STRIDE);
  } finally {
    await stop();
  }
});
