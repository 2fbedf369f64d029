/**
 * The value below which that share of the numbers lies, between neighbours in proportion; NaN for none.
 *
 * @param {readonly number[]} numbers
 * @param {number} share from 0 to 1
 */
export function quantile(numbers, share) {
  if (numbers.length === 0) return Number.NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** @param {readonly number[]} numbers */
export function p95(numbers) {
  return quantile(numbers, 0.95);
}

/**
 * Without the first few, in which a program is still being compiled; a short run keeps all but its first.
 *
 * @param {readonly number[]} times
 * @param {number} [warmUps]
 */
export function warm(times, warmUps = 5) {
  return times.slice(times.length > 2 * warmUps ? warmUps : Math.min(1, times.length - 1));
}
