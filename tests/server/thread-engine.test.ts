import { afterEach, expect, it } from 'vitest';
import { threadEngine } from '../../src/server/thread-engine';
import { EVERYTHING } from './start-server';

/** A thread that answers with its number, and never ends a question about “stuck”. */
const SCRIPT = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', ({ id, kind, selection }) => {
    if (selection?.text === 'stuck') for (;;);
    if (kind === 'open') parentPort.postMessage({ kind: 'done', id, value: { key: 'dataset' } });
    const json = new TextEncoder().encode(JSON.stringify({ replies: { counts: threadId }, parts: null }));
    if (kind === 'ask') parentPort.postMessage({ kind: 'done', id, value: { json, isPartial: false } });
    if (kind === 'chunk') parentPort.postMessage({ kind: 'done', id, value: { activities: [threadId], total: 9 } });
  });
`;
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module';
  const require = createRequire('file:///');${SCRIPT}`)}`,
);
const COUNTS = { counts: true } as const;

let close = () => {};
afterEach(() => close());

async function opened(count: number, stuckMs?: number) {
  const threads = threadEngine(script, count, stuckMs === undefined ? {} : { stuckMs });
  close = threads.close;
  const { key } = await threads.engine.open({ kind: 'address', address: 'file' });
  return { engine: threads.engine, key };
}

it('starts another thread when one does not stop after an abort', async () => {
  const { engine, key } = await opened(1, 20);
  const { counts: before } = await engine.ask(key, EVERYTHING, COUNTS);
  const enough = new AbortController();
  const stuck = engine.ask(key, { ...EVERYTHING, text: 'stuck' }, COUNTS, enough.signal);
  enough.abort(new Error('enough'));
  await expect(stuck).rejects.toThrow('enough');
  const { counts: after } = await engine.ask(key, EVERYTHING, COUNTS);
  expect(after).not.toBe(before);
});

it('gives questions to the thread that writes no export', async () => {
  const { engine, key } = await opened(2);
  const lines = engine.export(key, EVERYTHING, 'date')[Symbol.asyncIterator]();
  const [exporting] = (await lines.next()).value;
  for (let i = 0; i < 3; i += 1) expect((await engine.ask(key, EVERYTHING, COUNTS)).counts).not.toBe(exporting);
  await lines.return?.();
});
