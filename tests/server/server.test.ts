import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import { TOTAL_HEADER } from '../../src/engine/remote/api';
import { createApp } from '../../src/server/app';
import { followFile, openFileRecord } from '../../src/server/file-record';
import { RateLimit } from '../../src/server/rate-limit';
import { checkAgainst } from '../../src/server/read-question';
import { Shelf, servedBy } from '../../src/server/served';
import { temporaryFolder } from '../cli/run';
import { smallDocument } from '../fixtures/small-document';
import { fuzzedQuestions } from './fuzzed-questions';
import { EVERYTHING, explorerFolder, startTestServer, type TestServer, textSource } from './start-server';

const sixActivities = {
  ...smallDocument(),
  activities: Array.from({ length: 6 }, (_, i) => ({
    id: `activity-${i}`,
    date: `201${i}-0${i + 1}`,
    title: `“Activity” ${i}`,
    tags: i % 2 === 0 ? { region: ['mali'], theme: ['drugs'] } : { region: ['asia'] },
  })),
};
const COUNTS = { counts: true };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Wraps an engine so that each question waits until `go` is called, and counts the questions. */
function heldEngine() {
  let go = () => {};
  const held = new Promise<void>(resolve => {
    go = resolve;
  });
  const counts = { asked: 0, aborted: 0 };
  const wrap = (engine: Engine): Engine => ({
    ...engine,
    async ask(key, selection, wants, signal) {
      counts.asked += 1;
      await new Promise<void>((resolve, reject) => {
        signal?.addEventListener('abort', () => {
          counts.aborted += 1;
          reject(signal.reason);
        });
        void held.then(resolve);
      });
      return engine.ask(key, selection, wants, signal);
    },
  });
  return { wrap, counts, go: () => go() };
}

async function errorOf(response: Response): Promise<{ code: string; message: string }> {
  return (await response.json()).error;
}

