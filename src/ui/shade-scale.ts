/** The lowest number of each shade, from the palest shade to the darkest. Numbers below the first entry have no shade. */
export type Steps = readonly number[];

const MAX_SHADES = 4;

const FACTORS = [2, 3, 5, 10, 20, 50, 100, 200];

/** Returns steps that grow by a constant factor. Such steps suit counts that are mostly small and rarely very large. */
export function multiplyingSteps(largest: number): Steps {
  const factor = FACTORS.find(candidate => candidate ** MAX_SHADES > largest) ?? FACTORS.at(-1) ?? 2;
  return Array.from({ length: MAX_SHADES }, (_, i) => factor ** i).filter(first => first <= largest);
}

/** Returns steps of round numbers. From the third step on, each step is twice the previous one. */
export function doublingSteps(largest: number): Steps {
  const base = Math.max(2, roundNumber(largest / 8));
  return [1, base, base * 2, base * 4].filter((step, i) => i === 0 || step <= largest);
}

/** Returns -1 if `count` is below all steps. */
export function stepOf(steps: Steps, count: number): number {
  return steps.findLastIndex(first => count >= first);
}

/** Returns the index of a step's shade. The highest step always has the darkest shade. */
export function shadeFromDarkest(steps: Steps, step: number): number {
  return Math.max(0, step) + MAX_SHADES - steps.length;
}

/** Rounds a number to 1, 2 or 5 times a power of ten, but at least to 1. */
function roundNumber(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = value / power;
  return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
}
