import { afterEach, expect, it } from 'vitest';
import type { TableEngine } from '../../src/engine/clickhouse/clickhouse-engine';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import { followTable } from '../../src/server/follow-table';
import { Shelf, servedBy } from '../../src/server/served';
import { smallDocument } from '../fixtures/small-document';

let stop = () => {};
afterEach(() => stop());

/** Tables whose dataset has the version as its title. */
function tables() {
  const stored: { version: string | null } = { version: 'one' };
  let opened = 0;
  const start = async (): Promise<TableEngine> => {
    const engine = createLocalEngine(() => Promise.reject(new Error('nothing is fetched')));
    const versions = new Map<string, string>();
    const storedVersion = async () => {
      if (stored.version === null) throw new Error('no table');
      return stored.version;
    };
    return {
      ...engine,
      storedVersion,
      async open() {
        opened += 1;
        const version = await storedVersion();
        const text = JSON.stringify({ ...smallDocument(), title: version });
        const open = await engine.open({ kind: 'text', text, name: version });
        versions.set(open.key, version);
        return open;
      },
      version: async key => versions.get(key) ?? '',
    };
  };
  return { stored, start, openings: () => opened };
}

it('serves the tables anew once they have another version, and the earlier one until then', async () => {
  const { stored, start, openings } = tables();
  const shelf = new Shelf();
  const engine = await start();
  shelf.replace(await servedBy(engine));
  const events: string[] = [];
  const log = (_: string, event: string) => void events.push(event);
  stop = followTable({ engine, start, log, everyMs: 5 }, shelf);
  const first = shelf.current;
  stored.version = null;
  let looks = 0;
  const storedVersion = engine.storedVersion;
  engine.storedVersion = () => {
    looks += 1;
    return storedVersion();
  };
  await expect.poll(() => looks).toBeGreaterThan(2);
  stored.version = 'one';
  await expect.poll(() => looks).toBeGreaterThan(5);
  expect(shelf.current).toBe(first);
  expect(openings()).toBe(1);
  stored.version = 'two';
  await expect.poll(() => shelf.current?.open.head.title).toBe('two');
  expect(shelf.current?.version).not.toBe(first?.version);
  expect(events).toEqual(['replaced']);
});
