/*
 * `npm run serve` over ClickHouse, at a port: starts Debian's server (tests/system/clickhouse/get.sh fetches it), loads the
 * record of the journeys into it, and serves that as a user who may only read.
 */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { FIXED_RECORD } from './fixed-record.mjs';

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

/** @type {typeof import('../system/clickhouse/server.ts')} */
const { startCluster } = await load('tests/system/clickhouse/server.ts');
/** @type {typeof import('../system/clickhouse/config.ts')} */
const { READER, WRITER } = await load('tests/system/clickhouse/config.ts');

const cluster = await startCluster();
const database = ['--clickhouse', cluster.nodes[0]?.url ?? '', '--table', 'journeys'];

/** @param {string} password */
const env = password => ({ ...process.env, CLICKHOUSE_PASSWORD: password });
const loading = ['scripts/dataset.mjs', 'load', FIXED_RECORD, ...database, '--user', WRITER.user];
const { status } = spawnSync(process.execPath, loading, { cwd: root, stdio: 'inherit', env: env(WRITER.password) });
if (status !== 0) {
  await cluster.stop();
  process.exit(1);
}

const serving = ['scripts/serve.mjs', ...database, '--user', READER.user, '--rate', '0', '--port', port];
const server = spawn(process.execPath, serving, { cwd: root, stdio: 'inherit', env: env(READER.password) });
server.on('exit', async code => {
  await cluster.stop();
  process.exit(code ?? 1);
});
process.on('SIGTERM', () => server.kill());
