import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { WHOLE } from '../model/selection';
import type { Log } from './log';
import { REPLIES, type Served, type Shelf } from './served';

export interface FileRecord {
  file: string;
  startEngine: () => Pick<Served, 'engine' | 'askJson' | 'close'>;
  log: Log;
  /** The interval in milliseconds between two checks of the file. */
  everyMs?: number;
}

/** Returns the version of a file, a hash of its content. Two servers of the same file thus have the same version. */
async function versionOf(file: string): Promise<string> {
  const hash = createHash('sha256').update(REPLIES);
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(bytes);
  return hash.digest('hex').slice(0, 16);
}

/** Opens a file. Rejects with `OpenFailure` or an error of the file system. */
export async function openFileRecord(record: FileRecord): Promise<Served> {
  const { file, startEngine } = record;
  const state = await stateOf(file);
  const version = await versionOf(file);
  const { engine, askJson, close } = startEngine();
  try {
    const open = await engine.open({ kind: 'address', address: file });
    // Asks a first question before any reader waits. This question also loads the code that answers questions.
    await engine.ask(open.key, WHOLE, { counts: true, density: true, trends: true });
    if (state === (await stateOf(file))) return { engine, askJson, open, version, close };
  } catch (error) {
    close();
    throw error;
  }
  // The file was replaced while it was being read, so it is opened again.
  close();
  return openFileRecord(record);
}

/** The number of checks between two attempts to open a file that could not be opened and has not changed since. */
const LOOKS_AFTER_FAILURE = 15;

/**
 * Checks a file regularly. Serves the new content once the file was replaced and no longer changes. The old content is
 * served until the new content is open. Returns a function that stops the checks.
 */
export function followFile(record: FileRecord, shelf: Shelf): () => void {
  const { file, log, everyMs = 2000 } = record;
  /**
   * The size, time and inode of the served file. The text is empty at first, so that the first check compares the file
   * with the open version.
   */
  let opened = '';
  let failed = '';
  let looksSinceFailure = 0;
  let timer = setTimeout(look, everyMs);
  let isStopped = false;

  async function look(): Promise<void> {
    let now = '';
    try {
      now = await stateOf(file);
      looksSinceFailure += 1;
      if (now !== opened && (now !== failed || looksSinceFailure >= LOOKS_AFTER_FAILURE)) {
        await pause(everyMs);
        // A file that is still being written is opened after a later check.
        if (now === (await stateOf(file))) {
          await replace();
          opened = now;
        }
      }
    } catch (error) {
      [failed, looksSinceFailure] = [now, 0];
      log('error', 'notReplaced', { message: error instanceof Error ? error.message : String(error) });
    }
    if (!isStopped) timer = setTimeout(look, everyMs);
  }

  async function replace(): Promise<void> {
    if ((await versionOf(file)) === shelf.current?.version) return;
    const next = await openFileRecord(record);
    if (isStopped) return next.close();
    shelf.replace(next);
    log('info', 'replaced', { version: next.version, activities: next.open.total });
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function stateOf(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file);
  return `${size} ${mtimeMs} ${ino}`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
