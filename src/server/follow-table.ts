import type { TableEngine } from '../engine/clickhouse/clickhouse-engine';
import type { Log } from './log';
import { type Shelf, servedBy } from './served';

interface Table {
  engine: TableEngine;
  start: () => Promise<TableEngine>;
  log: Log;
  everyMs?: number;
}

/**
 * Checks the tables regularly. Serves a new version of the dataset once the tables have it. Returns a function that
 * stops the checks.
 */
export function followTable({ engine, start, log, everyMs = 5000 }: Table, shelf: Shelf): () => void {
  let opened: string | null = null;
  let isStopped = false;
  let timer = setTimeout(look, everyMs);

  async function look(): Promise<void> {
    // While the tables are being filled or ClickHouse can't be reached, there is no version.
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
