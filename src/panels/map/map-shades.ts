/** The colour of each step, as that of text, so that shapes, dots and squares can all take it. */
export const SHADES = [
  'text-[color-mix(in_oklab,var(--mark)_42%,var(--paper))]',
  'text-[color-mix(in_oklab,var(--mark)_72%,var(--paper))]',
  'text-mark',
  'text-[color-mix(in_oklab,var(--ink)_78%,var(--paper))]',
] as const;

/** Land where nothing is counted. */
export const LAND = 'text-[color-mix(in_oklab,var(--rule)_72%,var(--paper))]';
