import { inTurn } from '../before.mjs';
import { difference } from '../compare.mjs';
import { openTab, PATIENT, reached } from '../orders.mjs';
import { median } from '../statistics.mjs';

/** The number of questions of each kind in a round, and the time limit in milliseconds. */
const TOGGLES = 40;
const DRAGS = 24;
const BUDGET_MS = 3_000;

/** The first questions of each round are warm-ups and are not counted. */
const WARM_UPS = 3;

/** In milliseconds. A contestant whose builds took this long in all is not built again. */
const BUILDING_MS = 30_000;

/**
 * The counted times of each round, and the results by question number.
 *
 * @typedef {{ rounds: number[][], results: (import('../compare.mjs').Result | undefined)[] }} Asked
 */

/**
 * The measurements of one contestant at one size. `why` is the reason if there are none. `commit` is null for the present build.
 *
 * @typedef {{ name: string, commit: string | null, size: number, why?: string, builds: number[], memory: number, toggles: Asked, drags: Asked,
 *   unwindowed: Asked }} Finding
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

/** Contestants that do not support windows; they get the same questions without one. */
export const WITHOUT_WINDOW = ['itemsjs'];

const CONTESTANTS = ['wasm', 'typescript', 'app', 'crossfilter2', 'duckdb', 'itemsjs'];
const OWN = ['wasm', 'typescript', 'app'];

/**
 * Measures all contestants at one size, each in its own page. They take turns, so that a slow machine affects all of them.
 * With `--before`, the engine of that commit is a contestant too. Throws if a contestant's results differ from the engine's.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {number} size
 * @param {readonly Finding[]} before what was found at smaller sizes
 */
export async function contest(bench, size, before) {
  const address = `${bench.origin}/data/${await bench.data.file(size, 'cfpack', true)}`;
  const { repeat } = bench.options;
  const countsWasm = await isWasmCounted(bench);
  /** @type {Finding[]} */
  const findings = [];
  /** @type {Map<Finding, import('../orders.mjs').Tab>} */
  const tabs = new Map();
  try {
    for (const { name, commit } of contestantsOf(bench.options.before)) {
      const why = OWN.includes(name) ? null : hopelessness(before, name, size);
      const finding = emptyFinding(name, commit, size, why);
      bench.tell(`${labelOf(finding)} at ${size.toLocaleString('en')}: ${why ?? 'built'}`);
      findings.push(finding);
      if (why) continue;
      const tab = await openTab(bench, 'engine/page.html', commit === null ? 'bench' : 'before-bench');
      if (await buildFirst(tab, finding, address, countsWasm)) tabs.set(finding, tab);
      else await tab.close();
    }
    for (let round = 1; round < repeat; round += 1) {
      bench.tell(`building again: ${round}`);
      for (const [finding, tab] of inTurn([...tabs], round)) {
        const spent = finding.builds.reduce((sum, time) => sum + time, 0);
        if (spent < BUILDING_MS) finding.builds.push(await tab.order({ kind: 'build' }));
      }
    }
    for (let round = 0; round < repeat; round += 1) {
      bench.tell(`round ${round + 1}`);
      for (const [finding, tab] of inTurn([...tabs], round)) await ask(tab, finding, round);
    }
  } finally {
    for (const tab of tabs.values()) await tab.close();
  }
  for (const finding of findings) refuseDifference(finding, findings[0]);
  return findings;
}

/**
 * The engine of the commit before follows the present one.
 *
 * @param {string | null} before
 * @returns {{ name: string, commit: string | null }[]}
 */
function contestantsOf(before) {
  return CONTESTANTS.flatMap(name => {
    const present = { name, commit: null };
    return before !== null && OWN.includes(name) ? [present, { name, commit: before }] : [present];
  });
}

/** @param {Pick<Finding, 'name' | 'commit'>} finding */
export function labelOf({ name, commit }) {
  const label = NAMES[name] ?? name;
  return commit === null ? label : `${label}, at ${commit}`;
}

/**
 * Asks in a page that is then closed, so that the question's own memory is not measured.
 *
 * @param {import('../run.mjs').Bench} bench
 */
async function isWasmCounted(bench) {
  const tab = await openTab(bench, 'engine/page.html');
  try {
    return await tab.countsWasm();
  } finally {
    await tab.close();
  }
}

/**
 * Loads the dataset and builds the contestant for the first time. Returns whether it could be built.
 *
 * @param {import('../orders.mjs').Tab} tab
 * @param {Finding} finding
 * @param {string} address
 * @param {boolean} countsWasm
 */
async function buildFirst(tab, finding, address, countsWasm) {
  await tab.order({ kind: 'load', address });
  await tab.order({ kind: 'start', name: finding.name });
  const empty = await tab.memory();
  const first = await reached(() => tab.order({ kind: 'build' }), OWN.includes(finding.name) ? PATIENT : undefined);
  if ('why' in first) {
    finding.why = first.why;
    return false;
  }
  finding.memory = (await tab.memory()) - empty;
  if (!countsWasm) finding.memory += await tab.order({ kind: 'weigh' });
  finding.builds.push(first.value);
  return true;
}

/**
 * @param {import('../orders.mjs').Tab} tab
 * @param {Finding} finding
 * @param {number} round
 */
async function ask(tab, finding, round) {
  const one = async (/** @type {Asked} */ asked, /** @type {string} */ questions, /** @type {number} */ count) => {
    const from = round * count;
    const order = { kind: 'ask', questions, from, to: from + count, warmUps: WARM_UPS, budgetMs: BUDGET_MS };
    const { times, results } = await tab.order(order);
    asked.rounds.push(times);
    for (const [i, result] of results.entries()) asked.results[from + i] = result;
  };
  const isWindowless = WITHOUT_WINDOW.includes(finding.name);
  if (isWindowless || finding.name === 'wasm') await one(finding.unwindowed, 'toggles without a window', TOGGLES);
  if (isWindowless) return;
  await one(finding.toggles, 'toggles', TOGGLES);
  await one(finding.drags, 'drags', DRAGS);
}

/**
 * @param {Finding} finding
 * @param {Finding | undefined} ours
 */
function refuseDifference(finding, ours) {
  for (const kind of /** @type {const} */ (['toggles', 'drags', 'unwindowed'])) {
    const parted = difference(ours?.[kind].results ?? [], finding[kind].results);
    const size = finding.size.toLocaleString('en');
    if (parted) throw new Error(`${labelOf(finding)} and ours part at ${size} activities, ${parted}.`);
  }
}

/**
 * @param {string} name
 * @param {string | null} commit
 * @param {number} size
 * @param {string | null} why
 * @returns {Finding}
 */
function emptyFinding(name, commit, size, why) {
  const asked = () => ({ rounds: [], results: [] });
  const found = {
    name,
    commit,
    size,
    builds: [],
    memory: Number.NaN,
    toggles: asked(),
    drags: asked(),
    unwindowed: asked(),
  };
  return why ? { ...found, why } : found;
}

/**
 * Returns why a size is skipped, based on the results at the size before; null if it is not.
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
