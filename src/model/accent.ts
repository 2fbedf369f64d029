import { PALETTES } from './palette';

/** `accent` is for text and marks, `ground` is a pale background for such text, `on` is for text on `accent`. */
export interface AccentColours {
  accent: string;
  ground: string;
  on: string;
}

type Rgb = readonly [number, number, number];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** WCAG requires a contrast of 4.5. More is needed, because contrast is lower on the pale `ground`. */
const MIN_CONTRAST = 6;
const STEPS = 40;

/**
 * Returns the accent colours of both themes for a colour `#rrggbb`. A colour with too little contrast for text is made
 * darker or lighter.
 */
export function accentsOf(hex: string): Record<'light' | 'dark', AccentColours> {
  return { light: accentOn('light', hex), dark: accentOn('dark', hex) };
}

function accentOn(scheme: 'light' | 'dark', hex: string): AccentColours {
  const paper = rgbOf(PALETTES[scheme].paper);
  const pole = scheme === 'light' ? BLACK : WHITE;
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => mixed(rgbOf(hex), pole, step / STEPS));
  const accent = steps.find(colour => contrast(colour, paper) >= MIN_CONTRAST) ?? pole;
  const on = contrast(accent, WHITE) >= contrast(accent, BLACK) ? '#ffffff' : '#14161a';
  return { accent: hexOf(accent), ground: hexOf(mixed(paper, accent, scheme === 'light' ? 0.1 : 0.12)), on };
}

function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => from[i] + (to[i] - from[i]) * share;
  return [at(0), at(1), at(2)];
}

function rgbOf(hex: string): Rgb {
  const at = (i: number) => Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
  return [at(0), at(1), at(2)];
}

function hexOf(colour: Rgb): string {
  return `#${colour.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Returns the contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Rgb): number {
  const linear = (channel: number) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}