describe('the server', () => {
  it('says what it is doing while nothing is open yet', async () => {
    const empty = await startTestServer();
    expect((await fetch(`${empty.api}health`)).status).toBe(200);
    expect((await fetch(`${empty.api}ready`)).status).toBe(503);
    const refused = await empty.ask(COUNTS);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
    expect(await errorOf(refused)).toMatchObject({ code: 'notReady' });
    await empty.serve(textSource(sixActivities));
    expect((await fetch(`${empty.api}ready`)).status).toBe(200);
    await empty.stop();
  });

  it('sends a large file piece by piece, compressed if that is of use', async () => {
    const text = 'a line of a large file\n'.repeat(200_000);
    const folder = await explorerFolder({ 'large.csv': text, 'large.cfpack': text, 'card.png': 'picture' });
    const large = await startTestServer({ folder });
    const csv = await fetch(`${large.root}large.csv`);
    expect([csv.headers.get('Content-Encoding'), (await csv.text()) === text]).toEqual(['gzip', true]);
    const known = { headers: { 'If-None-Match': csv.headers.get('ETag') ?? '' } };
    expect((await fetch(`${large.root}large.csv`, known)).status).toBe(304);
    const packed = await fetch(`${large.root}large.cfpack`);
    expect([packed.headers.get('Content-Encoding'), (await packed.text()) === text]).toEqual([null, true]);
    expect((await fetch(`${large.root}card.png`)).headers.get('Content-Type')).toBe('image/png');
    await large.stop();
  });

  it('serves the files of the explorer, and a configuration that names itself', async () => {
    await server.serve(textSource(sixActivities));
    const page = await fetch(server.root);
    expect(await page.text()).toContain('<title>Explorer</title>');
    expect(page.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'.*frame-ancestors 'self'$/);
    const embedded = await fetch(`${server.root}?embed=1`);
    expect(embedded.headers.get('Content-Security-Policy')).toMatch(/frame-ancestors \*$/);
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const config = await (await fetch(`${server.root}explorer.json`)).json();
    expect(config).toEqual({
      format: 'chronofacet-explorer/1',
      accent: '#123456',
      dataset: 'api/record/small.json',
      engine: { url: 'api/' },
    });
    for (const path of ['nothing', '..%2f..%2fpackage.json', '%', 'api/nothing']) {
      expect((await fetch(server.root + path)).status, path).toBe(404);
    }
  });

  it('compresses, tags its replies, and answers 304 to a client that has them', async () => {
    await server.serve(textSource(sixActivities));
    const first = await fetch(`${server.api}dataset`, { headers: { 'Accept-Encoding': 'br' } });
    const tag = first.headers.get('ETag') ?? '';
    expect([first.headers.get('Content-Encoding'), first.headers.get('Vary')]).toEqual(['br', 'Accept-Encoding']);
    const { version, dataset } = await first.json();
    expect(dataset.total).toBe(6);
    const known = { headers: { 'If-None-Match': tag } };
    expect((await fetch(`${server.api}dataset`, known)).status).toBe(304);

    const asked = await server.ask(COUNTS);
    // The same question with its keys in another order.
    const { facets, ...others } = EVERYTHING;
    const same = { headers: { 'If-None-Match': asked.headers.get('ETag') ?? '' } };
    expect((await server.ask(COUNTS, { ...others, facets }, same)).status).toBe(304);
    expect((await server.ask(COUNTS, { ...EVERYTHING, text: 'a' }, same)).status).toBe(200);

    const named = await fetch(`${server.api}version?v=${version}`);
    expect(await named.json()).toEqual({ version: expect.stringMatching(/[0-9a-f]{10}$/) });
    // A shared cache must not hand a reply that needed a login to others.
    expect(named.headers.get('Cache-Control')).toBe('max-age=300');
    await server.serve(textSource(sixActivities));
    expect((await fetch(`${server.api}dataset`, known)).status).toBe(200);
    const late = await fetch(`${server.api}version?v=${version}`);
    expect([late.status, await errorOf(late)]).toEqual([409, expect.objectContaining({ code: 'changed' })]);
  });

  it('takes long questions by POST', async () => {
    await server.serve(textSource(sixActivities));
    const body = JSON.stringify({ selection: { ...EVERYTHING, text: 'a'.repeat(60_000) }, wants: COUNTS });
    const reply = await fetch(`${server.api}ask`, { method: 'POST', body });
    expect((await reply.json()).replies.counts.total).toBe(0);
    const tooLong = await fetch(`${server.api}ask`, { method: 'POST', body: 'x'.repeat(3_000_000) });
    expect(tooLong.status).toBe(400);
  });

  it('streams an export, one activity per line, and says how many there are', async () => {
    await server.serve(textSource(sixActivities));
    const question = encodeURIComponent(JSON.stringify({ selection: EVERYTHING, order: '-date' }));
    const reply = await fetch(`${server.api}export?q=${question}`);
    expect(reply.headers.get(TOTAL_HEADER)).toBe('6');
    const lines = (await reply.text()).split('\n');
    const dates = lines.slice(0, -1).map(line => JSON.parse(line).earliest);
    expect(dates).toHaveLength(6);
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });

  it('gives the whole record as a file that opens', async () => {
    await server.serve(textSource(sixActivities));
    const file = await fetch(`${server.api}record/small.json`);
    const engine = createLocalEngine(() => Promise.reject(new Error('unreachable')));
    const again = await engine.open({ kind: 'text', text: await file.text(), name: 'small.json' });
    expect([again.total, again.problems]).toEqual([6, []]);
    expect(again.head).toEqual(server.shelf.current?.open.head);
    const { status } = await fetch(`${server.api}record/small.json`, { method: 'HEAD' });
    expect(status).toBe(200);
    const closed: string[] = [];
    const before = server.shelf.current;
    if (before) before.close = () => closed.push('before');
    await server.serve(textSource(sixActivities));
    // Nothing holds the dataset that was replaced any more.
    await expect.poll(() => closed).toEqual(['before']);
  });

  it('asks the engine once for a hundred equal questions', async () => {
    const { wrap, counts, go } = heldEngine();
    await server.serve(textSource(sixActivities), wrap);
    const replies = Array.from({ length: 100 }, () => server.ask(COUNTS));
    await expect.poll(() => counts.asked).toBe(1);
    go();
    const totals = await Promise.all(replies.map(async reply => (await (await reply).json()).replies.counts.total));
    expect(new Set(totals)).toEqual(new Set([6]));
    await server.ask(COUNTS);
    expect(counts.asked).toBe(1);
  });

  it('stops working on questions that nobody waits for', async () => {
    const { wrap, counts } = heldEngine();
    const wide = await startTestServer({ atOnce: 20 });
    await wide.serve(textSource(sixActivities), wrap);
    const enough = new AbortController();
    const asked = Array.from({ length: 20 }, (_, i) =>
      wide.ask(COUNTS, { ...EVERYTHING, text: `word${i}` }, { signal: enough.signal }),
    );
    await expect.poll(() => wide.server.runningCount()).toBe(20);
    enough.abort();
    await Promise.allSettled(asked);
    await expect.poll(() => wide.server.runningCount()).toBe(0);
    expect(counts).toEqual({ asked: 20, aborted: 20 });
    const ofAborted = () => wide.log.filter(line => line.includes('"isAborted":true'));
    await expect.poll(() => ofAborted().length).toBe(20);
    expect(wide.log.filter(line => line.includes('"error"'))).toEqual([]);
    await wide.stop();
  });

  it('gives up an answer that takes too long, in a sentence', async () => {
    const impatient = await startTestServer({ limitMs: 50 });
    await impatient.serve(textSource(sixActivities), heldEngine().wrap);
    const reply = await impatient.ask(COUNTS);
    expect([reply.status, await errorOf(reply)]).toEqual([
      503,
      {
        code: 'tooSlow',
        seconds: 0.05,
        message: 'Too much for this server in 0.05 seconds: narrow the window, or leave out filters.',
      },
    ]);
    await impatient.stop();
  });

  it('gives up an answer at the limit even if the engine goes on', async () => {
    const impatient = await startTestServer({ limitMs: 50 });
    await impatient.serve(textSource(sixActivities), engine => ({ ...engine, ask: () => new Promise(() => {}) }));
    expect(await errorOf(await impatient.ask(COUNTS))).toMatchObject({ code: 'tooSlow' });
    await impatient.stop();
  });

  it('ends an export that is asked for by HEAD', async () => {
    let open = 0;
    await server.serve(textSource(sixActivities), engine => ({
      ...engine,
      async *export(...given) {
        open += 1;
        try {
          yield* engine.export(...given);
        } finally {
          open -= 1;
        }
      },
    }));
    const question = encodeURIComponent(JSON.stringify({ selection: EVERYTHING, order: 'date' }));
    const reply = await fetch(`${server.api}export?q=${question}`, { method: 'HEAD' });
    expect([reply.status, reply.headers.get(TOTAL_HEADER), open]).toEqual([200, '6', 0]);
  });

  it('ends an export whose engine fails, so that the client sees it, and logs that', async () => {
    const failing = await startTestServer();
    await failing.serve(textSource(sixActivities), engine => ({
      ...engine,
      async *export(...given) {
        for await (const activities of engine.export(...given)) yield activities;
        throw new Error('disk gone');
      },
    }));
    const question = encodeURIComponent(JSON.stringify({ selection: EVERYTHING, order: 'date' }));
    const text = fetch(`${failing.api}export?q=${question}`).then(reply => reply.text());
    await expect(text).rejects.toThrow();
    await expect.poll(() => failing.log.some(line => line.includes('disk gone'))).toBe(true);
    await failing.stop();
  });

  it('limits how often an address may ask, and says when to come back', async () => {
    const strict = await startTestServer({ perMinute: 3 });
    await strict.serve(textSource(sixActivities));
    const statuses = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await strict.ask(COUNTS)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await strict.ask(COUNTS);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await errorOf(refused)).message).toMatch(
      /^Too many requests from this address\. Try again in \d+ seconds\.$/,
    );
    expect((await fetch(`${strict.api}health`)).status).toBe(200);
    await strict.stop();
  });

  it('lets only pages of the listed origins read its replies', async () => {
    const listed = 'https://example.org';
    const open = await startTestServer({ origins: [listed], perMinute: 4 });
    await open.serve(textSource(sixActivities));
    const from = (Origin: string) => open.ask(COUNTS, EVERYTHING, { headers: { Origin } });
    const allowed = ({ headers }: Response) => headers.get('Access-Control-Allow-Origin');
    const reply = await from(listed);
    expect([reply.status, allowed(reply)]).toEqual([200, listed]);
    expect(reply.headers.get('Vary')).toBe('Accept-Encoding, Origin');
    expect(reply.headers.get('Access-Control-Expose-Headers')).toContain(TOTAL_HEADER);
    expect(reply.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    for (const other of ['https://example.org.evil.example', 'http://example.org', 'null']) {
      const refused = await from(other);
      expect([allowed(refused), refused.headers.get('Vary')], other).toEqual([null, 'Accept-Encoding, Origin']);
    }
    // The page must be able to read why it is refused.
    const tooMany = await from(listed);
    expect([tooMany.status, allowed(tooMany)]).toEqual([429, listed]);
    const ask = (Origin: string) => fetch(`${open.api}ask`, { method: 'OPTIONS', headers: { Origin } });
    const { status, headers } = await ask(listed);
    expect([status, headers.get('Access-Control-Allow-Headers')]).toEqual([204, 'Content-Type']);
    expect(allowed(await ask('https://other.example'))).toBeNull();
    expect(allowed(await fetch(open.root, { headers: { Origin: listed } }))).toBeNull();
    await open.stop();
  });

  it('counts the addresses of one IPv6 network as one reader', () => {
    let now = 0;
    const limit = new RateLimit(1, () => now);
    const waits = (address: string) => limit.secondsToWait(address) > 0;
    expect(waits('2001:db8:1:2::1')).toBe(false);
    expect(waits('2001:0db8:1:2:ffff:0:0:9')).toBe(true);
    expect([waits('2001:db8:1:3::1'), waits('2001:db8::1'), waits('::1')]).toEqual([false, false, false]);
    expect([waits('::ffff:10.0.0.1'), waits('10.0.0.1'), waits('::ffff:10.0.0.2')]).toEqual([false, true, false]);
    now = 60_000;
    expect(waits('2001:db8:1:2::7')).toBe(false);
  });

  it('takes the address of a reader from its proxy only if it is told so', async () => {
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': `9.9.9.9, ${address}` } });
    for (const isBehindProxy of [false, true]) {
      const proxied = await startTestServer({ perMinute: 1, isBehindProxy });
      await proxied.serve(textSource(sixActivities));
      expect((await proxied.ask(COUNTS, EVERYTHING, from('1.1.1.1'))).status).toBe(200);
      expect((await proxied.ask(COUNTS, EVERYTHING, from('2.2.2.2'))).status).toBe(isBehindProxy ? 200 : 429);
      await proxied.stop();
    }
  });

  it('logs no text of a question', async () => {
    await server.serve(textSource(sixActivities));
    await server.ask(COUNTS, { ...EVERYTHING, text: 'confidential' });
    await server.ask({ counts: 'confidential' });
    await fetch(`${server.root}confidential?q=confidential`);
    await fetch(`${server.api}confidential`);
    expect(server.log.length).toBeGreaterThan(3);
    expect(server.log.join('\n')).not.toContain('confidential');
  });
});

