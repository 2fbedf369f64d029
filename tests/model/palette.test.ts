import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../src/model/palette';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * How people without one kind of cone see linear sRGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency" (2009), severity 1.0.
 */
const VISION: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The luminance of D65 sRGB, and its two other tristimulus values, each relative to white. */
const TO_XYZ: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

function times(matrix: Matrix, [r, g, b]: Triple): Triple {
  const row = ([x, y, z]: Triple) => x * r + y * g + z * b;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function lab(rgb: Triple): Triple {
  const [x, y, z] = times(TO_XYZ, rgb);
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

/** The CIELAB distance (ΔE 1976) of two colours as someone with this vision sees them. */
function distance(vision: Matrix, one: string, other: string): number {
  const seen = (hex: string) => {
    const [r, g, b] = times(vision, linear(hex));
    const shown = (value: number) => Math.min(1, Math.max(0, value));
    return lab([shown(r), shown(g), shown(b)]);
  };
  const [a, b] = [seen(one), seen(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => times(TO_XYZ, linear(hex))[1];
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe.each([
  ['light', 15],
  ['dark', 31],
] as const)('the %s palette', (theme, least) => {
  const { picked, rest, paper } = PALETTES[theme];
  const colours = [...picked, rest];

  it('has colours with a contrast to the ground of at least 3 : 1', () => {
    for (const colour of colours) expect(contrast(colour, paper), colour).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(VISION))(`has colours at least ${least} apart, the grey included: %s vision`, (_, vision) => {
    colours.forEach((one, i) => {
      for (const other of colours.slice(0, i)) {
        expect(distance(vision, one, other), `${one} ${other}`).toBeGreaterThanOrEqual(least);
      }
    });
  });
});

it('simulates what the model publishes: pure red is dark brown for protan vision, and white stays white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
  expect(distance(VISION.protan as Matrix, '#ffffff', '#ffffff')).toBe(0);
  expect(distance(VISION.protan as Matrix, '#ff0000', '#6d5e00')).toBeLessThan(3);
  expect(distance(VISION.deutan as Matrix, '#d0570c', '#7c7a00')).toBeLessThan(
    distance(VISION.usual as Matrix, '#d0570c', '#7c7a00'),
  );
});

it('are the colours of the style sheet, in both themes', () => {
  const css = readFileSync(join(import.meta.dirname, '../../src/app/app.css'), 'utf8');
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
  for (const [theme, block] of [
    ['light', light],
    ['dark', dark.split('}')[0] ?? ''],
  ] as const) {
    const { picked, rest, paper } = PALETTES[theme];
    expect(block).toContain(`--paper: ${paper};`);
    expect(block).toContain(`--colour-rest: ${rest};`);
    for (const [i, colour] of picked.entries()) expect(block).toContain(`--colour-${i + 1}: ${colour};`);
  }
});
