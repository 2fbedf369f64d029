/** The colours of one theme: of the picked-out values in their order, of all other activities, and of the ground. */
export interface Palette {
  picked: readonly [string, string, string];
  rest: string;
  paper: string;
}

/**
 * The colours of both themes, as in the style sheet. Pictures and pages in print use the light ones. With simulated
 * protan, deutan and tritan vision, each two of them are as far apart as the test of this file states.
 */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: { picked: ['#d0570c', '#007a69', '#7b2a6e'], rest: '#8f9197', paper: '#fbfaf6' },
  dark: { picked: ['#f58a3c', '#59d9c0', '#c07ae8'], rest: '#6a6e76', paper: '#14161a' },
};
