/**
 * The classes that give each side its colour, as the background, as the colour of text, and as the colour of a line
 * above.
 */
export const SIDE_LOOKS = {
  a: { ground: 'bg-accent', text: 'text-accent', line: 'border-accent' },
  b: { ground: 'bg-side-b', text: 'text-side-b-text', line: 'border-side-b' },
} as const;
