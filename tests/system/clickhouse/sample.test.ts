import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticActivities, syntheticRoot } from '../../../src/cli/synthetic/record';
import { clickhouseEngine } from '../../../src/engine/clickhouse/clickhouse-engine';
import { type Run, runByHttp } from '../../../src/engine/clickhouse/client';
import type { Engine } from '../../../src/engine/engine';
import { createLocalEngine } from '../../../src/engine/local/local-engine';
import { toRecords } from '../../../src/formats/document/to-records';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { type Selection, WHOLE } from '../../../src/model/selection';
import type { Wants } from '../../../src/model/wants';
import { servedBy } from '../../../src/server/served';
import { loadTables } from '../../engine/clickhouse/load-tables';
import { startTestServer, type TestServer } from '../../server/start-server';
import { READER, WRITER } from './config';
import { type Cluster, startCluster } from './server';

const ACTIVITIES = 6000;
/** One of eight activities. */
const SAMPLE_SIZE = ACTIVITIES / 8;
const TABLE = 'sampled';

const root = syntheticRoot(3);
const document = { ...root, activities: [...syntheticActivities(3, ACTIVITIES, { bare: true })] };
const text = JSON.stringify(document);
const { dataset } = readDataset(text);
const [facet = { id: '', values: [] }, other = facet] = dataset.facets;

let cluster: Cluster;
let url: string;
beforeAll(async () => {
  cluster = await startCluster();
  url = cluster.nodes[0]!.url;
  await loadTables({ urls: [url], ...WRITER }, TABLE, toRecords(dataset));
});
afterAll(() => cluster.stop());

function engineWith(run?: Run) {
  return clickhouseEngine({ urls: [url], table: TABLE, ...READER, sampleSize: SAMPLE_SIZE, ...(run && { run }) });
}

async function opened(engine: Engine) {
  return { engine, key: (await engine.open({ kind: 'text', text, name: TABLE })).key };
}

/** The numbers of a reply, by their place in it, except those that are no counts. */
function countsIn(reply: unknown, place = ''): Map<string, number> {
  if (typeof reply === 'number') return new Map([[place, reply]]);
  if (typeof reply !== 'object' || reply === null) return new Map();
  const entries = Object.entries(reply).filter(([name]) => !['edges', 'hiddenCount', 'rows'].includes(name));
  return new Map(entries.flatMap(([name, part]) => [...countsIn(part, `${place}.${name}`)]));
}

