import type { TableEngine } from '../engine/clickhouse/clickhouse-engine';
import type { Log } from './log';
import { type Shelf, servedBy } from './served';

interface Table {
  engine: TableEngine;
  /** Returns a new engine over the same tables. */
  start: () => Promise<TableEngine>;
  log: Log;
  everyMs?: number;
}

/**
 * Looks now and then whether the tables have another version of the dataset, and puts that one on the shelf. Returns a
 * function that stops this.
 */
export function followTable({ engine, start, log, everyMs = 5000 }: Table, shelf: Shelf): () => void {
  let opened: string | null = null;
  let isStopped = false;
  let timer = setTimeout(look, everyMs);

  async function look(): Promise<void> {
    // While the tables are being loaded, or ClickHouse is away, there is no version.
    const stored = await engine.storedVersion().catch(() => null);
    opened ??= shelf.current ? ((await engine.version?.(shelf.current.open.key)) ?? null) : null;
    if (stored !== null && stored !== opened && !isStopped) await replace(stored);
    if (!isStopped) timer = setTimeout(look, everyMs);
  }

  async function replace(stored: string): Promise<void> {
    try {
      const served = await servedBy(await start());
      if (isStopped) return;
      shelf.replace(served);
      opened = stored;
      log('info', 'replaced', { version: served.version, activities: served.open.total });
    } catch (error) {
      log('error', 'notReplaced', { message: error instanceof Error ? error.message : String(error) });
    }
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
