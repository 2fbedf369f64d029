import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accentsOf, contrast } from '../../src/model/accent';
import { PALETTES } from '../../src/model/palette';

function rgb(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = (hex.slice(1).match(/../g) ?? []).map(part => Number.parseInt(part, 16));
  return [r, g, b];
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map(n => `#${n.toString(16).padStart(6, '0')}`);

it('makes any colour readable on paper, on its own ground, and under text', () => {
  fc.assert(
    fc.property(hex, given => {
      for (const theme of ['light', 'dark'] as const) {
        const { accent, ground, on } = accentsOf(given)[theme];
        expect(contrast(rgb(accent), rgb(PALETTES[theme].paper)), `${theme} ${given}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(rgb(on), rgb(accent)), `${theme} ${given}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(rgb(accent), rgb(ground)), `${theme} ${given}`).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

it('keeps a colour that is readable as it is', () => {
  expect(accentsOf('#2440c8').light.accent).toBe('#2440c8');
  expect(accentsOf('#ffe000').light.accent).not.toBe('#ffe000');
});
