/** A file of the reader's computer that the browser can read again later, if the reader permits it. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  isSameEntry(other: FileHandle): Promise<boolean>;
  queryPermission?(wanted: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(wanted: { mode: 'read' }): Promise<PermissionState>;
}

/** A file that the reader opened, or an address as the reader typed it. */
export type Opened = { kind: 'file'; handle: FileHandle } | { kind: 'address'; address: string };

/** An opened file or address that the browser keeps. What was opened later has a greater `id`. */
export type Kept = Opened & { id: number };

/** The browser's storage of the entries. Both functions reject if the page may not store anything. */
export interface KeptRows {
  /** Returns all entries, the oldest first. */
  all(): Promise<Kept[]>;
  /** Deletes the entries with the ids `gone` and then adds an entry, in one step. */
  change(gone: readonly number[], added?: Opened): Promise<void>;
}

/** The number of files and addresses that are kept. */
export const MAX_KEPT = 6;

/** Returns the kept entries, the latest first. Returns null if the browser stores nothing for this page. */
export async function listKept(rows: KeptRows): Promise<Kept[] | null> {
  try {
    return (await rows.all()).reverse();
  } catch {
    return null;
  }
}

/** Keeps what the reader opened. An older entry of the same file or address, or one too many, makes room for it. */
export async function keepOpened(rows: KeptRows, opened: Opened): Promise<void> {
  try {
    const all = await rows.all();
    const same = await Promise.all(all.map(kept => isSame(kept, opened)));
    const others = all.filter((_, index) => !same[index]);
    const left = new Set(others.slice(Math.max(0, others.length - MAX_KEPT + 1)));
    await rows.change(
      all.filter(kept => !left.has(kept)).map(({ id }) => id),
      opened,
    );
  } catch {
    // Without storage nothing is kept, and the page works as before.
  }
}

async function isSame(kept: Opened, opened: Opened): Promise<boolean> {
  if (kept.kind === 'file') return opened.kind === 'file' && (await opened.handle.isSameEntry(kept.handle));
  return opened.kind === 'address' && opened.address === kept.address;
}

/** Why a kept file can't be read: the reader does not permit it, it is no longer there, or another reason. */
export type ReadFailure = 'denied' | 'gone' | 'unreadable';

/** Reads a kept file again, as it is now. The browser may ask the reader for permission. */
export async function readAgain(handle: FileHandle): Promise<File | ReadFailure> {
  try {
    const wanted = { mode: 'read' } as const;
    const permission = (await handle.queryPermission?.(wanted)) ?? 'granted';
    if (permission !== 'granted' && (await handle.requestPermission?.(wanted)) !== 'granted') return 'denied';
    return await handle.getFile();
  } catch (error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    if (name === 'NotFoundError') return 'gone';
    return name === 'NotAllowedError' ? 'denied' : 'unreadable';
  }
}
