/* Runs the benchmarks (`npm run bench`). Tables go to stdout, progress to stderr. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { buildAll, buildCommit, versionOf } from './build.mjs';
import { measureClicks } from './clicks/part.mjs';
import { dataFolder } from './data.mjs';
import { measureEngine } from './engine/part.mjs';
import { measureExports } from './exports/part.mjs';
import { measureLoad } from './load/part.mjs';
import { machine } from './machine.mjs';
import { readOptions, USAGE } from './options.mjs';
import { measurePaint } from './paint/part.mjs';
import { markdownOf, withPart } from './report.mjs';
import { measureSearch } from './search/part.mjs';
import { measureServe } from './serve/part.mjs';
import { serve } from './serve.mjs';
import { measureTimeline } from './timeline/part.mjs';
import { measureViews } from './views/part.mjs';

/**
 * The arguments of every part.
 *
 * @typedef {{ browser: import('@playwright/test').Browser, origin: string, builds: readonly Build[],
 *   options: import('./options.mjs').Options, data: ReturnType<typeof dataFolder>, tell: (line: string) => void }} Bench
 */

/**
 * A build of the explorer and the folder that it is served from. With `--before` that commit's build comes first.
 *
 * @typedef {{ name: string, folder: 'before' | 'app' }} Build
 */

/** @type {Readonly<Record<string, (bench: Bench) => Promise<import('./report.mjs').Outcome>>>} */
const MEASURES = {
  engine: measureEngine,
  search: measureSearch,
  timeline: measureTimeline,
  views: measureViews,
  load: measureLoad,
  paint: measurePaint,
  clicks: measureClicks,
  exports: measureExports,
  serve: measureServe,
};

const PEERS = ['crossfilter2', 'itemsjs', 'minisearch', '@duckdb/duckdb-wasm'];

const root = fileURLToPath(new URL('..', import.meta.url));
const document = join(root, 'docs/PERFORMANCE.md');
const tell = (/** @type {string} */ line) => console.error(line);

/** @param {import('./options.mjs').Options} options */
async function run(options) {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const out = mkdtempSync(join(cache, 'chronofacet-bench-'));
  /** @type {(() => unknown)[]} */
  const closing = [() => rmSync(out, { recursive: true, force: true })];
  try {
    const { folders, runDatasetCommand } = await buildAll(root, out);
    const { before } = options;
    const old = before === null ? null : await buildCommit(root, before, out);
    /** @type {Build[]} */
    const builds = [{ name: 'now', folder: 'app' }];
    if (before !== null) builds.unshift({ name: before, folder: 'before' });
    const data = dataFolder(root, options.seed, runDatasetCommand);
    const server = await serve({ ...folders, ...old, data: data.folder }, options.port);
    closing.unshift(() => server.close());
    for (const part of options.parts) {
      const browser = await launchBrowser();
      closing.unshift(() => browser.close());
      tell(`# ${part}`);
      const outcome = await MEASURES[part]?.({
        browser,
        origin: server.origin,
        builds,
        options,
        data,
        tell,
      });
      if (outcome) publish(part, `${machine(browser.version())}\n\n${markdownOf(outcome)}`, options.write);
      await browser.close();
    }
  } finally {
    for (const close of closing) await close();
  }
}

/**
 * @param {string} part
 * @param {string} text
 * @param {boolean} isWritten
 */
function publish(part, text, isWritten) {
  console.log(`\n## ${part}\n\n${text}\n`);
  if (isWritten) writeFileSync(document, withPart(readFileSync(document, 'utf8'), part, text));
}

const options = readOptions(process.argv.slice(2));
if (options) {
  tell(`against ${PEERS.map(name => `${name} ${versionOf(join(root, 'bench'), name) ?? ''}`).join(', ')}`);
  try {
    await run(options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
