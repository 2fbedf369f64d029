/** The classes for each side's colour: as a background, as a text colour, and as the colour of a line above. */
export const SIDE_LOOKS = {
  a: { ground: 'bg-accent', text: 'text-accent', line: 'border-accent' },
  b: { ground: 'bg-side-b', text: 'text-side-b-text', line: 'border-side-b' },
} as const;
