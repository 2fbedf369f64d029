import type { FileHandle } from './kept';

interface Picker {
  showOpenFilePicker?: (options: { multiple: boolean }) => Promise<FileHandle[]>;
}

interface HandledItem {
  getAsFileSystemHandle?: () => Promise<unknown>;
}

/**
 * Returns a function that lets the reader choose files which the browser can read again later. The promise resolves to
 * an empty list if the reader chooses none. Null if the browser has no such choice, or has none in frames.
 */
export function filePicker(): (() => Promise<FileHandle[]>) | null {
  const { showOpenFilePicker } = window as Picker;
  if (!showOpenFilePicker || window.self !== window.top) return null;
  return () => showOpenFilePicker.call(window, { multiple: true }).catch(() => []);
}

/** Returns the handles of dropped files. Must be called during the drop event, because browsers give none later. */
export async function droppedHandles(items: DataTransferItemList): Promise<FileHandle[]> {
  const handles = [...items].map(item => (item as HandledItem).getAsFileSystemHandle?.().catch(() => null));
  return (await Promise.all(handles)).filter(isFileHandle);
}

function isFileHandle(handle: unknown): handle is FileHandle {
  return (handle as { kind?: string } | null | undefined)?.kind === 'file';
}
