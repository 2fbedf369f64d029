import { describe, expect, it } from 'vitest';
import { createEngineClient, type Port } from '../../../src/engine/worker/client';
import type { Reply, Request } from '../../../src/engine/worker/protocol';
import type { OpenDataset } from '../../../src/model/answer';
import type { Activity } from '../../../src/model/dataset';
import { type Selection, WHOLE } from '../../../src/model/selection';
import type { CountsReply } from '../../../src/model/wants';
import { at } from '../../fixtures/query';

const WANTS = { counts: true } as const;

function withText(text: string): Selection {
  return { ...WHOLE, text };
}

function answerOf(total: number): { counts: CountsReply } {
  return { counts: { total, inexact: 0, undated: 0, recorded: total, facets: [], textLoss: null } };
}

/**
 * A client with ports that only record what was sent. A test plays the worker, and starts the next one by breaking it.
 */
function setup() {
  const sent: Request[] = [];
  const ports: Port[] = [];
  const clock = { now: 0 };
  let terminated = 0;
  const startPort = () => {
    const port: Port = {
      postMessage: request => sent.push(request),
      terminate: () => {
        terminated += 1;
      },
      onmessage: null,
      onerror: null,
    };
    ports.push(port);
    return port;
  };
  const engine = createEngineClient(startPort, () => clock.now);
  return {
    engine,
    sent,
    ports,
    clock,
    terminatedCount: () => terminated,
    reply: (reply: Reply) => ports.at(-1)?.onmessage?.({ data: reply }),
    breakDown: (message?: string) => ports.at(-1)?.onerror?.(message === undefined ? {} : { message }),
    idOf: (position: number) => sent[position]?.id ?? Number.NaN,
    lastSent: () => sent.at(-1),
  };
}

const OPEN = { key: 'first' } as OpenDataset;

