/**
 * A contestant's result for one question. `bins` and `ids` are null if the contestant does not support them.
 *
 * @typedef {{ total: number, counts: readonly (readonly number[])[], bins: readonly number[] | null,
 *   ids: readonly number[] | null }} Result
 */

/** Bins hold fractions that contestants add in different orders, so they are compared with this tolerance. */
const NEAR = 1e-6;

/**
 * Returns the first difference between two result lists as a sentence; null if there is none. Missing results, of questions
 * that took too long, are skipped.
 *
 * @param {readonly (Result | undefined)[]} ours
 * @param {readonly (Result | undefined)[]} theirs
 */
export function difference(ours, theirs) {
  for (let i = 0; i < Math.min(ours.length, theirs.length); i += 1) {
    const [a, b] = [ours[i], theirs[i]];
    const found = a && b && differenceOf(a, b);
    if (found) return `question ${i + 1}: ${found}`;
  }
  return null;
}

/**
 * @param {Result} a
 * @param {Result} b
 */
function differenceOf(a, b) {
  if (a.total !== b.total) return `the total is ${a.total} and ${b.total}`;
  for (const [facet, counts] of a.counts.entries()) {
    const found = differenceIn(`the count in facet ${facet + 1}`, counts, b.counts[facet] ?? []);
    if (found) return found;
  }
  return (
    (a.bins && b.bins && differenceIn('the bar', a.bins, b.bins)) ||
    (a.ids && b.ids && differenceIn('the activity', a.ids, b.ids))
  );
}

/**
 * @param {string} what
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
function differenceIn(what, a, b) {
  if (a.length !== b.length) return `${what}: there are ${a.length} and ${b.length}`;
  const at = a.findIndex((value, i) => Math.abs(value - (b[i] ?? 0)) > NEAR * Math.max(1, Math.abs(value)));
  return at < 0 ? null : `${what} in place ${at + 1} is ${a[at]} and ${b[at]}`;
}
