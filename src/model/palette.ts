/** `picked` are for the coloured values in their order, `rest` for other activities, `paper` is the background. */
export interface Palette {
  picked: readonly [string, string, string];
  rest: string;
  paper: string;
}

/**
 * The colours of both themes, the same as in the style sheet. Print uses the light theme; pictures can use either. A
 * test checks that the colours differ enough under simulated protan, deutan and tritan vision.
 */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: { picked: ['#d0570c', '#007a69', '#7b2a6e'], rest: '#8f9197', paper: '#fbfaf6' },
  dark: { picked: ['#f58a3c', '#59d9c0', '#c07ae8'], rest: '#6a6e76', paper: '#14161a' },
};
