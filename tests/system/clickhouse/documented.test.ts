import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../cli/run';
import { smallDocument } from '../../fixtures/small-document';
import { temporaryFolder } from '../programs';
import type { Node } from './config';
import { startCluster } from './server';

const folder = temporaryFolder();
const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/SCALE.md'), 'utf8');
const [CLUSTER = '', USERS = ''] = [...GUIDE.matchAll(/```xml\n(.*?)```/gs)].map(match => match[1] ?? '');

/** Returns a documented file for Debian’s release, with the ports of these nodes. */
function ofNodes(file: string, [one, two]: readonly Node[]): string {
  return file
    .replaceAll('clickhouse>', 'yandex>')
    .replace('<host>one</host><port>9000<', `<host>127.0.0.1</host><port>${one?.tcp}<`)
    .replace('<host>two</host><port>9000<', `<host>127.0.0.1</host><port>${two?.tcp}<`);
}

it('the two files of the guide make a cluster that one user fills and another can only read', async () => {
  expect(GUIDE).toContain('--cluster parts');
  const cluster = await startCluster({
    nodes: 2,
    files: nodes => ({
      'config.d/cluster.xml': ofNodes(CLUSTER, nodes),
      'users.d/chronofacet.xml': ofNodes(USERS, nodes),
    }),
  });
  try {
    const [one, two] = cluster.nodes;
    const ask = async (sql: string) => {
      const reader = new URLSearchParams({ user: 'reader', password: 'PASSWORD-OF-READER' });
      return (await (await fetch(`${one?.url}/?${reader}`, { method: 'POST', body: sql })).text()).trim();
    };
    process.env.CLICKHOUSE_PASSWORD = 'PASSWORD-OF-LOADER';
    const file = folder.write('small.json', JSON.stringify(smallDocument()));
    const urls = `${one?.url},${two?.url}`;
    const loaded = await run(
      'load',
      file,
      '--clickhouse',
      urls,
      '--cluster',
      'parts',
      '--table',
      't',
      '--user',
      'loader',
    );
    expect(loaded).toMatchObject({ code: 0, out: [expect.stringMatching(/^The table “t” on 2 parts: 3 activities/)] });
    expect(await ask('SELECT count() FROM t')).toBe('3');
    for (const sql of ['DROP TABLE t', "SELECT * FROM file('users.xml', 'CSV', 'a String')", 'SET readonly = 0']) {
      expect(await ask(sql)).toMatch(/^Code: 164/);
    }
    // As long as the statements about a facet with thousands of values.
    expect(
      await ask(`SELECT count() FROM t WHERE n IN (${Array.from({ length: 60_000 }, (_, n) => n).join(', ')})`),
    ).toBe('3');
    // Node one has positions 0 and 2. By itself, ClickHouse does not say that a node is gone.
    await two?.kill();
    expect(await ask('SELECT count() FROM t')).toBe('2');
  } finally {
    await cluster.stop();
  }
});
