import { difference } from '../compare.mjs';
import { reached, withTab } from '../orders.mjs';
import { median, warm } from '../statistics.mjs';

/** So many questions are asked at most of each kind, and for no longer than this. */
const TOGGLES = 200;
const DRAGS = 120;
const BUDGET_MS = 12_000;

/** No more builds are begun once this has gone by. */
const BUILDING_MS = 30_000;

/**
 * What was found of one contestant at one size. `why` says why there is nothing more.
 *
 * @typedef {{ name: string, size: number, why?: string, builds: number[], memory: number, toggles: Asked, drags: Asked }} Finding
 * @typedef {{ times: number[], results: import('../compare.mjs').Result[] }} Asked
 */

/** @type {Readonly<Record<string, string>>} */
export const NAMES = {
  wasm: 'ours',
  typescript: 'ours, in TypeScript',
  app: 'ours, with lanes and their density',
  crossfilter2: 'crossfilter2',
  duckdb: 'DuckDB-WASM',
  itemsjs: 'itemsjs, no window, no histogram',
};

/** Those that know no window are asked the same questions without one. */
const WITHOUT_WINDOW = ['itemsjs'];

const CONTESTANTS = ['wasm', 'typescript', 'app', 'crossfilter2', 'duckdb', 'itemsjs'];
const OWN = ['wasm', 'typescript', 'app'];

/**
 * Everybody at one size, each in a fresh page, and their results compared with ours. Throws a sentence where they part.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {number} size
 * @param {readonly Finding[]} before what was found at smaller sizes
 */
export async function contest(bench, size, before) {
  const address = `${bench.origin}/data/${await bench.data.file(size, 'cfpack', true)}`;
  /** @type {Finding[]} */
  const findings = [];
  /** @type {Asked | null} */
  let unwindowed = null;
  for (const name of CONTESTANTS) {
    const hopeless = OWN.includes(name) ? null : hopelessness(before, name, size);
    bench.tell(`${NAMES[name]} at ${size.toLocaleString('en')}${hopeless ? `: ${hopeless}` : ''}`);
    const found = hopeless
      ? { value: nothing(name, size, hopeless) }
      : await withTab(bench, 'engine/page.html', tab =>
          measureOne(tab, { name, size, address, repeat: bench.options.repeat }),
        );
    findings.push(found.value);
    if (name === 'wasm') unwindowed = found.unwindowed ?? null;
    const [ours] = findings;
    const toggles = WITHOUT_WINDOW.includes(name) ? unwindowed : ours?.toggles;
    const parted =
      difference(toggles?.results ?? [], found.value.toggles.results) ??
      difference(ours?.drags.results ?? [], found.value.drags.results);
    if (parted) throw new Error(`${NAMES[name]} and ours part at ${size.toLocaleString('en')} activities, ${parted}.`);
  }
  return findings;
}

/**
 * @param {import('../orders.mjs').Tab} tab
 * @param {{ name: string, size: number, address: string, repeat: number }} whom
 */
async function measureOne(tab, { name, size, address, repeat }) {
  await tab.order({ kind: 'load', address });
  await tab.order({ kind: 'start', name });
  const empty = await tab.memory();
  const first = await reached(() => tab.order({ kind: 'build' }));
  if ('why' in first) return { value: nothing(name, size, first.why) };
  const memory = (await tab.memory()) - empty + (await tab.order({ kind: 'weigh' }));
  const builds = [first.value];
  const end = performance.now() + BUILDING_MS;
  while (builds.length < repeat && performance.now() + first.value < end) {
    builds.push(await tab.order({ kind: 'build' }));
  }
  const ask = (/** @type {string} */ questions, /** @type {number} */ count) =>
    tab.order({ kind: 'ask', questions, count, budgetMs: BUDGET_MS });
  const isWindowless = WITHOUT_WINDOW.includes(name);
  const toggles = await ask(isWindowless ? 'toggles without a window' : 'toggles', TOGGLES);
  const drags = isWindowless ? { times: [], results: [] } : await ask('drags', DRAGS);
  const unwindowed = name === 'wasm' ? await ask('toggles without a window', TOGGLES) : null;
  return { value: { name, size, builds, memory, toggles, drags }, unwindowed };
}

/**
 * @param {string} name
 * @param {number} size
 * @param {string} why
 * @returns {Finding}
 */
function nothing(name, size, why) {
  const asked = { times: [], results: [] };
  return { name, size, why, builds: [], memory: Number.NaN, toggles: asked, drags: asked };
}

/**
 * Why it is no use to try at a size: because of what happened at the one before.
 *
 * @param {readonly Finding[]} before
 * @param {string} name
 * @param {number} size
 */
function hopelessness(before, name, size) {
  const last = before.findLast(finding => finding.name === name);
  if (!last) return null;
  if (last.why) return `not tried: ${last.size.toLocaleString('en')} not reached`;
  const expected = (median(last.builds) * size) / last.size;
  return expected > 60_000 ? `not tried: would build for about ${Math.round(expected / 1000)} s` : null;
}

/**
 * The times that count.
 *
 * @param {Asked} asked
 */
export function warmTimes({ times }) {
  return warm(times);
}
