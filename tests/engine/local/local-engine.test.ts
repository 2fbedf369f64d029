import { describe, expect, it, vi } from 'vitest';
import { createLocalEngine } from '../../../src/engine/local/local-engine';
import { headerLength, readHeader } from '../../../src/formats/packed/header';
import { chunkSection, PREFIX_LENGTH } from '../../../src/formats/packed/layout';
import { NONE_UNLISTED, OpenFailure } from '../../../src/model/problem';
import { WHOLE } from '../../../src/model/selection';
import { parseView } from '../../../src/url/parse';
import { packDocument, streamOf } from '../../fixtures/packed';
import { askAll, at, openBy, queryOf } from '../../fixtures/query';
import { smallDocument, smallDocumentWith } from '../../fixtures/small-document';

const FILES: Readonly<Record<string, string>> = {
  'memory:small': JSON.stringify(smallDocument()),
  'memory:bad-record': smallDocumentWith('activities[1].date', 'soon'),
  'memory:not-json': 'Hello',
};

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function setup() {
  return createLocalEngine(async (address, signal) => {
    signal?.throwIfAborted();
    const text = FILES[address];
    if (text === undefined) throw new OpenFailure('status', '404');
    return { bytes: bytesOf(text), total: null };
  });
}

function queryFrom(link: string) {
  return queryOf(parseView(link).view, ['region', 'theme'], { lanes: null, rowLimit: 10, extent: null });
}

/** A small packed dataset in chunks of one activity; its text only comes when the test releases it. */
async function setupLate() {
  const packed = await packDocument(JSON.stringify(smallDocument()), { chunkSize: 1, isIndexed: true });
  const textAt = startOfText(packed);
  let letThrough = () => {};
  const isLet = new Promise<void>(resolve => {
    letThrough = resolve;
  });
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield packed.subarray(0, textAt);
    await isLet;
    yield packed.subarray(textAt);
  }
  const engine = createLocalEngine(async () => ({ bytes: bytes(), total: packed.length }));
  const { key } = await engine.open(at('memory:late'));
  return { engine, key, letThrough: () => letThrough() };
}

/** A packed dataset that is almost entirely text, in a hundred chunks. */
async function setupLarge() {
  const activities = Array.from({ length: 5000 }, (_, i) => ({
    id: `a${i}`,
    date: `20${10 + (i % 10)}`,
    title: `Title ${i}`,
    summary: 'So that there is more text than anything else. '.repeat(4),
  }));
  const packed = await packDocument(smallDocumentWith('activities', activities), { chunkSize: 50 });
  let given = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of streamOf(packed, 1024)) {
      given += piece.length;
      yield piece;
    }
  }
  const engine = createLocalEngine(async () => ({ bytes: bytes(), total: packed.length }));
  const { key } = await engine.open(at('memory:large'));
  return { engine, key, isAllRead: () => given === packed.length };
}

/** Records the signals passed to fetches. */
function setupSignals(text = FILES['memory:small'] ?? '') {
  const signals: (AbortSignal | undefined)[] = [];
  const engine = createLocalEngine(async (_, signal) => {
    signals.push(signal);
    return { bytes: bytesOf(text), total: null };
  });
  return { engine, signals };
}

/** Waits for all pending background work. */
function settled(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 250));
}

function startOfText(packed: Uint8Array): number {
  const start = PREFIX_LENGTH + headerLength(packed);
  const { sections } = readHeader(packed.subarray(PREFIX_LENGTH, start));
  return start + (sections.find(({ name }) => name === chunkSection(0))?.offset ?? Number.NaN);
}

