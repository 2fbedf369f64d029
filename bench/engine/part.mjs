import { megabytes, ms, ratio, seconds, thousands } from '../report.mjs';
import { median, p95 } from '../statistics.mjs';
import { contest, NAMES, warmTimes } from './contest.mjs';

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
  for (const size of bench.options.sizes ?? SIZES) findings.push(...(await contest(bench, size, findings)));
  const sizes = [...new Set(findings.map(({ size }) => size))];
  return {
    tables: sizes.map(size => tableOf(findings.filter(finding => finding.size === size))),
    targets: targetsOf(findings),
  };
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
      'toggle, median',
      'p95',
      'ours is',
      'n',
      'window drag, median',
      'p95',
      'ours is',
      'n',
    ],
    rows: findings.map(finding => {
      const { name, why, builds, memory, toggles, drags } = finding;
      if (why) return [NAMES[name] ?? name, why, ...new Array(9).fill('')];
      const over = (/** @type {'toggles' | 'drags'} */ kind) =>
        finding === ours ? '' : ratio(median(warmTimes(ours?.[kind] ?? toggles)), median(warmTimes(finding[kind])));
      return [
        NAMES[name] ?? name,
        seconds(median(builds)),
        megabytes(memory),
        ...[toggles, drags].flatMap((asked, i) => {
          const times = warmTimes(asked);
          return [ms(median(times)), ms(p95(times)), over(i === 0 ? 'toggles' : 'drags'), String(times.length)];
        }),
      ];
    }),
  };
}

/** @param {readonly Finding[]} findings */
function targetsOf(findings) {
  const at = (/** @type {number} */ size, /** @type {string} */ name) =>
    findings.find(finding => finding.size === size && finding.name === name && !finding.why);
  const toggle = (/** @type {number} */ size, /** @type {string} */ name) =>
    median(warmTimes(at(size, name)?.toggles ?? { times: [], results: [] }));
  const [million, most] = [1_000_000, 10_000_000];
  const share = (/** @type {string} */ ours, /** @type {string} */ peer, /** @type {number} */ bound) => ({
    what: `toggle at 1M, ${NAMES[ours]}, over ${NAMES[peer]}`,
    atLeast: `≤ 1/${bound}`,
    measured: ratio(toggle(million, ours), toggle(million, peer)),
    kept: judged(toggle(million, ours) / toggle(million, peer), 1 / bound),
  });
  const large = at(most, 'wasm');
  const drag = at(million, 'app');
  const memory = (at(million, 'wasm')?.memory ?? Number.NaN) / (at(million, 'crossfilter2')?.memory ?? Number.NaN);
  const largest = large ? p95(warmTimes(large.toggles)) : Number.NaN;
  const dragged = drag ? p95(warmTimes(drag.drags)) : Number.NaN;
  return [
    share('wasm', 'crossfilter2', 100),
    share('wasm', 'duckdb', 80),
    share('typescript', 'crossfilter2', 15),
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
