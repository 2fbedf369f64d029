/** The palest shade first. Shapes, dots and squares all use `currentColor`. */
export const SHADES = [
  'text-[color-mix(in_oklab,var(--mark)_42%,var(--paper))]',
  'text-[color-mix(in_oklab,var(--mark)_72%,var(--paper))]',
  'text-mark',
  'text-[color-mix(in_oklab,var(--ink)_78%,var(--paper))]',
] as const;

/** The colour of land without activities. */
export const LAND = 'text-[color-mix(in_oklab,var(--rule)_72%,var(--paper))]';
