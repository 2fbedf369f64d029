import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import type { Selection } from '../../src/model/selection';
import type { Wants } from '../../src/model/wants';
import { AskedReplies, TooSlow } from '../../src/server/replies';
import type { Served } from '../../src/server/served';
import { Busy } from '../../src/server/slots';
import { smallDocument } from '../fixtures/small-document';
import { EVERYTHING, textSource } from './start-server';

const COUNTS = { counts: true } as const;
const never = new AbortController().signal;

let served: Served;
let asked: { text: string; go: () => void }[];
beforeEach(async () => {
  const engine = createLocalEngine(() => Promise.reject(new Error('unreachable')));
  const open = await engine.open(textSource(smallDocument()));
  asked = [];
  const ask = async (_: string, { text }: Selection, wants: Wants) => {
    if (wants.counts) await new Promise<void>(go => asked.push({ text, go }));
    return { counts: text };
  };
  served = { engine: { ...engine, ask: ask as unknown as Engine['ask'] }, open, version: '1', close: () => {} };
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function ask(replies: AskedReplies, text: string, wants: Wants = COUNTS): Promise<unknown> {
  const reply = replies.reply(served, { selection: { ...EVERYTHING, text }, wants }, never);
  reply.catch(() => {});
  return reply;
}

it('gives the engine a few questions at once, and begins the time limit of the others later', async () => {
  const replies = new AskedReplies({ atOnce: 2, limitMs: 1000 });
  const [one, , three] = ['1', '2', '3', '4'].map(text => ask(replies, text));
  await vi.advanceTimersByTimeAsync(900);
  expect(asked.map(({ text }) => text)).toEqual(['1', '2']);
  asked[0]?.go();
  await expect(one).resolves.toMatchObject({ found: 'asked' });
  expect(asked.map(({ text }) => text)).toEqual(['1', '2', '3']);
  await vi.advanceTimersByTimeAsync(900);
  asked[2]?.go();
  await expect(three).resolves.toMatchObject({ found: 'asked' });
});

it('is busy when the engine does not begin in time, and goes on with background questions', async () => {
  const replies = new AskedReplies({ atOnce: 1, limitMs: 1000 });
  const slow = ask(replies, 'slow');
  await vi.advanceTimersByTimeAsync(500);
  const late = ask(replies, 'late');
  await expect(ask(replies, '', { trends: true })).resolves.toMatchObject({ found: 'asked' });
  await vi.advanceTimersByTimeAsync(500);
  await expect(slow).rejects.toBeInstanceOf(TooSlow);
  // The engine still works on the question that it was too slow for.
  await vi.advanceTimersByTimeAsync(500);
  await expect(late).rejects.toBeInstanceOf(Busy);
  expect(asked.map(({ text }) => text)).toEqual(['slow']);
  asked[0]?.go();
  void ask(replies, 'next');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(['slow', 'next']);
});

/** Asks with a second for the exact reply, of an engine that can sample if `estimates` is true. */
function askFirst(replies: AskedReplies, text: string, { estimates = true, signal = never } = {}): Promise<unknown> {
  const { engine } = served;
  const ask: Engine['ask'] = async (key, selection, wants, signal, precision) => {
    if (precision !== 'sampled') return engine.ask(key, selection, wants, signal);
    if (!estimates) throw new RangeError('the sample is too small');
    return { counts: 'about' } as never;
  };
  const sampling: Engine = { ...engine, capabilities: { ...engine.capabilities, canSample: true }, ask };
  const question = { selection: { ...EVERYTHING, text }, wants: COUNTS };
  const reply = replies.reply({ ...served, engine: sampling }, question, signal, 1000);
  reply.catch(() => {});
  return reply;
}

it('gives the exact reply if it comes in time, and else an estimate, while the engine goes on for a moment', async () => {
  const replies = new AskedReplies();
  const quick = askFirst(replies, 'quick');
  await vi.advanceTimersByTimeAsync(900);
  asked[0]?.go();
  await expect(quick).resolves.toMatchObject({ isSampled: false });
  const slow = askFirst(replies, 'slow');
  await vi.advanceTimersByTimeAsync(1000);
  await expect(slow).resolves.toMatchObject({ isSampled: true });
  await vi.advanceTimersByTimeAsync(1000);
  const exact = ask(replies, 'slow');
  await vi.advanceTimersByTimeAsync(3000);
  asked[1]?.go();
  await expect(exact).resolves.toMatchObject({ isSampled: false, found: 'joined' });
  await expect(ask(replies, 'slow')).resolves.toMatchObject({ isSampled: false, found: 'cached' });
});

it('gives the exact reply, however late, if there is no estimate', async () => {
  const late = askFirst(new AskedReplies(), 'late', { estimates: false });
  await vi.advanceTimersByTimeAsync(5000);
  asked[0]?.go();
  await expect(late).resolves.toMatchObject({ isSampled: false });
});

it('ends the exact question if nobody asks for it after the estimate, or after the asker has gone', async () => {
  const replies = new AskedReplies();
  await Promise.all([askFirst(replies, 'slow'), vi.advanceTimersByTimeAsync(1000)]);
  await vi.advanceTimersByTimeAsync(3000);
  void ask(replies, 'slow');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(['slow', 'slow']);
  const controller = new AbortController();
  const gone = askFirst(replies, 'gone', { signal: controller.signal });
  await vi.advanceTimersByTimeAsync(100);
  controller.abort(new Error('gone'));
  await expect(gone).rejects.toThrow('gone');
});