describe('createEngineClient', () => {
  it('sends each question as one message with an id of its own', () => {
    const { engine, sent } = setup();
    void engine.open(at('https://example.org/'));
    void engine.ask('key', WHOLE, WANTS);
    void engine.ask('key', WHOLE, { activity: { id: 'a1' } });
    expect(sent).toMatchObject([
      { kind: 'open', source: at('https://example.org/') },
      { kind: 'ask', key: 'key', selection: WHOLE, wants: WANTS },
      { kind: 'ask', key: 'key', selection: WHOLE, wants: { activity: { id: 'a1' } } },
    ]);
    expect(new Set(sent.map(request => request.id)).size).toBe(3);
    expect(structuredClone(sent)).toEqual(sent);
  });

  it('gives every reply to its own question, in whatever order they come', async () => {
    const { engine, reply, idOf } = setup();
    const first = engine.ask('key', WHOLE, WANTS);
    const second = engine.ask('key', WHOLE, { activity: { id: 'somebody' } });
    const third = engine.ask('key', WHOLE, { activity: { id: 'nobody' } });
    reply({ kind: 'done', id: idOf(2), value: { activity: null } });
    reply({ kind: 'done', id: idOf(0), value: answerOf(1) });
    reply({ kind: 'failed', id: idOf(1), code: 'workerLost', found: '' });
    expect(await Promise.all([first, third])).toEqual([answerOf(1), { activity: null }]);
    await expect(second).rejects.toMatchObject({ code: 'workerLost' });
  });

  it('rejects a question that was aborted on its way once the worker is free for another one', async () => {
    const { engine, sent, reply, idOf } = setup();
    const dead = new AbortController();
    let isOver = false;
    const asked = engine.ask('key', WHOLE, WANTS, dead.signal).finally(() => {
      isOver = true;
    });
    dead.abort(new Error('typed on'));
    await Promise.resolve();
    expect([sent.at(-1), isOver]).toEqual([{ kind: 'abort', id: idOf(0) }, false]);
    reply({ kind: 'ended', id: idOf(0) });
    await expect(asked).rejects.toThrow('typed on');
  });

  it('does not ask another worker what was aborted before the first one broke down', async () => {
    const { engine, sent, breakDown } = setup();
    const dead = new AbortController();
    const asked = engine.ask('key', WHOLE, WANTS, dead.signal);
    dead.abort(new Error('typed on'));
    breakDown();
    await expect(asked).rejects.toThrow('typed on');
    expect(sent.filter(({ kind }) => kind === 'ask')).toHaveLength(1);
  });

  it('takes an export one chunk at a time, and tells the worker when it is given up', async () => {
    const { engine, sent, reply, idOf } = setup();
    const dead = new AbortController();
    const chunks = engine.export('key', WHOLE, 'date', dead.signal)[Symbol.asyncIterator]();
    const first = chunks.next();
    await expect.poll(() => sent).toMatchObject([{ kind: 'chunk', start: 0 }]);
    const activity = { id: 'a1' } as Activity;
    reply({ kind: 'done', id: idOf(0), value: { activities: [activity], total: 3 } });
    expect(await first).toEqual({ done: false, value: [activity] });
    expect(sent).toHaveLength(1);
    const second = chunks.next();
    await expect.poll(() => sent).toMatchObject([{}, { kind: 'chunk', start: 1 }]);
    dead.abort(new Error('enough'));
    reply({ kind: 'ended', id: idOf(1) });
    await expect(second).rejects.toThrow('enough');
    expect(sent.at(-1)).toEqual({ kind: 'abort', id: idOf(1) });
  });

  it('rejects with the failure that the worker names, and only that question', async () => {
    const { engine, reply, idOf } = setup();
    const lost = engine.open(at('https://example.org/'));
    const found = engine.ask('key', WHOLE, WANTS);
    reply({ kind: 'failed', id: idOf(0), code: 'status', found: '404' });
    reply({ kind: 'done', id: idOf(1), value: answerOf(1) });
    await expect(lost).rejects.toMatchObject({ name: 'OpenFailure', code: 'status', found: '404' });
    await expect(found).resolves.toEqual(answerOf(1));
  });

  it('asks nothing on behalf of a signal that is aborted already', async () => {
    const { engine, sent } = setup();
    const reason = new Error('too late');
    await expect(engine.ask('key', WHOLE, WANTS, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(sent).toEqual([]);
  });

  it('rejects an opening with the reason of its abort and tells the worker', async () => {
    const { engine, sent, idOf } = setup();
    const controller = new AbortController();
    const asked = engine.open(at('https://example.org/'), controller.signal);
    const reason = new Error('not wanted any more');
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
    expect(sent[1]).toEqual({ kind: 'abort', id: idOf(0) });
  });

  it('passes over a reply that comes after the abort', async () => {
    const { engine, reply, idOf } = setup();
    const controller = new AbortController();
    const asked = engine.ask('key', WHOLE, WANTS, controller.signal);
    controller.abort(new Error('gone'));
    reply({ kind: 'done', id: idOf(0), value: answerOf(1) });
    reply({ kind: 'failed', id: idOf(0), code: 'workerLost', found: '' });
    await expect(asked).rejects.toThrow('gone');
  });

  it('does nothing about an abort after the reply', async () => {
    const { engine, sent, reply, idOf } = setup();
    const controller = new AbortController();
    const asked = engine.ask('key', WHOLE, WANTS, controller.signal);
    reply({ kind: 'done', id: idOf(0), value: answerOf(1) });
    controller.abort();
    await expect(asked).resolves.toEqual(answerOf(1));
    expect(sent).toHaveLength(1);
  });

  it('passes over a second reply and a reply to a question that nobody asked', async () => {
    const { engine, reply, idOf } = setup();
    const asked = engine.ask('key', WHOLE, WANTS);
    reply({ kind: 'done', id: 999, value: answerOf(9) });
    reply({ kind: 'done', id: idOf(0), value: answerOf(1) });
    reply({ kind: 'done', id: idOf(0), value: answerOf(2) });
    await expect(asked).resolves.toEqual(answerOf(1));
  });

  it('starts a worker that broke down again, opens what was open, and asks again under the new key', async () => {
    const { engine, sent, reply, breakDown, lastSent } = setup();
    const opening = engine.open(at('https://example.org/'));
    reply({ kind: 'done', id: 1, value: OPEN });
    await opening;
    const asked = engine.ask('first', WHOLE, WANTS);
    breakDown('out of memory');
    expect(lastSent()).toMatchObject({ kind: 'open', source: at('https://example.org/') });
    reply({ kind: 'done', id: lastSent()?.id ?? 0, value: { ...OPEN, key: 'second' } });
    await expect.poll(lastSent).toMatchObject({ kind: 'ask', key: 'second' });
    reply({ kind: 'done', id: lastSent()?.id ?? 0, value: answerOf(3) });
    await expect(asked).resolves.toEqual(answerOf(3));
    void engine.ask('first', WHOLE, WANTS);
    expect(sent.at(-1)).toMatchObject({ kind: 'ask', key: 'second' });
  });

  it('starts no worker before the first question, and none after the last one was rejected', async () => {
    const { engine, breakDown, ports } = setup();
    expect(ports).toHaveLength(0);
    const asked = engine.ask('key', WHOLE, WANTS);
    for (let i = 0; i < 3; i++) breakDown();
    await expect(asked).rejects.toMatchObject({ code: 'workerRefused' });
    expect(ports).toHaveLength(3);
  });

  it('says that the worker can’t be started when starting it throws', async () => {
    let starts = 0;
    const engine = createEngineClient(() => {
      starts += 1;
      throw new Error('refused by the policy');
    });
    await expect(engine.open(at('https://example.org/'))).rejects.toMatchObject({
      code: 'workerRefused',
      found: 'Error: refused by the policy',
    });
    expect(starts).toBe(3);
  });

  it('rejects a question that workers die of although each of them opens the dataset, and answers the next one', async () => {
    const { engine, ports, reply, breakDown, lastSent } = setup();
    const opening = engine.open(at('https://example.org/'));
    reply({ kind: 'done', id: 1, value: OPEN });
    await opening;
    const deadly = engine.ask('first', withText('deadly'), WANTS);
    const rejected = expect(deadly).rejects.toMatchObject({ code: 'workerLost', found: 'out of memory' });
    for (let death = 1; death <= 3; death++) {
      await expect.poll(lastSent).toMatchObject({ kind: 'ask' });
      breakDown('out of memory');
      if (death < 3) reply({ kind: 'done', id: lastSent()?.id ?? 0, value: { ...OPEN, key: `after ${death}` } });
    }
    await rejected;
    expect(ports).toHaveLength(3);
    const harmless = engine.ask('first', WHOLE, WANTS);
    expect(lastSent()).toMatchObject({ kind: 'open' });
    reply({ kind: 'done', id: lastSent()?.id ?? 0, value: { ...OPEN, key: 'last' } });
    await expect.poll(lastSent).toMatchObject({ kind: 'ask', key: 'last' });
    reply({ kind: 'done', id: lastSent()?.id ?? 0, value: answerOf(7) });
    await expect(harmless).resolves.toEqual(answerOf(7));
  });

  it('rejects with the reason why a dataset can’t be opened again, and tries again with the next question', async () => {
    const { engine, reply, breakDown, lastSent } = setup();
    const opening = engine.open(at('https://example.org/'));
    reply({ kind: 'done', id: 1, value: OPEN });
    await opening;
    const lost = engine.ask('first', WHOLE, WANTS);
    breakDown();
    reply({ kind: 'failed', id: lastSent()?.id ?? 0, code: 'unreachable', found: '' });
    await expect(lost).rejects.toMatchObject({ code: 'unreachable' });
    const again = engine.ask('first', WHOLE, WANTS);
    expect(lastSent()).toMatchObject({ kind: 'open' });
    reply({ kind: 'done', id: lastSent()?.id ?? 0, value: { ...OPEN, key: 'second' } });
    await expect.poll(lastSent).toMatchObject({ kind: 'ask', key: 'second' });
    reply({ kind: 'done', id: lastSent()?.id ?? 0, value: answerOf(3) });
    await expect(again).resolves.toEqual(answerOf(3));
  });

  it('gives no answer of a dataset that was replaced under the head of the one before', async () => {
    const { engine, reply, breakDown, lastSent } = setup();
    const opening = engine.open(at('https://example.org/'));
    reply({ kind: 'done', id: 1, value: { ...OPEN, total: 89 } });
    await opening;
    const asked = engine.ask('first', WHOLE, WANTS);
    breakDown();
    reply({ kind: 'done', id: lastSent()?.id ?? 0, value: { ...OPEN, key: 'second', total: 90 } });
    await expect(asked).rejects.toMatchObject({ code: 'datasetChanged' });
    expect(lastSent()).toMatchObject({ kind: 'open' });
  });

  it('replaces a worker that sent nothing for a long time when its question is aborted', async () => {
    const { engine, ports, clock, terminatedCount, lastSent } = setup();
    const stuck = new AbortController();
    const opening = engine.open(at('https://example.org/'), stuck.signal);
    clock.now = 20_000;
    stuck.abort(new Error('try again'));
    await expect(opening).rejects.toThrow('try again');
    expect(terminatedCount()).toBe(1);
    void engine.open(at('https://example.org/'));
    expect(ports).toHaveLength(2);
    expect(lastSent()).toMatchObject({ kind: 'open' });
  });

  it('keeps a worker that shows progress when its question is aborted', async () => {
    const { engine, clock, terminatedCount, reply } = setup();
    const slow = new AbortController();
    const opening = engine.open(at('https://example.org/'), slow.signal);
    clock.now = 20_000;
    reply({ kind: 'progress', id: 1, progress: { done: 1, total: null } });
    slow.abort(new Error('not wanted'));
    await expect(opening).rejects.toThrow('not wanted');
    expect(terminatedCount()).toBe(0);
  });

  it('passes over what a replaced worker still sends', async () => {
    const { engine, ports, reply, breakDown, lastSent } = setup();
    const asked = engine.ask('key', WHOLE, WANTS);
    const id = lastSent()?.id ?? 0;
    breakDown();
    ports[0]?.onmessage?.({ data: { kind: 'done', id, value: answerOf(1) } });
    reply({ kind: 'done', id, value: answerOf(2) });
    await expect(asked).resolves.toEqual(answerOf(2));
  });
});
