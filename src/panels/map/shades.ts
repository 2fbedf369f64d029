/** The first number of each shade, palest first; a count below the first has none. */
export type Steps = readonly number[];

const FACTORS = [2, 3, 5, 10, 20, 50, 100, 200];
const MAX_STEPS = 4;

/** Steps that each begin at a round multiple of the one before, as few as reach the largest count. */
export function stepsFor(largest: number): Steps {
  const factor = FACTORS.find(candidate => candidate ** MAX_STEPS > largest) ?? FACTORS.at(-1) ?? 2;
  return Array.from({ length: MAX_STEPS }, (_, i) => factor ** i).filter(first => first <= largest);
}

/** Which step a count is in, from 0; -1 for a count below them all. */
export function stepOf(count: number, steps: Steps): number {
  return steps.findLastIndex(first => count >= first);
}

/** The colour of each step, as that of text, so that shapes, dots and squares can all take it. */
export const SHADES = [
  'text-[color-mix(in_oklab,var(--mark)_42%,var(--paper))]',
  'text-[color-mix(in_oklab,var(--mark)_72%,var(--paper))]',
  'text-mark',
  'text-[color-mix(in_oklab,var(--ink)_78%,var(--paper))]',
] as const;

/** Land where nothing is counted. */
export const LAND = 'text-[color-mix(in_oklab,var(--rule)_72%,var(--paper))]';
