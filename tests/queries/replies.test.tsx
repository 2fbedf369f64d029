import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ALL_CAPABILITIES, type Precision } from '../../src/engine/engine';
import type { OpenDataset } from '../../src/model/answer';
import { type Selection, WHOLE } from '../../src/model/selection';
import type { WantName, Wants } from '../../src/model/wants';
import { useExact } from '../../src/queries/exact';
import {
  type Questions,
  questionsOf,
  useAskAhead,
  useCountsOf,
  useOpenedReplies,
  useReplies,
  useRetry,
  useTrends,
} from '../../src/queries/replies';
import { DEPENDS_ON } from '../fixtures/depends-on';
import { heldEngine } from './held-engine';

const OPEN = { key: 'data' } as OpenDataset;

const ROWS = { order: 'date', start: 0, limit: 10 } as const;

/** A selection that differs from the whole record in one thing. */
const OTHERS: { [K in keyof Selection]: Selection } = {
  facets: { ...WHOLE, facets: { region: { include: ['mali'], exclude: [], mode: 'any' } } },
  text: { ...WHOLE, text: 'mali' },
  from: { ...WHOLE, from: 0 },
  to: { ...WHOLE, to: 0 },
  compare: { ...WHOLE, compare: { facets: {}, text: 'kenya', from: null, to: null } },
};

const ALL_PAGE_WANTS = {
  counts: true,
  compared: true,
  differences: { bars: { a: [], b: [] } },
  sides: { part: 'all', order: 'date', limit: 10 },
  density: true,
  rows: ROWS,
  marks: { limit: 10, margin: 0, lanes: null },
  lanes: { facet: 'region', open: [] },
  laneDensity: { lanes: null, bins: { start: 0, end: 10, count: 2 }, above: 0 },
  matrix: {
    rows: { facet: 'region', opened: [], limit: 5 },
    columns: { facet: 'theme', opened: [], limit: 5 },
    edges: [],
  },
  removals: true,
} satisfies Wants;

function setup(options: Parameters<typeof heldEngine>[0] = {}) {
  const held = heldEngine(options);
  const client = new QueryClient();
  const answering = { engine: held.engine, open: OPEN };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const of = (wants: Wants, selection = WHOLE, isDraft = false) => questionsOf(answering, selection, wants, isDraft);
  const render = (questions: Questions) =>
    renderHook((asked: Questions) => ({ ...useReplies(answering, asked), retry: useRetry(OPEN) }), {
      wrapper,
      initialProps: questions,
    });
  return { ...held, client, answering, wrapper, of, render };
}