describe('a question that does not follow the schema', () => {
  const selection = EVERYTHING;
  it.each([
    ['no question', undefined, 'The question is missing: give it as parameter q.'],
    ['no JSON', '{', 'The question is not JSON.'],
    ['a list', '[]', 'The question must be of type object.'],
    [
      'an unknown member',
      { selection, wants: COUNTS, sql: 'x' },
      'The question has a member that the server does not know.',
    ],
    ['a missing member', { wants: COUNTS }, 'The question lacks “selection”.'],
    ['no wants', { selection, wants: {} }, '“wants” in the question asks for nothing.'],
    [
      'an unknown want',
      { selection, wants: { secrets: true } },
      '“wants” in the question has a member that the server does not know.',
    ],
    [
      'a wrong type',
      { selection: { ...selection, text: 3 }, wants: COUNTS },
      '“selection.text” in the question must be of type string.',
    ],
    [
      'half a day',
      { selection: { ...selection, from: 0.5 }, wants: COUNTS },
      '“selection.from” in the question must be of type integer.',
    ],
    [
      'a text too long',
      { selection: { ...selection, text: 'x'.repeat(64_001) }, wants: COUNTS },
      '“selection.text” in the question is too long; 64000 characters are allowed.',
    ],
    [
      'a list too long',
      {
        selection,
        wants: {
          matrix: {
            rows: { facet: 'a', opened: Array(20_001).fill('a'), limit: 1 },
            columns: { facet: 'a', opened: [], limit: 1 },
            edges: [],
          },
        },
      },
      '“wants.matrix.rows.opened” in the question has too many entries; 20000 are allowed.',
    ],
    [
      'too large a matrix',
      {
        selection,
        wants: {
          matrix: {
            rows: { facet: 'a', opened: [], limit: 10_000 },
            columns: { facet: 'a', opened: [], limit: 10_000 },
            edges: [],
          },
        },
      },
      '“wants.matrix” in the question has up to 100000000 counts; 20000000 are allowed.',
    ],
    [
      'too many rows',
      { selection, wants: { rows: { order: 'date', start: 0, limit: 1e6 } } },
      '“wants.rows.limit” in the question must be a number that is <= 100000.',
    ],
    [
      'a facet that can’t exist',
      { selection: { ...selection, facets: { __proto__x: { include: [], exclude: [], mode: 'any' } } }, wants: COUNTS },
      '“selection.facets” in the question names a facet that can’t exist.',
    ],
    [
      'a facet that the record lacks',
      { selection: { ...selection, facets: { colours: { include: [], exclude: [], mode: 'any' } } }, wants: COUNTS },
      'The record has no facet “colours”.',
    ],
  ])('is refused in a sentence: %s', async (_, question, message) => {
    await server.serve(textSource(sixActivities));
    const body = typeof question === 'string' ? question : JSON.stringify(question);
    const reply =
      body === undefined ? await fetch(`${server.api}ask`) : await fetch(`${server.api}ask`, { method: 'POST', body });
    expect([reply.status, await errorOf(reply)]).toEqual([400, { code: 'badQuestion', message }]);
  });
});

