/**
 * Returns the quantile at `share`, linearly interpolated; NaN for an empty list.
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
 * Drops the first times, in which the code is not compiled yet. A short list loses only its first one.
 *
 * @param {readonly number[]} times
 * @param {number} [warmUps]
 */
export function warm(times, warmUps = 5) {
  return times.slice(times.length > 2 * warmUps ? warmUps : Math.min(1, times.length - 1));
}
