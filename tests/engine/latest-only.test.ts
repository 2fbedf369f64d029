import { describe, expect, it } from 'vitest';
import { ALL_CAPABILITIES, type Engine } from '../../src/engine/engine';
import { latestOnly } from '../../src/engine/latest-only';
import type { OpenDataset } from '../../src/model/answer';
import { type Selection, WHOLE } from '../../src/model/selection';
import type { RepliesTo, Wants } from '../../src/model/wants';

interface Asked {
  text: string;
  wants: Wants;
  signal: AbortSignal | undefined;
  finish: (how: { fails: boolean }) => void;
}

/** An engine that replies when a test says so. */
function setup() {
  const asked: Asked[] = [];
  const slow: Engine = {
    capabilities: ALL_CAPABILITIES,
    open: async () => ({ key: 'key' }) as OpenDataset,
    ask: <W extends Wants>(_key: string, { text }: Selection, wants: W, signal?: AbortSignal) =>
      new Promise<RepliesTo<W>>((resolve, reject) => {
        const finish = ({ fails }: { fails: boolean }) =>
          fails ? reject(new Error('gave up')) : resolve({ counts: text } as unknown as RepliesTo<W>);
        asked.push({ text, wants, signal, finish });
      }),
    export: async function* () {},
  };
  const engine = latestOnly(slow);
  const ask = (text: string, signal?: AbortSignal) =>
    engine.ask('key', { ...WHOLE, text }, { counts: true } as const, signal);
  return { engine, ask, asked, texts: () => asked.map(({ text }) => text) };
}

const settled = () => new Promise(resolve => setTimeout(resolve));

describe('latestOnly', () => {
  it('asks one question at a time, and none that was aborted while it waited', async () => {
    const { ask, asked, texts } = setup();
    const dead = new AbortController();
    const first = ask('a');
    const second = ask('ab', dead.signal);
    const third = ask('abc');
    expect(texts()).toEqual(['a']);
    dead.abort(new Error('typed on'));
    await expect(second).rejects.toThrow('typed on');
    asked[0]?.finish({ fails: false });
    expect(await first).toEqual({ counts: 'a' });
    await settled();
    expect(texts()).toEqual(['a', 'abc']);
    asked[1]?.finish({ fails: false });
    expect(await third).toEqual({ counts: 'abc' });
  });

  it('rejects what is aborted at once, and asks the next when the engine has given it up', async () => {
    const { ask, asked, texts } = setup();
    const dead = new AbortController();
    const first = ask('a', dead.signal);
    void ask('ab');
    dead.abort(new Error('typed on'));
    await expect(first).rejects.toThrow('typed on');
    expect(asked[0]?.signal?.aborted).toBe(true);
    await settled();
    expect(texts()).toEqual(['a']);
    asked[0]?.finish({ fails: true });
    await settled();
    expect(texts()).toEqual(['a', 'ab']);
  });

  it('goes on after a question that failed', async () => {
    const { ask, asked, texts } = setup();
    const first = ask('a');
    void ask('ab');
    asked[0]?.finish({ fails: true });
    await expect(first).rejects.toThrow('gave up');
    await settled();
    expect(texts()).toEqual(['a', 'ab']);
  });

  it('asks nothing on behalf of a signal that is aborted already', async () => {
    const { ask, texts } = setup();
    await expect(ask('a', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(texts()).toEqual([]);
  });

  it('lets wants of the background pass', async () => {
    const { engine, ask, asked } = setup();
    void ask('a');
    void engine.ask('key', WHOLE, { activity: { id: 'x' }, related: { id: 'x' } });
    void engine.ask('key', WHOLE, { activity: { id: 'x' }, counts: true });
    expect(asked.map(({ wants }) => Object.keys(wants))).toEqual([['counts'], ['activity', 'related']]);
  });
});