it('refuses lanes and bins whose counts would fill the memory', async () => {
  const { open } = await server.serve(textSource(sixActivities));
  const [facet] = open.head.facets;
  if (!facet) throw new Error('no facet');
  const values = Array.from({ length: 2500 }, (_, i) => ({ id: `value-${i}`, label: `${i}` }));
  const head = { ...open.head, facets: [{ ...facet, values }] };
  const laneDensity = { lanes: { facet: facet.id, open: [] }, bins: { start: 0, end: 1, count: 10_000 }, above: 0 };
  const check = (count: number) => () =>
    checkAgainst(head, {
      selection: EVERYTHING,
      wants: { laneDensity: { ...laneDensity, bins: { ...laneDensity.bins, count } } },
    });
  expect(check(10_000)).toThrow('“wants.laneDensity” in the question has up to 25010000 counts; 20000000 are allowed.');
  expect(check(5000)).not.toThrow();
});

describe('ten thousand questions', () => {
  it('are answered or refused in words, and never break the server', async () => {
    const shelf = new Shelf();
    const log: string[] = [];
    const app = createApp({
      ...{ shelf, headers: {}, origins: [], perMinute: 0 },
      files: () => null,
      addressOf: () => '',
      now: () => 0,
      log: (level, event, facts) => level === 'error' && log.push(JSON.stringify([event, facts])),
    });
    const engine = createLocalEngine(() => Promise.reject(new Error('unreachable')));
    const open = await engine.open(textSource(sixActivities));
    shelf.replace({ engine, open, version: '1', close: () => {} });
    const statuses = new Map<number, number>();
    for (const question of fuzzedQuestions(10_000)) {
      const q = encodeURIComponent(JSON.stringify(question));
      const reply = await app.fetch(new Request(`http://localhost/api/ask?q=${q}`));
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      if (reply.status === 400) expect((await errorOf(reply)).message).toMatch(/^[^\n]+\.$/);
      else if (reply.status !== 200) throw new Error(`${reply.status} for ${JSON.stringify(question)}`);
    }
    expect([...statuses.keys()].sort()).toEqual([200, 400]);
    expect(Math.min(...statuses.values())).toBeGreaterThan(1000);
    expect(log).toEqual([]);
  });
});

