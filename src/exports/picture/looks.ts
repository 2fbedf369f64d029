import { PALETTES } from '../../model/palette';
import type { PictureFacts } from './picture-facts';

/** The colours of a picture, as in the style sheet of the page. */
export interface Look {
  paper: string;
  ink: string;
  ink2: string;
  mark: string;
  edge: string;
  rule: string;
  faint: string;
  context: string;
  hatch: string;
  picked: readonly string[];
  rest: string;
}

const LOOKS: Readonly<Record<PictureFacts['palette'], Omit<Look, 'paper' | 'picked' | 'rest'>>> = {
  light: {
    ink: '#1a1c20',
    ink2: '#575a60',
    mark: '#6e7177',
    edge: '#8a887f',
    rule: '#dfdcd2',
    faint: '#eceae2',
    context: '#d3d0c6',
    hatch: '#c9c6bb',
  },
  dark: {
    ink: '#eceae4',
    ink2: '#a6a8ac',
    mark: '#8e9197',
    edge: '#767a82',
    rule: '#2f333a',
    faint: '#23262c',
    context: '#40454e',
    hatch: '#41464f',
  },
};

export function lookOf(palette: PictureFacts['palette']): Look {
  return { ...LOOKS[palette], ...PALETTES[palette] };
}

/** Fonts that most systems have, so that a picture looks the same without the page's own fonts. */
export const SANS = "Arial, 'Liberation Sans', Helvetica, sans-serif";
export const SERIF = "'Source Serif 4', Georgia, 'Noto Serif', 'Times New Roman', serif";
