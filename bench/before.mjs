import { ms, ratio } from './report.mjs';
import { median, quantile } from './statistics.mjs';

/**
 * Returns what is measured in the order of a round. Every other round goes backwards, because the machine may get slower or
 * faster during a round.
 *
 * @template T
 * @param {readonly T[]} measured
 * @param {number} round
 */
export function inTurn(measured, round) {
  return round % 2 === 0 ? measured : measured.toReversed();
}

/** The greatest ratio at which a figure counts as kept. */
const MAX_RATIO = 1.05;

/**
 * A figure in milliseconds of two builds, by round: `before[i]` and `now[i]` were measured in the same round.
 *
 * @typedef {{ what: string, figure: string, before: readonly number[], now: readonly number[] }} Pair
 */

/**
 * Returns the ratios of the present build to the build before, by round. Rounds that only one of them has are left out.
 *
 * @param {Pick<Pair, 'before' | 'now'>} pair
 */
export function ratiosOf({ before, now }) {
  return now
    .slice(0, before.length)
    .map((value, round) => value / (before[round] ?? Number.NaN))
    .filter(Number.isFinite);
}

/**
 * Returns a table of the present build over the build before. The ratio is the median of the ratios of the rounds, because both
 * builds are slowed alike by what else the machine does in a round. The range holds the middle half of the ratios.
 *
 * @param {string} caption
 * @param {string} commit
 * @param {readonly Pair[]} pairs
 * @returns {import('./report.mjs').Table}
 */
export function tableAgainst(caption, commit, pairs) {
  return {
    caption,
    columns: ['', 'figure', commit, 'now', 'now over before', 'half of the rounds', 'n'],
    rows: pairs.map(pair => {
      const ratios = ratiosOf(pair);
      const range = [0.25, 0.75].map(share => ratio(quantile(ratios, share), 1));
      return [
        pair.what,
        pair.figure,
        ms(median(pair.before)),
        ms(median(pair.now)),
        ratio(median(ratios), 1),
        range.join(' to '),
        String(ratios.length),
      ];
    }),
  };
}

/**
 * Returns a target for each pair: the present build takes at most 5 % more than the build before.
 *
 * @param {string} commit
 * @param {readonly Pair[]} pairs
 * @returns {import('./report.mjs').Target[]}
 */
export function targetsAgainst(commit, pairs) {
  return pairs.map(pair => {
    const value = median(ratiosOf(pair));
    return {
      what: `${pair.what}: ${pair.figure}, over ${commit}`,
      atLeast: `≤ ${MAX_RATIO}×`,
      measured: ratio(value, 1),
      kept: Number.isFinite(value) ? value <= MAX_RATIO : null,
    };
  });
}
