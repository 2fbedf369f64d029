import { tableAgainst, targetsAgainst } from '../before.mjs';
import { markdownTable, megabytes, ms, ratio, seconds, thousands } from '../report.mjs';
import { median, p95 } from '../statistics.mjs';
import { contest, labelOf, NAMES, WITHOUT_WINDOW } from './contest.mjs';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const FRAME_MS = 1000 / 60;

/** @typedef {import('./contest.mjs').Finding} Finding */

/**
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measureEngine(bench) {
  /** @type {Finding[]} */
  const findings = [];
  for (const size of bench.options.sizes ?? SIZES) {
    const found = await contest(bench, size, findings);
    findings.push(...found);
    bench.tell(markdownTable(tableOf(found)));
  }
  const sizes = [...new Set(findings.map(({ size }) => size))];
  const tables = sizes.map(size => tableOf(findings.filter(finding => finding.size === size)));
  const targets = targetsOf(findings);
  const { before } = bench.options;
  if (before === null) return { tables, targets };
  const pairs = pairsOf(findings);
  return {
    tables: [...tables, tableAgainst('The engine over the one before, median of a round', before, pairs)],
    targets: [...targets, ...targetsAgainst(before, pairs)],
  };
}

/**
 * Pairs the times of each of our engines with those of the commit before, by round. Building the index has its own rounds.
 *
 * @param {readonly Finding[]} findings
 */
function pairsOf(findings) {
  return findings
    .filter(({ commit }) => commit !== null)
    .flatMap(then => {
      const now = findings.find(
        ({ name, size, commit }) => name === then.name && size === then.size && commit === null,
      );
      if (!now) return [];
      const what = `${NAMES[now.name]}, ${thousands(now.size)}`;
      const medians = (/** @type {import('./contest.mjs').Asked} */ { rounds }) => rounds.map(times => median(times));
      return [
        { what, figure: 'build', before: then.builds, now: now.builds },
        { what, figure: 'toggle', before: medians(then.toggles), now: medians(now.toggles) },
        { what, figure: 'window drag', before: medians(then.drags), now: medians(now.drags) },
      ];
    });
}

/** @param {readonly Finding[]} findings */
function tableOf(findings) {
  const [ours] = findings;
  return {
    caption: `${thousands(ours?.size ?? 0)} activities`,
    columns: [
      '',
      'build',
      'memory',
      ...['toggle', 'window drag'].flatMap(what => [`${what}, median`, 'p95', 'ours is', 'n']),
    ],
    rows: findings.map(finding => {
      const { name, why, builds, memory } = finding;
      if (why) return [labelOf(finding), why, ...new Array(9).fill('')];
      const kinds = WITHOUT_WINDOW.includes(name)
        ? [finding.unwindowed, finding.drags]
        : [finding.toggles, finding.drags];
      const own = WITHOUT_WINDOW.includes(name) ? [ours?.unwindowed, ours?.drags] : [ours?.toggles, ours?.drags];
      return [
        labelOf(finding),
        seconds(median(builds)),
        megabytes(memory),
        ...kinds.flatMap((asked, i) => {
          const times = asked.rounds.flat();
          const share = finding === ours ? '' : ratio(byRound(own[i], asked), 1);
          return [ms(median(times)), ms(p95(times)), share, String(times.length)];
        }),
      ];
    }),
  };
}

/**
 * Returns the median over the rounds of the ratio of the median times for the same questions.
 *
 * @param {import('./contest.mjs').Asked | undefined} one
 * @param {import('./contest.mjs').Asked | undefined} other
 */
function byRound(one, other) {
  if (!one || !other) return Number.NaN;
  return median(
    one.rounds.map((times, round) => {
      const others = other.rounds[round] ?? [];
      // A slow contestant answered only the first questions.
      const same = Math.min(times.length, others.length);
      return median(times.slice(0, same)) / median(others.slice(0, same));
    }),
  );
}

/** @param {readonly Finding[]} findings */
function targetsOf(findings) {
  const at = (/** @type {number} */ size, /** @type {string} */ name) =>
    findings.find(finding => finding.size === size && finding.name === name && finding.commit === null && !finding.why);
  const [million, max] = [1_000_000, 10_000_000];
  const share = (/** @type {string} */ ours, /** @type {string} */ peer, /** @type {number} */ bound) => {
    const value = byRound(at(million, ours)?.toggles, at(million, peer)?.toggles);
    return {
      what: `toggle at 1M, ${NAMES[ours]}, over ${NAMES[peer]}`,
      atLeast: `≤ 1/${bound}`,
      measured: ratio(value, 1),
      kept: judged(value, 1 / bound),
    };
  };
  const large = at(max, 'wasm');
  const drag = at(million, 'app');
  const memory = (at(million, 'wasm')?.memory ?? Number.NaN) / (at(million, 'crossfilter2')?.memory ?? Number.NaN);
  const toggles = large?.toggles.rounds.flat() ?? [];
  const [usual, largest] = toggles.length > 0 ? [median(toggles), p95(toggles)] : [Number.NaN, Number.NaN];
  const dragged = drag ? p95(drag.drags.rounds.flat()) : Number.NaN;
  return [
    share('wasm', 'crossfilter2', 100),
    share('wasm', 'duckdb', 80),
    share('typescript', 'crossfilter2', 15),
    { what: 'toggle at 10M, median', atLeast: '≤ 16.7 ms', measured: ms(usual), kept: judged(usual, FRAME_MS) },
    { what: 'toggle at 10M, p95', atLeast: '≤ 16.7 ms', measured: ms(largest), kept: judged(largest, FRAME_MS) },
    {
      what: 'window drag at 1M with lanes and their density, p95',
      atLeast: '≤ 16.7 ms',
      measured: ms(dragged),
      kept: judged(dragged, FRAME_MS),
    },
    {
      what: 'memory of the index at 1M without text, over crossfilter2',
      atLeast: '≤ 1/20',
      measured: ratio(memory, 1),
      kept: judged(memory, 1 / 20),
    },
  ];
}

/**
 * @param {number} value
 * @param {number} bound
 */
function judged(value, bound) {
  return Number.isFinite(value) ? value <= bound : null;
}
