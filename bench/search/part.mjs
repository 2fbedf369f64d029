import { openTab, PATIENT, reached } from '../orders.mjs';
import { megabytes, ms, ratio, seconds, thousands } from '../report.mjs';
import { median, p95, warm } from '../statistics.mjs';

const SIZES = [10_000, 100_000, 1_000_000];

/** Above this size not all texts are in memory as strings, and MiniSearch would take minutes. */
const MAX_COMPARED = 100_000;
const SEARCHES = 200;
const BUDGET_MS = 15_000;
const BUILDING_MS = 30_000;

const NAMES = {
  ours: 'ours, from the same strings',
  app: 'ours, as the app makes it: in slices, from the packed text',
  minisearch: 'MiniSearch, from the same strings',
};

/**
 * @typedef {{ name: keyof typeof NAMES, size: number, why?: string, builds: number[], memory: number, times: number[],
 *   hits: { count: number, digest: number }[] }} Finding
 */

/**
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measureSearch(bench) {
  /** @type {Finding[]} */
  const findings = [];
  for (const size of bench.options.sizes ?? SIZES) findings.push(...(await contest(bench, size)));
  const sizes = [...new Set(findings.map(({ size }) => size))];
  return {
    tables: sizes.map(size => tableOf(findings.filter(finding => finding.size === size))),
    targets: targetsOf(findings),
  };
}

/**
 * Measures one size. Throws if a contestant's matches differ from the engine's.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {number} size
 */
async function contest(bench, size) {
  const address = `${bench.origin}/data/${await bench.data.file(size, 'cfpack')}`;
  /** @type {(keyof typeof NAMES)[]} */
  const names = size <= MAX_COMPARED ? ['ours', 'app', 'minisearch'] : ['app'];
  /** @type {Finding[]} */
  const findings = [];
  for (const name of names) {
    bench.tell(`${NAMES[name]} at ${thousands(size)}`);
    const withTexts = size <= MAX_COMPARED;
    const tab = await openTab(bench, 'search/page.html');
    const found = await measureOne(tab, { name, size, address, withTexts, repeat: bench.options.repeat });
    await tab.close();
    findings.push(found);
    const parted = differenceOf(findings[0]?.hits ?? [], found.hits);
    if (parted) throw new Error(`${NAMES[name]} and ours part at ${thousands(size)} activities, ${parted}.`);
  }
  return findings;
}

/**
 * @param {Finding['hits']} ours
 * @param {Finding['hits']} theirs
 */
function differenceOf(ours, theirs) {
  const at = theirs.findIndex(({ count, digest }, i) => count !== ours[i]?.count || digest !== ours[i]?.digest);
  return at < 0 ? null : `search ${at + 1}: ${ours[at]?.count} and ${theirs[at]?.count} found`;
}

/**
 * @param {import('../orders.mjs').Tab} tab
 * @param {{ name: keyof typeof NAMES, size: number, address: string, withTexts: boolean, repeat: number }} whom
 * @returns {Promise<Finding>}
 */
async function measureOne(tab, { name, size, address, withTexts, repeat }) {
  await tab.order({ kind: 'load', address, withTexts });
  const empty = await tab.memory();
  const first = await reached(() => tab.order({ kind: 'build', name }), name === 'minisearch' ? undefined : PATIENT);
  if ('why' in first) return { name, size, why: first.why, builds: [], memory: Number.NaN, times: [], hits: [] };
  const memory = (await tab.memory()) - empty;
  const builds = [first.value];
  const end = performance.now() + BUILDING_MS;
  while (builds.length < repeat && performance.now() + first.value < end)
    builds.push(await tab.order({ kind: 'build', name }));
  const { times, hits } = await tab.order({ kind: 'ask', count: SEARCHES, budgetMs: BUDGET_MS });
  return { name, size, builds, memory, times, hits };
}

/** @param {readonly Finding[]} findings */
function tableOf(findings) {
  const [ours] = findings;
  return {
    caption: `${thousands(ours?.size ?? 0)} activities`,
    columns: [
      '',
      'build',
      'ours is',
      'n',
      'memory',
      'ours is',
      'two words, median',
      'p95',
      'ours is',
      'n',
      'hits, median',
    ],
    rows: findings.map(finding => {
      const { name, why, builds, memory, times, hits } = finding;
      if (why) return [NAMES[name], why, ...new Array(9).fill('')];
      const over = (/** @type {number} */ a, /** @type {number} */ b) => (name === 'minisearch' ? ratio(a, b) : '');
      return [
        NAMES[name],
        seconds(median(builds)),
        over(median(ours?.builds ?? []), median(builds)),
        String(builds.length),
        megabytes(memory),
        over(ours?.memory ?? Number.NaN, memory),
        ms(median(warm(times))),
        ms(p95(warm(times))),
        over(median(warm(ours?.times ?? [])), median(warm(times))),
        String(warm(times).length),
        thousands(Math.round(median(hits.map(({ count }) => count)))),
      ];
    }),
  };
}

/** @param {readonly Finding[]} findings */
function targetsOf(findings) {
  const at = (/** @type {number} */ size, /** @type {string} */ name) =>
    findings.find(finding => finding.size === size && finding.name === name && !finding.why);
  const [ours, peer, million] = [at(100_000, 'ours'), at(100_000, 'minisearch'), at(1_000_000, 'app')];
  const build = median(ours?.builds ?? []) / median(peer?.builds ?? []);
  const memory = (ours?.memory ?? Number.NaN) / (peer?.memory ?? Number.NaN);
  const slowest = p95(warm(million?.times ?? []));
  const isJudged = (/** @type {number} */ value) => Number.isFinite(value);
  return [
    {
      what: 'text index at 100k, build time over MiniSearch, same hits',
      atLeast: '≤ 1/10',
      measured: ratio(build, 1),
      kept: isJudged(build) ? build <= 0.1 : null,
    },
    {
      what: 'text index at 100k, memory over MiniSearch',
      atLeast: '≤ 1/10',
      measured: ratio(memory, 1),
      kept: isJudged(memory) ? memory <= 0.1 : null,
    },
    {
      what: 'search, two words, 1M, p95',
      atLeast: '≤ 30 ms',
      measured: ms(slowest),
      kept: isJudged(slowest) ? slowest <= 30 : null,
    },
  ];
}