describe('the dataset of a database', () => {
  it('has another version once its content has changed', async () => {
    const versionOf = async (version: string) => {
      const engine = createLocalEngine(() => Promise.reject(new Error('unreachable')));
      const open = () => engine.open(textSource(sixActivities));
      return (await servedBy({ ...engine, open, version: async () => version })).version;
    };
    expect(await versionOf('1')).toBe(await versionOf('1'));
    expect(await versionOf('1')).not.toBe(await versionOf('2'));
  });
});

describe('a served file', () => {
  const folder = temporaryFolder();

  it('is opened anew once it is replaced, and is served until the new one is open', async () => {
    const file = await folder.write('record.json', JSON.stringify(sixActivities));
    const log: string[] = [];
    const closed: number[] = [];
    let started = 0;
    const { createReadStream } = await import('node:fs');
    const startEngine = () => {
      started += 1;
      const number = started;
      const engine = createLocalEngine(async () => ({ bytes: createReadStream(file), total: null }));
      return { engine, close: () => closed.push(number) };
    };
    const record = { file, startEngine, log: (...line: unknown[]) => log.push(JSON.stringify(line)), everyMs: 20 };
    const shelf = new Shelf();
    const first = await openFileRecord(record);
    shelf.replace(first);
    const stop = followFile(record, shelf);
    const lease = shelf.lease();

    await writeFile(file, '{"format": "chronofacet-dataset/1", "activities": ');
    await expect.poll(() => log.some(line => line.includes('notReplaced'))).toBe(true);
    expect(shelf.current).toBe(first);

    const { activities, ...head } = sixActivities;
    await writeFile(file, JSON.stringify({ ...head, activities: activities.slice(0, 2) }));
    await expect.poll(() => shelf.current?.open.total).toBe(2);
    expect(shelf.current?.version).not.toBe(first.version);
    // The old one is closed once the last request has released it.
    expect(closed).not.toContain(1);
    lease?.release();
    expect(closed).toContain(1);
    stop();
  });
});
