import { afterAll, beforeAll, expect, it } from 'vitest';
import { clickhouseEngine } from '../../../src/engine/clickhouse/clickhouse-engine';
import { toRecords } from '../../../src/formats/document/to-records';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { servedBy } from '../../../src/server/served';
import { loadTables } from '../../engine/clickhouse/load-tables';
import { strictTexts } from '../../engine/clickhouse/strict-statement';
import { smallDocument } from '../../fixtures/small-document';
import { fuzzedQuestions } from '../../server/fuzzed-questions';
import { EVERYTHING, startTestServer, type TestServer } from '../../server/start-server';
import { READER, WRITER } from './config';
import { type Cluster, startCluster } from './server';

const QUESTIONS = 800;
const AT_ONCE = 6;

let cluster: Cluster;
let served: TestServer;

beforeAll(async () => {
  cluster = await startCluster();
  const urls = [cluster.nodes[0]!.url];
  await loadTables({ urls, ...WRITER }, 't', toRecords(readDataset(JSON.stringify(smallDocument())).dataset));
  served = await startTestServer({ limitMs: 60_000 });
  served.shelf.replace(await servedBy(clickhouseEngine({ urls, table: 't', ...READER })));
});
afterAll(async () => {
  await served?.stop();
  await cluster?.stop();
});

/** Returns the statements of questions in the log, with 1 for those that began and 3 or 4 for those that failed. */
async function logged(): Promise<{ query: string; code: number }[]> {
  const ask = async (body: string) => {
    const response = await fetch(`${cluster.nodes[0]!.url}/?${new URLSearchParams(WRITER)}`, { method: 'POST', body });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  };
  await ask('SYSTEM FLUSH LOGS');
  const lines = await ask(
    `SELECT query, toInt32(type) AS code FROM system.query_log WHERE user = '${READER.user}' AND type != 2 ` +
      // These are asked at the opening.
      "AND position(query, 'system.') = 0 FORMAT JSONEachRow",
  );
  return lines.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line)]));
}

it('the log of ClickHouse has nothing of fuzzed questions but numbers, slugs and folded words', async () => {
  const questions = fuzzedQuestions(QUESTIONS);
  const statuses = new Map<number, number>();
  const asker = async () => {
    for (let question = questions.pop(); question !== undefined; question = questions.pop()) {
      const address = `${served.api}ask?q=${encodeURIComponent(JSON.stringify(question))}`;
      const reply = await fetch(address);
      const tag = reply.headers.get('ETag');
      const body = await reply.text();
      const again = tag === null ? null : await fetch(address, { headers: { 'If-None-Match': tag } });
      if (![200, 400].includes(reply.status)) throw new Error(`${body} for ${JSON.stringify(question)}`);
      for (const { status } of [reply, ...(again ? [again] : [])])
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asker));
  expect([...statuses.keys()].sort()).toEqual([200, 304, 400]);
  expect(Math.min(...statuses.values())).toBeGreaterThan(QUESTIONS / 10);
  expect(served.log.filter(line => line.startsWith('["error"'))).toEqual([]);
  const statements = await logged();
  // ClickHouse accepted all of them.
  expect(new Set(statements.map(({ code }) => code))).toEqual(new Set([1]));
  const texts = statements.flatMap(({ query }) => strictTexts(query.replace(/ FORMAT \w+\s*$/, '')));
  expect(statements.length).toBeGreaterThan(QUESTIONS / 8);
  expect(new Set(texts).size).toBeGreaterThan(20);
});

it('a hundred equal questions are one statement', async () => {
  const selection = { ...EVERYTHING, text: 'hundredfold' };
  const replies = await Promise.all(Array.from({ length: 100 }, () => served.ask({ counts: true }, selection)));
  const totals = await Promise.all(replies.map(async reply => (await reply.json()).replies.counts.total));
  expect(new Set(totals)).toEqual(new Set([0]));
  expect((await logged()).filter(({ query }) => query.includes('|hundredfold'))).toHaveLength(1);
});
