/** A file on the reader's computer that the browser can read again later with the reader's permission. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  isSameEntry(other: FileHandle): Promise<boolean>;
  queryPermission?(wanted: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(wanted: { mode: 'read' }): Promise<PermissionState>;
}

/** A file that the reader opened, or an address as the reader typed it. */
export type Opened = { kind: 'file'; handle: FileHandle } | { kind: 'address'; address: string };

/** An opened file or address that the browser stores. Later entries have a greater `id`. */
export type Kept = Opened & { id: number };

/** The browser's storage of the entries. Both functions reject if the page may not store anything. */
export interface KeptRows {
  /** The oldest first. */
  all(): Promise<Kept[]>;
  /** Deletes the entries with the ids `gone` and adds an entry, in one transaction. */
  change(gone: readonly number[], added?: Opened): Promise<void>;
}

/** The maximum number of stored files and addresses. */
export const MAX_KEPT = 6;

/** Returns the stored entries, the latest first. Returns null if the browser stores nothing for this page. */
export async function listKept(rows: KeptRows): Promise<Kept[] | null> {
  try {
    return (await rows.all()).reverse();
  } catch {
    return null;
  }
}

/** Stores a file or address. Deletes older entries of the same one, and the oldest entries if there are too many. */
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
    // Without storage the page works, but remembers nothing.
  }
}

async function isSame(kept: Opened, opened: Opened): Promise<boolean> {
  if (kept.kind === 'file') return opened.kind === 'file' && (await opened.handle.isSameEntry(kept.handle));
  return opened.kind === 'address' && opened.address === kept.address;
}

/** Why a stored file can't be read: the reader does not permit it, the file no longer exists, or another reason. */
export type ReadFailure = 'denied' | 'gone' | 'unreadable';

/** Reads the current content of a stored file. The browser may ask the reader for permission. */
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
