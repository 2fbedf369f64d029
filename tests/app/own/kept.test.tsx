import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { KeptAtHand } from '../../../src/app/own/KeptAtHand';
import {
  type FileHandle,
  type Kept,
  type KeptRows,
  keepOpened,
  listKept,
  MAX_KEPT,
  type Opened,
} from '../../../src/app/own/kept';
import { loadLaterMessages } from '../../../src/i18n/later-messages';
import { renderView } from '../../panels/render-view';

beforeAll(loadLaterMessages);

/** A file on a disk, of which every handle is another object. `file` may be what reading it throws. */
function handleOf(name: string, file: File | DOMException = new File(['text'], name)): FileHandle {
  return {
    name,
    getFile: async () => {
      if (!(file instanceof File)) throw file;
      return file;
    },
    isSameEntry: async other => other.name === name,
  };
}

function keptIn(entries: Kept[] = []): KeptRows {
  let last = 0;
  return {
    all: async () => [...entries],
    change: async (gone, added) => {
      const left = entries.filter(({ id }) => !gone.includes(id));
      last += 1;
      entries.splice(0, entries.length, ...left, ...(added ? [{ ...added, id: last }] : []));
    },
  };
}

const FORBIDDEN: KeptRows = {
  all: () => Promise.reject(new DOMException('denied', 'SecurityError')),
  change: () => Promise.reject(new DOMException('denied', 'SecurityError')),
};

const address = (text: string): Opened => ({ kind: 'address', address: text });
const file = (handle: FileHandle): Opened => ({ kind: 'file', handle });

async function namesOf(rows: KeptRows): Promise<string[]> {
  return ((await listKept(rows)) ?? []).map(kept => (kept.kind === 'file' ? kept.handle.name : kept.address));
}

describe('keepOpened', () => {
  it('keeps the last few, the latest first, and each file and address once', async () => {
    const rows = keptIn();
    for (const opened of [file(handleOf('a.csv')), address('b.json'), file(handleOf('a.csv')), address('a.csv')]) {
      await keepOpened(rows, opened);
    }
    expect(await namesOf(rows)).toEqual(['a.csv', 'a.csv', 'b.json']);
    for (let i = 1; i <= 9; i += 1) await keepOpened(rows, address(`${i}.json`));
    expect(await namesOf(rows)).toEqual(['9.json', '8.json', '7.json', '6.json', '5.json', '4.json']);
    await keepOpened(rows, address('4.json'));
    expect(await namesOf(rows)).toEqual(['4.json', '9.json', '8.json', '7.json', '6.json', '5.json']);
    expect(MAX_KEPT).toBe(6);
  });

  it('keeps nothing, and fails in nothing, where storage is forbidden', async () => {
    await keepOpened(FORBIDDEN, address('b.json'));
    expect(await listKept(FORBIDDEN)).toBeNull();
  });
});

async function setup(opened: readonly Opened[], rows: KeptRows = keptIn()) {
  for (const each of opened) await keepOpened(rows, each);
  const onFiles = vi.fn();
  const onAddress = vi.fn();
  const { user, container } = await renderView(
    <KeptAtHand rows={rows} pick={null} onFiles={onFiles} onAddress={onAddress} />,
  );
  return { user, container, onFiles, onAddress, rows };
}

describe('KeptAtHand', () => {
  it('opens a kept address, and reads a kept file as it is now', async () => {
    const now = new File(['now'], 'a.csv');
    const handle = handleOf('a.csv', now);
    const { user, onFiles, onAddress } = await setup([file(handle), address('b.json')]);
    await user.click(await screen.findByRole('button', { name: 'b.json' }));
    expect(onAddress.mock.calls).toEqual([['b.json']]);
    await user.click(screen.getByRole('button', { name: 'a.csv' }));
    await waitFor(() => expect(onFiles.mock.calls).toEqual([[[now], [handle]]]));
  });

  const denied = (name: string): FileHandle => ({
    ...handleOf(name),
    queryPermission: async () => 'prompt',
    requestPermission: async () => 'denied',
  });

  it.each([
    [handleOf('gone.csv', new DOMException('', 'NotFoundError')), /“gone.csv” is no longer where it was/],
    [handleOf('busy.csv', new DOMException('', 'NotReadableError')), /“busy.csv” could not be read/],
    [denied('mine.csv'), /not permitted to read “mine.csv”/],
  ])('says why a file can not be read: $name', async (handle, sentence) => {
    const { user, onFiles } = await setup([file(handle)]);
    await user.click(await screen.findByRole('button', { name: handle.name }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(sentence));
    expect(onFiles).not.toHaveBeenCalled();
  });

  it('asks the browser for permission before it reads', async () => {
    const handle = { ...denied('mine.csv'), requestPermission: vi.fn(async () => 'granted' as const) };
    const { user, onFiles } = await setup([file(handle)]);
    await user.click(await screen.findByRole('button', { name: 'mine.csv' }));
    await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1));
    expect(handle.requestPermission.mock.calls).toEqual([[{ mode: 'read' }]]);
  });

  it('forgets one, and all, and the focus stays in the list', async () => {
    const { user, rows } = await setup([address('a'), address('b'), address('c')]);
    await user.click(await screen.findByRole('button', { name: 'Forget b' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'b' })).toBeNull());
    expect(await namesOf(rows)).toEqual(['c', 'a']);
    await user.click(screen.getByRole('button', { name: 'Forget all' }));
    await waitFor(() => expect(screen.queryByRole('listitem')).toBeNull());
    expect(await namesOf(rows)).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Kept at hand' }));
  });

  it('is absent where storage is forbidden or nothing was kept', async () => {
    for (const rows of [FORBIDDEN, keptIn()]) {
      const { container } = await setup([], rows);
      await listKept(rows);
      await Promise.resolve();
      expect(container.textContent).toBe('');
    }
  });
});
