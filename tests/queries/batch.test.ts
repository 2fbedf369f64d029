import { describe, expect, it } from 'vitest';
import { WHOLE } from '../../src/model/selection';
import type { WantName, Wants } from '../../src/model/wants';
import { askBatched, sendBatches } from '../../src/queries/batch';
import { heldEngine } from './held-engine';

const FIRST_ROWS = { order: 'date', start: 0, limit: 10 } as const;
const NEXT_ROWS = { ...FIRST_ROWS, start: 10 };

function setup() {
  const { engine, asked, wantsOf } = heldEngine();
  const ask = <K extends WantName>(name: K, want: NonNullable<Wants[K]>, { text = '', key = 'data' } = {}) => {
    const controller = new AbortController();
    const question = { engine, key, selection: { ...WHOLE, text }, name, want };
    return {
      reply: askBatched(question, controller.signal).then(({ reply }) => reply),
      giveUp: () => controller.abort(new Error('given up')),
    };
  };
  return { ask, asked, wantsOf, sendNow: () => sendBatches(engine) };
}

const nextTick = () => new Promise(resolve => setTimeout(resolve));

describe('askBatched', () => {
  it('sends the wants of one tick in one message, and gives each its own reply', async () => {
    const { ask, asked } = setup();
    const counts = ask('counts', true);
    const rows = ask('rows', FIRST_ROWS);
    await nextTick();
    expect(asked).toMatchObject([{ key: 'data', selection: WHOLE, wants: { counts: true, rows: FIRST_ROWS } }]);
    asked[0]?.reply();
    expect([await counts.reply, await rows.reply]).toEqual(['counts 1', 'rows 1']);
  });

  it('sends what is asked in a later tick in a message of its own', async () => {
    const { ask, wantsOf } = setup();
    void ask('counts', true);
    await nextTick();
    void ask('density', true);
    await nextTick();
    expect(wantsOf()).toEqual(['counts', 'density']);
  });

  it('sends at once what it is told to, and once only', async () => {
    const { ask, wantsOf, sendNow } = setup();
    void ask('counts', true);
    void ask('rows', FIRST_ROWS);
    sendNow();
    expect(wantsOf()).toEqual(['counts rows']);
    void ask('density', true);
    await nextTick();
    expect(wantsOf()).toEqual(['counts rows', 'density']);
  });

  it('keeps selections and datasets apart', async () => {
    const { ask, asked } = setup();
    void ask('counts', true);
    void ask('counts', true, { text: 'mali' });
    void ask('counts', true, { key: 'other' });
    void ask('density', true, { text: 'mali' });
    await nextTick();
    expect(asked.map(({ key, selection, wants }) => [key, selection.text, Object.keys(wants).join(' ')])).toEqual([
      ['data', '', 'counts'],
      ['data', 'mali', 'counts density'],
      ['other', '', 'counts'],
    ]);
  });

  it('sends nothing that everybody gave up in the same tick', async () => {
    const { ask, asked } = setup();
    const { reply, giveUp } = ask('counts', true);
    giveUp();
    await expect(reply).rejects.toThrow('given up');
    await nextTick();
    expect(asked).toEqual([]);
  });

  it('keeps engines apart', async () => {
    const [one, other] = [setup(), setup()];
    void one.ask('counts', true);
    void other.ask('density', true);
    await nextTick();
    expect([one.wantsOf(), other.wantsOf()]).toEqual([['counts'], ['density']]);
  });

  it('sends two ranges of the same want in two messages', async () => {
    const { ask, asked } = setup();
    const replies = [ask('rows', FIRST_ROWS), ask('rows', NEXT_ROWS), ask('counts', true)].map(({ reply }) => reply);
    await nextTick();
    expect(asked.map(({ wants }) => wants)).toEqual([{ rows: FIRST_ROWS, counts: true }, { rows: NEXT_ROWS }]);
    for (const { reply } of asked) reply();
    expect(await Promise.all(replies)).toEqual(['rows 1', 'rows 2', 'counts 1']);
  });

  it('holds up nothing with what may take long', async () => {
    const { ask, asked, wantsOf } = setup();
    const counts = ask('counts', true);
    void ask('trends', true);
    void ask('activity', { id: 'a' });
    await nextTick();
    expect(wantsOf()).toEqual(['counts', 'trends activity']);
    asked[0]?.reply();
    expect(await counts.reply).toBe('counts 1');
  });

  it('gives the message up once nobody waits for any of it', async () => {
    const { ask, asked } = setup();
    const questions = [ask('counts', true), ask('density', true)];
    const replies = Promise.allSettled(questions.map(({ reply }) => reply));
    await nextTick();
    questions[0]?.giveUp();
    expect(asked[0]?.signal?.aborted).toBe(false);
    questions[1]?.giveUp();
    expect(asked[0]?.signal).toMatchObject({ aborted: true, reason: { message: 'given up' } });
    expect((await replies).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('tells everybody who asked why there is no reply', async () => {
    const { ask, asked } = setup();
    const replies = Promise.allSettled([ask('counts', true).reply, ask('density', true).reply]);
    await nextTick();
    asked[0]?.fail('lost');
    expect(await replies).toEqual([
      { status: 'rejected', reason: 'lost' },
      { status: 'rejected', reason: 'lost' },
    ]);
  });
});