describe('useReplies', () => {
  it('asks for everything that a page wants in one message', async () => {
    const { render, of, asked } = setup({ repliesAtOnce: true });
    const { result } = render(of(ALL_PAGE_WANTS));
    await waitFor(() => expect(result.current.isWaiting).toBe(false));
    expect(asked.map(({ wants }) => wants)).toEqual([ALL_PAGE_WANTS]);
    expect(result.current.replies).toMatchObject({ counts: 'counts 1', removals: 'removals 1' });
  });

  it('waits until everything is there, and meanwhile has what came', async () => {
    const { render, of, asked } = setup();
    const { result, rerender } = render(of({ counts: true }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(result.current).toMatchObject({ replies: {}, isWaiting: true, error: null });
    asked[0]?.reply();
    await waitFor(() => expect(result.current.isWaiting).toBe(false));
    rerender(of({ counts: true, rows: ROWS }));
    expect(result.current).toMatchObject({ replies: { counts: 'counts 1' }, isWaiting: true });
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1]?.wants).toEqual({ rows: ROWS });
    asked[1]?.reply();
    await waitFor(() =>
      expect(result.current).toMatchObject({ replies: { counts: 'counts 1', rows: 'rows 2' }, isWaiting: false }),
    );
  });

  it.each(Object.keys(OTHERS) as (keyof Selection)[])(
    'asks again what depends on `%s`, and nothing else',
    async key => {
      const { render, of, asked, wantsOf } = setup({ repliesAtOnce: true });
      const { result, rerender } = render(of(ALL_PAGE_WANTS));
      await waitFor(() => expect(result.current.isWaiting).toBe(false));
      rerender(of(ALL_PAGE_WANTS, OTHERS[key]));
      await waitFor(() => expect(result.current.isWaiting).toBe(false));
      const dependent = (Object.keys(ALL_PAGE_WANTS) as WantName[]).filter(name =>
        (DEPENDS_ON[name] as readonly string[]).includes(key),
      );
      expect(wantsOf().slice(1)).toEqual([dependent.join(' ')]);
      expect(asked[1]?.selection).toEqual(OTHERS[key]);
    },
  );

  it('asks nothing again on the way back', async () => {
    const { render, of, asked } = setup({ repliesAtOnce: true });
    const { result, rerender } = render(of({ counts: true }));
    await waitFor(() => expect(result.current.isWaiting).toBe(false));
    for (const selection of [OTHERS.text, WHOLE, OTHERS.text]) {
      rerender(of({ counts: true }, selection));
      await waitFor(() => expect(result.current.isWaiting).toBe(false));
    }
    expect(result.current.replies).toEqual({ counts: 'counts 2' });
    expect(asked).toHaveLength(2);
  });

  it('gives up what nobody waits for any more', async () => {
    const { render, of, asked } = setup();
    const { rerender } = render(of({ counts: true }));
    await waitFor(() => expect(asked).toHaveLength(1));
    rerender(of({ counts: true }, OTHERS.text));
    await waitFor(() => expect(asked[0]?.signal?.aborted).toBe(true));
    expect(asked[1]?.signal?.aborted).toBe(false);
  });

  it('has sent one message when the rendering goes on, so that the engine works meanwhile', () => {
    const { answering, wrapper, of, wantsOf } = setup();
    const sent: string[][] = [];
    renderHook(
      () => {
        useReplies(answering, of({ counts: true, rows: ROWS }));
        sent.push(wantsOf());
      },
      { wrapper },
    );
    expect(sent[0]).toEqual(['counts rows']);
  });

  it('keeps no frame of a gesture', async () => {
    const { render, of, client } = setup({ repliesAtOnce: true });
    const { result, rerender } = render(of({ counts: true }));
    await waitFor(() => expect(result.current.isWaiting).toBe(false));
    for (let from = 1; from <= 100; from += 1) {
      rerender(of({ counts: true }, { ...WHOLE, from }, true));
      // Some frames are answered, others are overtaken.
      if (from % 10 === 0) await waitFor(() => expect(result.current.isWaiting).toBe(false));
    }
    const froms = () =>
      client
        .getQueryCache()
        .getAll()
        .flatMap(({ queryKey, state }) => (state.data === undefined ? [] : [(queryKey[2] as Selection).from]));
    await waitFor(() => expect(froms()).toEqual([null, 100]));
  });

  it('asks for nothing that the engine declines', () => {
    const { of } = setup({ capabilities: { ...ALL_CAPABILITIES, declined: ['density', 'marks'] } });
    expect(Object.keys(of({ counts: true, density: true, rows: ROWS }))).toEqual(['counts', 'rows']);
  });

  it('says why a reply never comes, and asks again only what is missing', async () => {
    const { render, of, asked, wantsOf } = setup();
    const { result, rerender } = render(of({ counts: true }));
    await waitFor(() => expect(asked).toHaveLength(1));
    asked[0]?.reply();
    rerender(of({ counts: true, rows: ROWS }));
    await waitFor(() => expect(asked).toHaveLength(2));
    asked[1]?.fail(new Error('lost'));
    await waitFor(() => expect(result.current.error?.message).toBe('lost'));
    act(() => void result.current.retry());
    await waitFor(() => expect(wantsOf()).toEqual(['counts', 'rows', 'rows']));
    asked[2]?.reply();
    await waitFor(() => expect(result.current).toMatchObject({ error: null, isWaiting: false }));
  });

  it('gives up a question that hangs when it is asked again', async () => {
    const { render, of, asked } = setup();
    const { result } = render(of({ counts: true }));
    await waitFor(() => expect(asked).toHaveLength(1));
    act(() => void result.current.retry());
    await waitFor(() => expect(asked).toHaveLength(2));
    expect([asked[0]?.signal?.aborted, asked[1]?.signal?.aborted]).toEqual([true, false]);
    asked[1]?.reply();
    await waitFor(() => expect(result.current.replies).toEqual({ counts: 'counts 2' }));
  });
});

describe('a partial reply', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is shown, and asked for again until it is whole', async () => {
    vi.useFakeTimers();
    const { render, of, asked } = setup();
    const { result } = render(of({ rows: ROWS }));
    const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
    await pass(0);
    asked[0]?.reply({ rows: { isPartial: true } });
    await pass(10);
    expect(result.current).toMatchObject({ replies: { rows: { isPartial: true } }, isWaiting: false });
    await pass(1000);
    expect(asked).toHaveLength(2);
    asked[1]?.reply({ rows: { isPartial: false } });
    await pass(10_000);
    expect(result.current.replies).toEqual({ rows: { isPartial: false } });
    expect(asked).toHaveLength(2);
  });
});

