import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { Engine, Source } from '../../src/engine/engine';
import type { OpenDataset } from '../../src/model/answer';
import { OpenFailure } from '../../src/model/problem';
import type { Progress } from '../../src/model/progress';
import { useDataset } from '../../src/queries/dataset-query';
import { heldEngine } from './held-engine';

const OWN = 'https://here.example';
const ADDRESS = `${OWN}/data.json`;
const OPEN = { key: 'data' } as OpenDataset;

interface Opening {
  source: Source;
  signal: AbortSignal | undefined;
  progress: (progress: Progress) => void;
  done: (open: OpenDataset) => void;
  fail: (reason: unknown) => void;
}

function setup(address: string | null = ADDRESS) {
  const openings: Opening[] = [];
  const open: Engine['open'] = (source, signal, progress = () => {}) =>
    new Promise((done, fail) => {
      signal?.addEventListener('abort', () => fail(signal.reason));
      openings.push({ source, signal, progress, done, fail });
    });
  const { engine } = heldEngine({ open });
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const source = { engine, origins: { own: OWN, listed: [] } };
  const { result } = renderHook(() => useDataset(source, address), { wrapper });
  return { result, openings };
}

it('opens the dataset of an address, and tells how far it has come', async () => {
  const { result, openings } = setup();
  await waitFor(() => expect(openings).toMatchObject([{ source: { kind: 'address', address: ADDRESS } }]));
  expect(result.current).toMatchObject({ data: undefined, progress: null, error: null });
  const progress = { done: 5, total: 10 };
  act(() => openings[0]?.progress(progress));
  await waitFor(() => expect(result.current.progress).toEqual(progress));
  openings[0]?.done(OPEN);
  await waitFor(() => expect(result.current.data).toBe(OPEN));
});

it.each([
  ['of another origin', 'https://elsewhere.example/data.json', 'elsewhere.example'],
  ['that is none', null, ''],
])('asks the engine for no address %s', async (_kind, address, found) => {
  const { result, openings } = setup(address);
  await waitFor(() => expect(result.current.error).toBeInstanceOf(OpenFailure));
  expect((result.current.error as OpenFailure).found).toContain(found);
  expect(openings).toEqual([]);
});

it('gives the opening up, and begins anew', async () => {
  const { result, openings } = setup();
  await waitFor(() => expect(openings).toHaveLength(1));
  act(() => void result.current.cancel());
  await waitFor(() => expect(result.current).toMatchObject({ data: undefined, error: null, fetchStatus: 'idle' }));
  expect(openings[0]?.signal?.aborted).toBe(true);
  act(() => void result.current.retry());
  await waitFor(() => expect(openings).toHaveLength(2));
  openings[1]?.done(OPEN);
  await waitFor(() => expect(result.current.data).toBe(OPEN));
});

it('tells why it cannot be opened, tries once only by itself, and again when told to', async () => {
  const { result, openings } = setup();
  await waitFor(() => expect(openings).toHaveLength(1));
  openings[0]?.fail(new OpenFailure('status', '404'));
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'status', found: '404' }));
  expect(openings).toHaveLength(1);
  act(() => void result.current.retry());
  await waitFor(() => expect(openings).toHaveLength(2));
  openings[1]?.done(OPEN);
  await waitFor(() => expect(result.current).toMatchObject({ data: OPEN, error: null }));
});
