/** The first number of each shade, from the palest to the darkest, at most `MAX_SHADES`; a number below the first has none. */
export type Steps = readonly number[];

const MAX_SHADES = 4;

const FACTORS = [2, 3, 5, 10, 20, 50, 100, 200];

/** Steps that each begin at a round multiple of the one before: for numbers of which a few are far larger than the rest. */
export function multiplyingSteps(largest: number): Steps {
  const factor = FACTORS.find(candidate => candidate ** MAX_SHADES > largest) ?? FACTORS.at(-1) ?? 2;
  return Array.from({ length: MAX_SHADES }, (_, i) => factor ** i).filter(first => first <= largest);
}

/** Steps in round numbers, from the second on each twice the one before, so that each shade but the first is as well used. */
export function doublingSteps(largest: number): Steps {
  const base = Math.max(2, roundNumber(largest / 8));
  return [1, base, base * 2, base * 4].filter((step, i) => i === 0 || step <= largest);
}

/** The step that a number reaches, from 0; -1 for a number below them all. */
export function stepOf(steps: Steps, count: number): number {
  return steps.findLastIndex(first => count >= first);
}

/** The shade of a step, from 0, where the largest numbers always have the darkest shade, even if there are fewer steps. */
export function shadeFromDarkest(steps: Steps, step: number): number {
  return Math.max(0, step) + MAX_SHADES - steps.length;
}

/** The nearest of 1, 2, 5, 10, 20 … */
function roundNumber(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
}
