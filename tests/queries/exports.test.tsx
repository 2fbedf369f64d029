import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ALL_CAPABILITIES, type Engine } from '../../src/engine/engine';
import type { About } from '../../src/exports/answer-form';
import type { OpenDataset } from '../../src/model/answer';
import type { Activity, DatasetHead } from '../../src/model/dataset';
import type { Progress } from '../../src/model/progress';
import { type Selection, WHOLE } from '../../src/model/selection';
import { WHOLE_RECORD } from '../../src/model/view';
import { useFileExport, useVersion, type WrittenFile } from '../../src/queries/exports';
import { heldEngine } from './held-engine';

const HEAD: DatasetHead = {
  id: 'six',
  title: 'Six',
  language: 'en',
  updated: '2026-11-30',
  sources: [],
  coverage: [],
  facets: [],
};
const OPEN = { key: 'data', head: HEAD } as OpenDataset;
const ABOUT: Omit<About, 'version'> = {
  sentence: 'Everything',
  filters: [],
  link: null,
  count: 4,
  total: 4,
  taken: '2026-11-30',
  extent: null,
};

function activity(id: string): Activity {
  return { id, date: '2018-01-01', earliest: 17_532, latest: 17_532, title: id, tags: {} };
}

/** An engine that exports four activities, two at a time. It waits for `release` before each chunk of a selection. */
function setup(capabilities = ALL_CAPABILITIES) {
  const exported: Selection[] = [];
  /** The chunks of a selection that were read. */
  const read: string[][] = [];
  let release = () => {};
  const engine: Engine = {
    ...heldEngine({ capabilities }).engine,
    async *export(_key, selection, _order, signal, onProgress?: (progress: Progress) => void) {
      exported.push(selection);
      for (const [i, ids] of [
        ['a', 'b'],
        ['c', 'd'],
      ].entries()) {
        if (selection !== WHOLE) await new Promise<void>(resolve => (release = resolve));
        signal?.throwIfAborted();
        if (selection !== WHOLE) read.push(ids);
        onProgress?.({ done: 2 * i + 2, total: 4 });
        yield ids.map(activity);
      }
    },
  };
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return { answering: { engine, open: OPEN }, exported, read, wrapper, release: () => release() };
}

/** Reads a file. The blobs of jsdom can't do that themselves. */
function textOf(written: WrittenFile | null): Promise<string> {
  return new Promise(resolve => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(written?.file ?? new Blob());
  });
}

const SOME: Selection = { ...WHOLE, text: 'some' };

function file(exported: Parameters<ReturnType<typeof useFileExport>['write']>[0]['exported']) {
  const count = 'activities' in exported ? exported.activities.length : ABOUT.count;
  const aboutOf = (version: string) => ({ ...ABOUT, count, version });
  return {
    form: 'markdown',
    exported,
    pictured: { view: WHOLE_RECORD, activity: null },
    aboutOf,
    language: 'en',
    fileName: 'six',
  } as const;
}

describe('the version', () => {
  it('is worked out once for an open dataset', async () => {
    const { answering, exported, wrapper } = setup();
    const first = renderHook(() => useVersion(answering), { wrapper });
    expect(first.result.current).toBeUndefined();
    await waitFor(() => expect(first.result.current).toMatch(/^2026-11-30\.[0-9a-f]{10}$/));
    const second = renderHook(() => useVersion(answering), { wrapper });
    expect(second.result.current).toBe(first.result.current);
    expect(exported).toEqual([WHOLE]);
  });

  it('is not asked of an engine that exports nothing', async () => {
    const { answering, exported, wrapper } = setup({ ...ALL_CAPABILITIES, export: false });
    const { result } = renderHook(() => useVersion(answering), { wrapper });
    await act(async () => {});
    expect(result.current).toBeUndefined();
    expect(exported).toEqual([]);
  });
});

describe('a file', () => {
  it('has all activities of the selection and the version, and tells its progress', async () => {
    const { answering, wrapper, release } = setup();
    const { result } = renderHook(() => useFileExport(answering), { wrapper });
    const written = result.current.write(file({ selection: SOME, order: 'date' }));
    const turns = setInterval(release, 1);
    const made = await act(() => written);
    clearInterval(turns);
    const text = await textOf(made);
    for (const id of ['a', 'b', 'c', 'd']) expect(text).toContain(`### ${id}\n`);
    expect(text).toMatch(/Version: 2026-11-30\.[0-9a-f]{10}/);
    expect(made?.extension).toBe('.md');
    await waitFor(() => expect(result.current.progress).toEqual({ done: 8, total: 8 }));
  });

  it('fills its progress once, although the version is read first', async () => {
    const { answering, wrapper, release } = setup();
    const shares: number[] = [];
    const { result } = renderHook(
      () => {
        const made = useFileExport(answering);
        if (made.progress?.total) shares.push(made.progress.done / made.progress.total);
        return made;
      },
      { wrapper },
    );
    const turns = setInterval(release, 1);
    await act(() => result.current.write(file({ selection: SOME, order: 'date' })));
    await waitFor(() => expect(shares.at(-1)).toBe(1));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    await act(() => result.current.write(file({ selection: SOME, order: 'date' })));
    clearInterval(turns);
    await waitFor(() => expect(result.current.progress).toEqual({ done: 4, total: 4 }));
  });

  it('is null after being cancelled, and reads no more', async () => {
    const { answering, exported, read, wrapper, release } = setup();
    const { result } = renderHook(() => useFileExport(answering), { wrapper });
    const written = result.current.write(file({ selection: SOME, order: 'date' }));
    await waitFor(() => expect(exported).toEqual([WHOLE, SOME]));
    await act(() => result.current.cancel());
    expect(await written).toBeNull();
    release();
    await act(async () => {});
    expect(read).toEqual([]);
  });

  it('of one activity needs no selection', async () => {
    const { answering, exported, wrapper } = setup();
    const { result } = renderHook(() => useFileExport(answering), { wrapper });
    const made = await act(() => result.current.write(file({ activities: [activity('only')] })));
    expect(await textOf(made)).toContain('### only\n');
    expect(exported).toEqual([WHOLE]);
  });

  it('rejects with the error of the engine', async () => {
    const { answering, wrapper } = setup();
    const broken: Engine = {
      ...answering.engine,
      // biome-ignore lint/correctness/useYield: it fails before the first chunk
      async *export() {
        throw new Error('gone');
      },
    };
    const { result } = renderHook(() => useFileExport({ ...answering, engine: broken }), { wrapper });
    await expect(result.current.write(file({ selection: SOME, order: 'date' }))).rejects.toThrow('gone');
  });
});
