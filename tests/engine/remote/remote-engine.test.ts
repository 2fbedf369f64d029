import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine, EngineState } from '../../../src/engine/engine';
import { latestOnly } from '../../../src/engine/latest-only';
import { atRest, REST_MS } from '../../../src/engine/remote/at-rest';
import { engineBySource } from '../../../src/engine/remote/engine-by-source';
import { keptOpen } from '../../../src/engine/remote/kept-open';
import { remoteEngine } from '../../../src/engine/remote/remote-engine';
import { wait } from '../../../src/engine/remote/wait';
import { smallDocument } from '../../fixtures/small-document';
import { EVERYTHING, startTestServer, type TestServer, textSource } from '../../server/start-server';

const SOURCE = { kind: 'address', address: 'https://example.org/api/dataset' } as const;
const COUNTS = { counts: true } as const;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.serve(textSource(smallDocument()));
});
afterEach(() => server.stop());

/** The states that an engine goes through. */
function statesOf(engine: Engine): EngineState['kind'][] {
  const states: EngineState['kind'][] = [];
  engine.state?.subscribe(() => states.push(engine.state?.get().kind ?? 'ready'));
  return states;
}

describe('an engine on a server', () => {
  it('asks again until the server is back, and says that it is away', async () => {
    const { port } = server.server;
    let pauses = 0;
    const engine = remoteEngine(server.api, async () => {
      pauses += 1;
      if (pauses < 3) return;
      server = await startTestServer({ port });
      server.shelf.replace(served);
    });
    const { key, total } = await engine.open(SOURCE);
    const served = server.shelf.current;
    await engine.ask(key, EVERYTHING, COUNTS);
    const states = statesOf(engine);
    await server.stop();
    const { counts } = await engine.ask(key, { ...EVERYTHING, from: 0 }, COUNTS);
    expect(counts.total).toBe(total);
    expect(pauses).toBe(3);
    expect(states).toEqual(['away', 'ready']);
  });

  it('fails in words when it can’t open, and when the server has another dataset', async () => {
    const engine = remoteEngine(server.api);
    const { key } = await engine.open(SOURCE);
    await server.serve(textSource(smallDocument()));
    await expect(engine.ask(key, EVERYTHING, COUNTS)).rejects.toMatchObject({ code: 'datasetChanged' });
    await expect(remoteEngine('http://127.0.0.1:9/').open(SOURCE)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('waits as long as the server says, and says meanwhile that it is busy', async () => {
    const strict = await startTestServer({ perMinute: 2 });
    await strict.serve(textSource(smallDocument()));
    const waited: number[] = [];
    const enough = new AbortController();
    const engine = remoteEngine(strict.api, async milliseconds => {
      waited.push(milliseconds);
      enough.abort(new Error('enough'));
    });
    const { key } = await engine.open(SOURCE);
    await engine.ask(key, EVERYTHING, COUNTS);
    const states = statesOf(engine);
    await expect(engine.ask(key, { ...EVERYTHING, to: 0 }, COUNTS, enough.signal)).rejects.toThrow('enough');
    expect(waited[0]).toBeGreaterThanOrEqual(1000);
    expect(states).toEqual(['busy', 'ready']);
    await strict.stop();
  });

  it('keeps a question open that takes too long, says so, and lets others pass', async () => {
    const impatient = await startTestServer({ limitMs: 30 });
    await impatient.serve(textSource(smallDocument()), engine => ({
      ...engine,
      ask: (key, selection, wants, signal) =>
        selection.text === 'slow'
          ? new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
          : engine.ask(key, selection, wants, signal),
    }));
    const engine = keptOpen(latestOnly(remoteEngine(impatient.api)), wait);
    const { key } = await engine.open(SOURCE);
    const slow = { ...EVERYTHING, text: 'slow' };
    // Before the first answer, the page has nothing to keep.
    await expect(engine.ask(key, slow, COUNTS)).rejects.toMatchObject({ code: 'tooSlow', found: '0.03' });
    await engine.ask(key, EVERYTHING, COUNTS);
    const states = statesOf(engine);
    const enough = new AbortController();
    const asked = engine.ask(key, slow, COUNTS, enough.signal);
    await expect.poll(() => states).toEqual(['tooSlow']);
    expect((await engine.ask(key, { ...EVERYTHING, to: 0 }, COUNTS)).counts.total).toBe(0);
    expect(states).toEqual(['tooSlow', 'ready']);
    enough.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    // A question that was given up needs no alert.
    const another = new AbortController();
    const given = engine.ask(key, slow, COUNTS, another.signal);
    await expect.poll(() => states.at(-1)).toBe('tooSlow');
    another.abort(new Error('other'));
    await expect(given).rejects.toThrow('other');
    expect(states.at(-1)).toBe('ready');
    await impatient.stop();
  });

  it('finds out that the server is back when no question waits for it any more', async () => {
    const { port } = server.server;
    const engine = remoteEngine(server.api, (_, signal) => wait(5, signal));
    const { key } = await engine.open(SOURCE);
    await engine.ask(key, EVERYTHING, COUNTS);
    const states = statesOf(engine);
    await server.stop();
    const enough = new AbortController();
    const asked = engine.ask(key, { ...EVERYTHING, from: 0 }, COUNTS, enough.signal);
    await expect.poll(() => states).toEqual(['away']);
    enough.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    server = await startTestServer({ port });
    await server.serve(textSource(smallDocument()));
    await expect.poll(() => states).toEqual(['away', 'ready']);
  });

  it('takes a page of a proxy for a server that is away, and a failure that lasts for one', async () => {
    let isProxy = false;
    await server.serve(textSource(smallDocument()), engine => ({
      ...engine,
      ask: (key, selection, wants, signal) =>
        selection.text === 'broken'
          ? Promise.reject(new TypeError('broken'))
          : engine.ask(key, selection, wants, signal),
    }));
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', (...given: Parameters<typeof fetch>) =>
      isProxy ? Promise.resolve(new Response('<html>', { headers: { 'Content-Type': 'text/html' } })) : real(...given),
    );
    const engine = remoteEngine(server.api, async () => {
      isProxy = false;
    });
    const { key, total } = await engine.open(SOURCE);
    await engine.ask(key, EVERYTHING, COUNTS);
    const states = statesOf(engine);
    isProxy = true;
    expect((await engine.ask(key, { ...EVERYTHING, from: 0 }, COUNTS)).counts.total).toBe(total);
    expect(states).toEqual(['away', 'ready']);
    const broken = engine.ask(key, { ...EVERYTHING, text: 'broken' }, COUNTS);
    await expect(broken).rejects.toMatchObject({ code: 'serverFailed' });
    vi.unstubAllGlobals();
  });

  it('says which parts of the dataset are missing in its last replies', async () => {
    const parts = { answered: 1, of: 2, activities: 5, total: 10 };
    let areMissing = true;
    await server.serve(textSource(smallDocument()), engine => ({
      ...engine,
      partsOf: () => (areMissing ? parts : null),
    }));
    const engine = remoteEngine(server.api);
    const { key } = await engine.open(SOURCE);
    const replies = await engine.ask(key, EVERYTHING, COUNTS);
    expect([engine.partsOf?.(replies), engine.state?.get()]).toEqual([parts, { kind: 'partial', parts }]);
    // Such replies are not kept: the next is whole.
    areMissing = false;
    const whole = await engine.ask(key, EVERYTHING, COUNTS);
    expect([engine.partsOf?.(whole), engine.state?.get()]).toEqual([null, { kind: 'ready' }]);
  });

  it('posts a question that is too long for an address, and knows the version without reading all activities', async () => {
    const engine = remoteEngine(server.api);
    const { key } = await engine.open(SOURCE);
    const { counts } = await engine.ask(key, { ...EVERYTHING, text: 'long '.repeat(5000) }, COUNTS);
    expect(counts.total).toBe(0);
    expect(server.log.at(-1)).toContain('"POST"');
    expect(await engine.version?.(key)).toMatch(/^2018-12-31\.[0-9a-f]{10}$/);
    expect(server.log.filter(line => line.includes('/api/export'))).toEqual([]);
  });
});

describe('an engine that is asked when the hand rests', () => {
  it('asks the first question at once, none while the hand moves, and the last one after it', async () => {
    const asked: (number | null)[] = [];
    let time = 0;
    const inner = {
      ask: (_key, { from }, _wants, signal) => {
        asked.push(from);
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      },
    } as Pick<Engine, 'ask'> as Engine;
    const waiting: (() => void)[] = [];
    const held = (milliseconds: number, signal?: AbortSignal) => {
      expect(milliseconds).toBe(REST_MS);
      return Promise.race([new Promise<void>(resolve => waiting.push(resolve)), wait(1e9, signal)]);
    };
    const engine = atRest(inner, held, () => time);
    let last = new AbortController();
    for (let from = 0; from < 10; from += 1) {
      last.abort(new Error('moved'));
      last = new AbortController();
      engine.ask('key', { ...EVERYTHING, from }, COUNTS, last.signal).catch(() => {});
      await new Promise(resolve => setTimeout(resolve));
      time += 16;
    }
    expect(asked).toEqual([0]);
    for (const go of waiting) go();
    await new Promise(resolve => setTimeout(resolve));
    expect(asked).toEqual([0, 9]);
    last.abort();
  });
});

describe('engines by source', () => {
  it('opens the served dataset on the server and all others in the page', async () => {
    const own = await startTestServer();
    await own.serve(textSource({ ...smallDocument(), activities: [] }));
    const remote = remoteEngine(server.api);
    const engine = engineBySource(remote, { ...remoteEngine(own.api), state: undefined }, source => source === SOURCE);
    const served = await engine.open(SOURCE);
    expect(engine.state).toBe(remote.state);
    const other = await engine.open({ kind: 'text', text: '', name: 'other' });
    expect([other.total, engine.state]).toEqual([0, undefined]);
    expect((await engine.ask(other.key, EVERYTHING, COUNTS)).counts.total).toBe(0);
    const again = await engine.open(SOURCE);
    expect((await engine.ask(again.key, EVERYTHING, COUNTS)).counts.total).toBe(served.total);
    await own.stop();
  });
});
