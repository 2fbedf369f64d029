import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ServerNote } from '../../src/app/ServerNote';
import { useServerState } from '../../src/app/use-server-state';
import type { Engine, EngineState } from '../../src/engine/engine';
import { activateLanguage } from '../../src/i18n/catalogue';
import { loadLaterMessages } from '../../src/i18n/later-messages';

afterEach(() => vi.useRealTimers());

const PARTS = { answered: 1, of: 2, activities: 5_000_000, total: 10_000_000 };

/** Counts how often a reply and the dataset itself are asked for. */
function Shown({ asked }: { asked: { counts: number; dataset: number } }) {
  useQuery({ queryKey: ['counts', 'data'], queryFn: () => ++asked.counts });
  useQuery({ queryKey: ['dataset', 'address'], queryFn: () => ++asked.dataset });
  return null;
}

function NoteOf({ watched }: { watched: NonNullable<Engine['state']> }) {
  return <ServerNote state={useServerState({ state: watched } as Engine)} />;
}

/** Shows the note of an engine whose state a test sets. */
async function setup(state: EngineState) {
  const i18n = await activateLanguage('en');
  await loadLaterMessages();
  let current = state;
  const listeners = new Set<() => void>();
  const watched = {
    get: () => current,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const asked = { counts: 0, dataset: 0 };
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(['rows', 'data', 'another view'], 'without a part');
  vi.useFakeTimers();
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Shown asked={asked} />
        <NoteOf watched={watched} />
      </QueryClientProvider>
    </I18nProvider>,
  );
  const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time));
  await pass(0);
  const change = async (next: EngineState) => {
    current = next;
    act(() => {
      for (const listener of listeners) listener();
    });
    await pass(0);
  };
  return { asked, pass, change, kept: () => client.getQueryData(['rows', 'data', 'another view']) };
}

it('says which parts answered, and asks again until all do', async () => {
  const { asked, pass, change, kept } = await setup({ kind: 'partial', parts: PARTS });
  expect(screen.getByRole('alert').textContent).toMatch(/^1 of 2 parts answered: 5,000,000 of 10,000,000 activities\./);
  await pass(11_000);
  expect(asked).toEqual({ counts: 3, dataset: 1 });
  expect(kept()).toBeUndefined();
  await change({ kind: 'ready' });
  expect(screen.queryByRole('alert')).toBeNull();
  await pass(60_000);
  expect(asked).toEqual({ counts: 4, dataset: 1 });
});

it('says that the server is busy, and asks nothing by itself', async () => {
  const { asked, pass, change } = await setup({ kind: 'busy' });
  expect(screen.getByRole('alert').textContent).toMatch(/^The record’s server has many questions to answer\./);
  await pass(60_000);
  expect(asked).toEqual({ counts: 1, dataset: 1 });
  await change({ kind: 'ready' });
  expect(screen.queryByRole('alert')).toBeNull();
});

it('asks nothing by itself while all parts answer', async () => {
  const { asked, pass, kept } = await setup({ kind: 'ready' });
  await pass(60_000);
  expect([asked, kept()]).toEqual([{ counts: 1, dataset: 1 }, 'without a part']);
});