describe('useTrends', () => {
  it('asks once they are wanted, whatever the selection', async () => {
    const { answering, wrapper, asked } = setup({ repliesAtOnce: true });
    const { result, rerender } = renderHook(({ isWanted }) => useTrends(answering, isWanted), {
      wrapper,
      initialProps: { isWanted: false },
    });
    expect([result.current, asked.length]).toEqual([undefined, 0]);
    rerender({ isWanted: true });
    await waitFor(() => expect(result.current).toBe('trends 1'));
    expect(asked.map(({ selection }) => selection)).toEqual([WHOLE]);
  });
});

describe('useOpenedReplies', () => {
  it('asks for an activity, its neighbours and its relations in one message, and again only what a selection changes', async () => {
    const { answering, wrapper, asked, wantsOf } = setup({ repliesAtOnce: true });
    const { result, rerender } = renderHook(
      ({ id, selection }: { id: string | null; selection: Selection }) =>
        useOpenedReplies(answering, id, selection, 'date'),
      { wrapper, initialProps: { id: null as string | null, selection: WHOLE } },
    );
    expect([result.current, asked.length]).toEqual([{}, 0]);
    rerender({ id: 'a', selection: WHOLE });
    await waitFor(() => expect(result.current.related).toBe('related 1'));
    rerender({ id: 'a', selection: OTHERS.text });
    await waitFor(() => expect(result.current.neighbours).toBe('neighbours 2'));
    expect(result.current.activity).toBe('activity 1');
    expect(wantsOf()).toEqual(['activity neighbours related', 'neighbours']);
  });
});

describe('useAskAhead', () => {
  it('gives up a slow reply that nothing shows, and keeps one that is shown by then', async () => {
    vi.useFakeTimers();
    const { render, of, asked, answering, wrapper } = setup();
    const { result } = renderHook(() => useAskAhead(answering), { wrapper });
    result.current(of({ rows: ROWS, trends: true }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveLength(2);
    const shown = render(of({ rows: ROWS }));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.map(({ wants, signal }) => [Object.keys(wants)[0], signal?.aborted])).toEqual([
      ['rows', false],
      ['trends', true],
    ]);
    shown.unmount();
    vi.useRealTimers();
  });
});

describe('an estimate', () => {
  /** Replies that are estimates where they are asked for with patience for a first answer, and exact elsewhere. */
  function setupEstimates() {
    const all = setup();
    const estimates = new WeakSet<object>();
    const precisions: (Precision | undefined)[] = [];
    const { ask } = all.engine;
    all.engine.ask = async (...question) => {
      const [, , , , precision] = question;
      precisions.push(precision);
      const replies = await ask(...question);
      if (precision !== 'exact') estimates.add(replies);
      return replies;
    };
    all.engine.sampleOf = replies => (estimates.has(replies) ? { rate: 8 } : null);
    const render = (questions: Questions) =>
      renderHook((asked: Questions) => ({ ...useReplies(all.answering, asked), exact: useExact(all.answering) }), {
        wrapper: all.wrapper,
        initialProps: questions,
      });
    return { ...all, render, precisions };
  }

  it('is marked, and replaced by the exact replies in one message', async () => {
    const { render, of, asked, precisions } = setupEstimates();
    const { result } = render(of({ counts: true, density: true }));
    await waitFor(() => expect(asked).toHaveLength(1));
    asked[0]?.reply();
    await waitFor(() => expect(result.current).toMatchObject({ rate: 8, isWaiting: false }));
    act(() => {
      result.current.exact.ask();
      result.current.exact.ask();
    });
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(result.current).toMatchObject({ rate: 8, isWaiting: false, replies: { counts: 'counts 1' } });
    asked[1]?.reply();
    await waitFor(() => expect(result.current).toMatchObject({ rate: 0, replies: { counts: 'counts 2' } }));
    expect(precisions).toEqual([{ firstMs: 2000 }, 'exact']);
  });

  it('stays, and is still marked, when the exact replies are cancelled', async () => {
    const { render, of, asked } = setupEstimates();
    const { result } = render(of({ counts: true }));
    await waitFor(() => expect(asked).toHaveLength(1));
    asked[0]?.reply();
    await waitFor(() => expect(result.current.rate).toBe(8));
    act(() => result.current.exact.ask());
    await waitFor(() => expect(asked).toHaveLength(2));
    act(() => result.current.exact.cancel());
    await waitFor(() => expect(asked[1]?.signal?.aborted).toBe(true));
    expect(result.current).toMatchObject({ rate: 8, error: null, isWaiting: false, replies: { counts: 'counts 1' } });
  });

  it('is never given as the counts of another selection', async () => {
    const { answering, wrapper, asked } = setupEstimates();
    const { result } = renderHook(() => useCountsOf(answering, WHOLE), { wrapper });
    await waitFor(() => expect(asked).toHaveLength(1));
    await act(async () => asked[0]?.reply());
    expect(result.current).toBeUndefined();
  });
});
