/*
 * `npm run serve` with the record of the journeys, at a port. With `--clickhouse`, starts Debian's server
 * (tests/system/clickhouse/get.sh fetches it), loads the record into it, and serves that as a user who may only read.
 */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { FIXED_RECORD, SHIPPED_RECORD } from './fixed-record.mjs';

const [port = ''] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @template T
 * @param {string} path
 * @returns {Promise<T>}
 */
async function load(path) {
  const { module } = await runnerImport(`${root}/${path}`, { root, configFile: false, logLevel: 'error' });
  return /** @type {T} */ (module);
}

/** @param {string} password */
const env = password => ({ ...process.env, CLICKHOUSE_PASSWORD: password });

/**
 * Loads the record into a new ClickHouse server. Returns the options of `npm run serve`, and a function that ends the server.
 */
async function loadIntoClickHouse() {
  /** @type {typeof import('../system/clickhouse/server.ts')} */
  const { startCluster } = await load('tests/system/clickhouse/server.ts');
  /** @type {typeof import('../system/clickhouse/config.ts')} */
  const { READER, WRITER } = await load('tests/system/clickhouse/config.ts');
  const { nodes, stop } = await startCluster();
  const database = ['--clickhouse', nodes[0]?.url ?? '', '--table', 'journeys'];
  const loading = ['scripts/dataset.mjs', 'load', FIXED_RECORD, ...database, '--user', WRITER.user];
  const { status } = spawnSync(process.execPath, loading, { cwd: root, stdio: 'inherit', env: env(WRITER.password) });
  if (status !== 0) {
    await stop();
    process.exit(1);
  }
  return { options: [...database, '--user', READER.user], password: READER.password, stop };
}

const { options, password, stop } = process.argv.includes('--clickhouse')
  ? await loadIntoClickHouse()
  : { options: ['--data', FIXED_RECORD], password: '', stop: async () => {} };

// The files beside the API have the same record, as those of the preview do.
const explorer = mkdtempSync(join(tmpdir(), 'chronofacet-served-'));
cpSync(join(root, 'dist'), explorer, { recursive: true });
copyFileSync(FIXED_RECORD, join(explorer, SHIPPED_RECORD));

const serving = ['scripts/serve.mjs', ...options, '--explorer', explorer, '--rate', '0', '--port', port];
const server = spawn(process.execPath, serving, { cwd: root, stdio: 'inherit', env: env(password) });
server.on('exit', async code => {
  await stop();
  rmSync(explorer, { recursive: true, force: true });
  process.exit(code ?? 1);
});
process.on('SIGTERM', () => server.kill());