describe('replies that are estimated from a sample', () => {
  const from = 14_000;
  const chosen = { include: [facet.values[0]?.id ?? ''], exclude: [], mode: 'any' as const };
  const selections: Selection[] = [
    WHOLE,
    { ...WHOLE, from },
    { ...WHOLE, facets: { [facet.id]: chosen } },
    { ...WHOLE, compare: { facets: { [facet.id]: chosen }, text: '', from: null, to: null } },
  ];
  const bins = { start: 12_000, end: 20_000, count: 8 };
  const wants = {
    counts: true,
    compared: true,
    differences: { bars: { a: [12_000, 15_000, 20_000], b: [12_000, 20_000] } },
    density: true,
    colourCounts: { facet: facet.id, values: facet.values.slice(0, 3).map(({ id }) => id) },
    colourDensity: { facet: facet.id, values: facet.values.slice(0, 3).map(({ id }) => id) },
    lanes: { facet: facet.id, open: [] },
    laneDensity: { lanes: { facet: facet.id, open: [] }, bins, above: 10 },
  } satisfies Wants;
  const matrix = {
    rows: { facet: facet.id, opened: [], limit: 1000 },
    columns: { facet: other.id, opened: [], limit: 1000 },
    edges: [],
  };
  const lists = {
    rows: { order: 'date', start: 0, limit: 300 },
    marks: { limit: 100, margin: 0, lanes: null },
  } satisfies Wants;

  it('are near the exact ones, and say what sample they are from', async () => {
    const { engine, key } = await opened(engineWith());
    const local = await opened(createLocalEngine(() => Promise.reject(new Error('nothing is fetched'))));
    let compared = 0;
    for (const selection of selections) {
      const replies = await engine.ask(key, selection, { ...wants, ...lists }, undefined, 'sampled');
      const { rate } = engine.sampleOf?.(replies) ?? { rate: 0 };
      expect(rate).toBe(8);
      const exact = await local.engine.ask(local.key, selection, { ...wants, matrix });
      const near = (estimated: number, count: number, place: string) => {
        compared += 1;
        const deviation = Math.sqrt(count * (rate - 1));
        expect(Math.abs(estimated - count), `${place}: ${estimated} for ${count}`).toBeLessThan(
          5 * deviation + 3 * rate,
        );
      };
      const { rows, marks, ...counts } = replies;
      const estimates = countsIn(counts);
      for (const [place, count] of countsIn({ ...exact, matrix: null })) {
        near(estimates.get(place) ?? Number.NaN, count, place);
      }
      const estimated = (await engine.ask(key, selection, { counts: true, matrix }, undefined, 'sampled')).matrix;
      near(estimated.all.count, exact.matrix.all.count, 'matrix');
      for (const line of estimated.rows.lines) {
        near(line.count, exact.matrix.rows.lines.find(({ value }) => value === line.value)?.count ?? 0, line.value);
      }
      const all = await local.engine.ask(local.key, selection, { rows: { ...lists.rows, limit: ACTIVITIES } });
      const ids = new Set(all.rows.rows.map(({ id }) => id));
      expect(rows.rows.length).toBeGreaterThanOrEqual(50);
      expect(rows.total * rate).toBe(replies.counts.total);
      expect(rows.years.reduce((sum, { count }) => sum + count, 0)).toBe(replies.counts.total);
      expect([...rows.rows, ...marks.marks].filter(({ id }) => !ids.has(id))).toEqual([]);
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('are not given where the sample has too few activities, or for a single activity', async () => {
    const { engine, key } = await opened(engineWith());
    const few = { ...WHOLE, from: 14_000, to: 14_010 };
    await expect(engine.ask(key, few, { counts: true }, undefined, 'sampled')).rejects.toThrow('too few');
    const one = { activity: { id: document.activities[0]?.id ?? '' } };
    await expect(engine.ask(key, WHOLE, one, undefined, 'sampled')).rejects.toThrow('can’t be estimated');
  });
});

describe('a server over a slow ClickHouse', () => {
  const COUNTS = { counts: true };
  let isSlow = false;
  let served: TestServer;
  beforeAll(async () => {
    const run = runByHttp(fetch, READER);
    // Nearly three seconds are the most that ClickHouse lets a block sleep.
    const sleep =
      ' UNION ALL SELECT toUInt16(60000) AS c, toInt64(0) AS a, toInt64(0) AS b, toFloat64(sleepEachRow(0.9)) AS x, ' +
      'toFloat64(0) AS y FROM (SELECT number FROM system.numbers LIMIT 3)$&';
    const slow: Run = (sql, options) =>
      run(
        isSlow && sql.includes(' AS c, ') && !sql.includes('level >= ')
          ? sql.replace(/ FORMAT TabSeparated$/, sleep)
          : sql,
        options,
      );
    served = await startTestServer();
    served.shelf.replace(await servedBy(engineWith(slow)));
    isSlow = true;
  });
  afterAll(() => served.stop());

  const ask = async (selection: Selection, first: string, signal?: AbortSignal) => {
    const question = encodeURIComponent(JSON.stringify({ selection, wants: COUNTS }));
    const response = await fetch(`${served.api}ask?q=${question}${first}`, { ...(signal && { signal }) });
    const { replies, sample } = await response.json();
    return { total: replies?.counts.total, sample, headers: response.headers, status: response.status };
  };

  /** Counts the statements of readers that sleep. */
  const sleeping = async () => {
    const sql =
      "SELECT count() FROM system.processes WHERE position(query, 'sleepEachRow(0.9)') > 0 AND user = 'reader'";
    const response = await fetch(`${url}/?${new URLSearchParams(WRITER)}`, { method: 'POST', body: sql });
    return Number(await response.text());
  };

  it('gives an estimate in the time that was asked for, marked and not to be kept, then the exact number', async () => {
    const first = await ask(WHOLE, '&first=400');
    expect(first.sample).toEqual({ rate: 8 });
    expect(first.headers.get('Cache-Control')).toBe('no-store');
    expect(first.headers.get('ETag')).toBeNull();
    expect(Math.abs(first.total - ACTIVITIES)).toBeLessThan(ACTIVITIES / 5);
    const exact = await ask(WHOLE, '');
    expect(exact).toMatchObject({ total: ACTIVITIES, sample: null });
    expect(exact.headers.get('ETag')).not.toBeNull();
    // The second request waited for the work that the first one had begun.
    expect(served.log.filter(line => line.includes('"found":"joined"'))).toHaveLength(1);
    expect(await ask(WHOLE, '&first=400')).toMatchObject({ total: ACTIVITIES, sample: null });
  });

  it('stops working on the exact number when nobody waits for it any more', async () => {
    const selection = { ...WHOLE, from: 12_000 };
    expect((await ask(selection, '&first=400')).sample).toEqual({ rate: 8 });
    const controller = new AbortController();
    const exact = ask(selection, '', controller.signal).catch(() => null);
    await expect.poll(sleeping).toBeGreaterThan(0);
    controller.abort();
    expect(await exact).toBeNull();
    await expect.poll(sleeping, { timeout: 20_000 }).toBe(0);
    await expect.poll(() => served.server.runningCount(), { timeout: 20_000 }).toBe(0);
  });

  it('refuses a time that is none, in a sentence', async () => {
    expect((await ask(WHOLE, '&first=soon')).status).toBe(400);
  });
});
