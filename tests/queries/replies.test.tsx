import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ALL_CAPABILITIES, type Capabilities, type Engine } from '../../src/engine/engine';
import type { OpenDataset } from '../../src/model/answer';
import { type Selection, WHOLE } from '../../src/model/selection';
import type { RepliesTo, Wants } from '../../src/model/wants';
import { questionsOf, useReplies } from '../../src/queries/replies';

const WANTS: Wants = { counts: true, density: true, marks: { limit: 9, margin: 0, lanes: null } };

/** An engine that notes what it is asked and replies with the selection, and a page that asks it. */
function setup({ capabilities = ALL_CAPABILITIES as Capabilities, isPartial = (): boolean => false } = {}) {
  const asked: { selection: Selection; names: string[]; signal: AbortSignal | undefined }[] = [];
  const engine: Engine = {
    capabilities,
    open: async () => ({ key: 'key' }) as OpenDataset,
    ask: async <W extends Wants>(_key: string, selection: Selection, wants: W, signal?: AbortSignal) => {
      const names = Object.keys(wants).sort();
      asked.push({ selection, names, signal });
      const reply = { of: selection, isPartial: isPartial() };
      return Object.fromEntries(names.map(name => [name, reply])) as unknown as RepliesTo<W>;
    },
    export: async function* () {},
  };
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const answering = { engine, open: { key: 'key' } as OpenDataset };
  const { result, rerender } = renderHook(
    ({ selection, isDraft, wants }: { selection: Selection; isDraft: boolean; wants: Wants }) =>
      useReplies(answering, questionsOf(answering, selection, wants, isDraft)),
    { wrapper, initialProps: { selection: WHOLE, isDraft: false, wants: WANTS } },
  );
  const show = (selection: Selection, { isDraft = false, wants = WANTS } = {}) =>
    rerender({ selection, isDraft, wants });
  const arrived = () => waitFor(() => expect(result.current.isWaiting).toBe(false));
  return { asked, client, result, show, arrived, names: () => asked.map(({ names }) => names.join(' ')) };
}

const from = (day: number): Selection => ({ ...WHOLE, from: day });

describe('useReplies', () => {
  it('asks all wants of a moment in one message, and again only those that depend on what changed', async () => {
    const { names, show, arrived } = setup();
    await arrived();
    show(from(1));
    await arrived();
    show({ ...WHOLE, compare: { facets: {}, text: 'x' } });
    await arrived();
    show(WHOLE);
    await arrived();
    expect(names()).toEqual(['counts density marks', 'counts marks', 'density marks']);
  });

  it('asks only what is not there yet where something else is wanted', async () => {
    const { names, show, arrived } = setup();
    await arrived();
    show(WHOLE, { wants: { counts: true, rows: { order: 'date', start: 0, limit: 5 } } });
    await arrived();
    show(WHOLE);
    expect(names()).toEqual(['counts density marks', 'rows']);
  });

  it('keeps nothing of the frames of a drag', async () => {
    const { client, show, arrived } = setup();
    await arrived();
    const before = client.getQueryCache().getAll().length;
    for (let frame = 1; frame <= 200; frame += 1) {
      show(from(frame), { isDraft: true });
      if (frame % 10 === 0) await arrived();
    }
    show(from(200));
    await arrived();
    await new Promise(resolve => setTimeout(resolve, 20));
    // What is shown now, beside what was shown before the drag.
    expect(client.getQueryCache().getAll().length).toBeLessThanOrEqual(before + 2);
  });

  it('gives a message up once none of it is wanted any more', async () => {
    const { asked, show, arrived } = setup();
    await Promise.resolve();
    show({ ...WHOLE, text: 'x' });
    show({ ...WHOLE, text: 'xy' });
    await arrived();
    expect(asked.map(({ selection, signal }) => [selection.text, signal?.aborted])).toEqual([
      ['', true],
      ['xy', false],
    ]);
  });

  it('asks a partial reply again until it is whole', async () => {
    let left = 2;
    const isPartial = () => {
      left -= 1;
      return left >= 0;
    };
    const { result, arrived } = setup({ isPartial });
    await arrived();
    await waitFor(() => expect(result.current.replies.marks).toMatchObject({ isPartial: false }), { timeout: 5000 });
  });

  it('does not ask, and does not wait for, what the engine declines', async () => {
    const { names, arrived } = setup({ capabilities: { ...ALL_CAPABILITIES, declined: ['density', 'marks'] } });
    await arrived();
    expect(names()).toEqual(['counts']);
  });
});
