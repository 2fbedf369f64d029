/*
 * `npm run fuzz`: runs each file of tests/fuzz/ (a kind of input) with 10,000 random cases, and prints the seed.
 * `npm run fuzz -- documents --seed 7 --count 1`: repeats one case of one kind.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const root = fileURLToPath(new URL('..', import.meta.url));

/** In milliseconds. A case that takes longer counts as stuck and ends the run of its kind. */
const STUCK_MS = 60_000;

if (isMainThread) process.exitCode = await runAll();
else await runKind(workerData);

async function runAll() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, count: { type: 'string' } },
  });
  const count = Number(values.count ?? 10_000);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));
  const kinds = readdirSync(join(root, 'tests/fuzz'))
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => name.slice(0, -'.ts'.length))
    .filter(kind => positionals.length === 0 || positionals.includes(kind));
  if (kinds.length === 0 || !Number.isInteger(count) || !Number.isInteger(seed)) {
    console.error('Usage: npm run fuzz -- [KIND …] [--seed N] [--count N]');
    return 2;
  }
  let faultCount = 0;
  for (const kind of kinds) {
    const start = performance.now();
    const faults = await inWorker(kind, count, seed);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${kind}: ${count} cases from seed ${seed}, ${faults.length} faults, ${seconds} s`);
    for (const fault of faults)
      console.log(`  npm run fuzz -- ${kind} --seed ${fault.seed} --count 1\n    ${fault.what}`);
    faultCount += faults.length;
  }
  return faultCount > 0 ? 1 : 0;
}

/**
 * Runs a kind in a worker thread, which can be stopped if a case never ends.
 *
 * @param {string} kind
 * @param {number} count
 * @param {number} seed
 * @returns {Promise<{ seed: number, what: string }[]>}
 */
function inWorker(kind, count, seed) {
  const present = new BigInt64Array(new SharedArrayBuffer(8));
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { kind, count, seed, present } });
  return new Promise((resolve, reject) => {
    let last = -1n;
    let since = performance.now();
    const watch = setInterval(() => {
      if (present[0] !== last) {
        last = present[0] ?? 0n;
        since = performance.now();
      } else if (performance.now() - since > STUCK_MS) {
        finish();
        resolve([{ seed: Number(last), what: 'never ended' }]);
      }
    }, 500);
    const finish = () => {
      clearInterval(watch);
      worker.terminate();
    };
    worker.on('message', faults => {
      finish();
      resolve(faults);
    });
    worker.on('error', error => {
      finish();
      reject(error);
    });
  });
}

/** @param {{ kind: string, count: number, seed: number, present: BigInt64Array }} work */
async function runKind({ kind, count, seed, present }) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, `tests/fuzz/${kind}.ts`), { root, logLevel: 'error' });
  const faults = await module.run(count, seed, (/** @type {number} */ at) => {
    present[0] = BigInt(at);
  });
  parentPort?.postMessage(faults);
}
