/**
 * Where the shades begin, at most four of them: one, and from there each twice as much as the one before, in round
 * numbers, so that the darkest holds the largest.
 */
export function shadeSteps(max: number): number[] {
  const base = Math.max(2, roundNumber(max / 8));
  return [1, base, base * 2, base * 4].filter((step, i) => i === 0 || step <= max);
}

/** How many shades there are. Where there are fewer steps, these have the darkest. */
export const MAX_SHADES = 4;

/** Which shade the numbers from a step on have, 0 the palest. */
export function shadeOfStep(steps: readonly number[], step: number): number {
  return step + MAX_SHADES - steps.length;
}

/** Which shade a number has: that of the last step it reaches. */
export function shadeOf(steps: readonly number[], count: number): number {
  const reached = steps.findLastIndex(step => count >= step);
  return shadeOfStep(steps, Math.max(0, reached));
}

/** The nearest of 1, 2, 5, 10, 20 … */
function roundNumber(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
}