describe('createLocalEngine', () => {
  it('opens a dataset, answers and shows an activity', async () => {
    const engine = setup();
    const open = await engine.open(at('memory:small'));
    expect(open).toMatchObject({ head: { id: 'small' }, total: 3, problems: [], unlisted: NONE_UNLISTED });
    const answer = await askAll(engine, open.key, queryFrom('?region=africa'));
    expect(answer.rows.map(row => row.id)).toEqual(['first', 'second']);
    const opened = await openBy(engine, open.key, 'zweite', queryFrom('?region=africa'));
    expect(opened).toMatchObject({ activity: { id: 'second' }, previous: { id: 'first' }, next: null });
    expect(await openBy(engine, open.key, 'nobody', queryFrom(''))).toBeNull();
  });

  it('counts the values of every facet over time', async () => {
    const engine = setup();
    const open = await engine.open(at('memory:small'));
    const {
      trends: { parts, facets },
    } = await engine.ask(open.key, WHOLE, { trends: true });
    expect(facets.map(({ facet, counts }) => [facet, counts.length / parts])).toEqual(
      open.head.facets.map(({ id, values }) => [id, values.length + 1]),
    );
    await expect(engine.ask('another', WHOLE, { trends: true })).rejects.toMatchObject({ code: 'workerLost' });
    await expect(engine.ask(open.key, WHOLE, { trends: true }, AbortSignal.abort())).rejects.toThrow();
  });

  it('reports the problems of a dataset and shows the rest', async () => {
    const open = await setup().open(at('memory:bad-record'));
    expect(open.total).toBe(2);
    expect(open.problems).toMatchObject([{ path: 'activities[1].date', code: 'dateForm' }]);
  });

  it('sends no activities before it is asked', async () => {
    expect(await setup().open(at('memory:small'))).not.toHaveProperty('head.activities');
  });

  it.each([
    ['memory:nowhere', 'status'],
    ['memory:not-json', 'notJson'],
  ])('fails to open %s: %s', async (address, code) => {
    await expect(setup().open(at(address))).rejects.toMatchObject({ name: 'OpenFailure', code });
  });

  it('answers no question with a key that it did not give', async () => {
    const engine = setup();
    await expect(askAll(engine, 'key', queryFrom(''))).rejects.toMatchObject({ code: 'workerLost' });
    await engine.open(at('memory:small'));
    await expect(askAll(engine, 'key', queryFrom(''))).rejects.toMatchObject({ code: 'workerLost' });
    await expect(openBy(engine, 'key', 'first', queryFrom(''))).rejects.toMatchObject({ code: 'workerLost' });
  });

  it('forgets the dataset before and gives every opening a key of its own', async () => {
    const engine = setup();
    const before = await engine.open(at('memory:small'));
    const after = await engine.open(at('memory:small'));
    expect(after.key).not.toBe(before.key);
    await expect(askAll(engine, before.key, queryFrom(''))).rejects.toMatchObject({ code: 'workerLost' });
    await expect(askAll(engine, after.key, queryFrom(''))).resolves.toMatchObject({ total: 3 });
  });

  it('keeps the dataset that is open when another can not be opened', async () => {
    const engine = setup();
    const open = await engine.open(at('memory:small'));
    await expect(engine.open(at('memory:nowhere'))).rejects.toThrow();
    await expect(engine.open(at('memory:small'), AbortSignal.abort())).rejects.toThrow();
    await expect(askAll(engine, open.key, queryFrom(''))).resolves.toMatchObject({ total: 3 });
  });

  it('answers before the text has come, and says that the rows are still to come', async () => {
    const { engine, key } = await setupLate();
    await expect(askAll(engine, key, queryFrom(''))).resolves.toMatchObject({ total: 3, rows: [], isPartial: true });
  });

  it.each(['?q="came after"', '?q=-"came after"', '?sort=title', '?view=table&table.sort=_place'])(
    'waits with everything that is asked under %s for the text that it needs',
    async link => {
      const expected = setup();
      const { key: expectedKey } = await expected.open(at('memory:small'));
      const { engine, key, letThrough } = await setupLate();
      const asked = Promise.all([
        askAll(engine, key, queryFrom(link)),
        openBy(engine, key, 'first', queryFrom(link)),
        openBy(engine, key, 'second', queryFrom(link)),
      ]);
      letThrough();
      const found = await asked;
      expect(found[0].rows).toEqual((await askAll(expected, expectedKey, queryFrom(link))).rows);
      expect(found.slice(1)).toEqual([
        await openBy(expected, expectedKey, 'first', queryFrom(link)),
        await openBy(expected, expectedKey, 'second', queryFrom(link)),
      ]);
    },
  );

  it('waits for no text once nobody wants the answer any more', async () => {
    const { engine, key } = await setupLate();
    const dead = new AbortController();
    const asked = [
      askAll(engine, key, queryFrom('?sort=title'), dead.signal),
      openBy(engine, key, 'first', queryFrom('?q=second'), dead.signal),
      openBy(engine, key, 'first', queryFrom(''), dead.signal),
    ];
    dead.abort(new Error('typed on'));
    for (const question of asked) await expect(question).rejects.toThrow('typed on');
    await expect(askAll(engine, key, queryFrom(''), AbortSignal.abort(new Error('too late')))).rejects.toThrow(
      'too late',
    );
  });

  it('gives the complete first answer of a large packed dataset before most of its text has loaded', async () => {
    const { engine, key, isAllRead } = await setupLarge();
    await settled();
    const { isPartial, marks, rows } = await askAll(engine, key, queryFrom(''));
    expect([isPartial, marks.length > 20, rows.length]).toEqual([false, true, 10]);
    expect(isAllRead()).toBe(false);
  });

  it('loads the rest of the text after a delay for drawing the first answer', async () => {
    vi.useFakeTimers();
    try {
      const { engine, key, isAllRead } = await setupLarge();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await askAll(engine, key, queryFrom(''))).toMatchObject({ isPartial: false });
      await vi.advanceTimersByTimeAsync(500);
      expect(isAllRead()).toBe(false);
      await vi.advanceTimersByTimeAsync(500);
      expect(isAllRead()).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('loads it at once if a part of the answer needs it', async () => {
    const { engine, key, isAllRead } = await setupLarge();
    expect(await askAll(engine, key, queryFrom('?sort=-date'))).toMatchObject({ isPartial: true });
    await settled();
    expect(isAllRead()).toBe(true);
    expect(await askAll(engine, key, queryFrom('?sort=-date'))).toMatchObject({ isPartial: false });
  });

  it('stops reading the file of the previous dataset', async () => {
    const { engine, signals } = setupSignals();
    await engine.open(at('memory:small'));
    await engine.open(at('memory:small'));
    expect(signals.map(signal => signal?.aborted)).toEqual([true, false]);
  });

  it('stops an aborted opening and keeps the open dataset', async () => {
    const { engine, signals } = setupSignals();
    const { key } = await engine.open(at('memory:small'));
    const dead = new AbortController();
    const opening = engine.open(at('memory:small'), dead.signal);
    dead.abort(new Error('gone on'));
    await expect(opening).rejects.toThrow('gone on');
    expect(signals.map(signal => signal?.aborted)).toEqual([false, true]);
    await expect(askAll(engine, key, queryFrom(''))).resolves.toMatchObject({ total: 3 });
  });

  it('stops reading a file that can’t be opened', async () => {
    const { engine, signals } = setupSignals('{}');
    await expect(engine.open(at('memory:small'))).rejects.toThrow();
    expect(signals.map(signal => signal?.aborted)).toEqual([true]);
  });
});
