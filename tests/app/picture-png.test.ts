import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pngScale } from '../../src/app/share/picture-png';

describe('pngScale', () => {
  it('is two where a canvas can hold that, and never more than a canvas can hold', () => {
    expect(pngScale(1200, 1000)).toBe(2);
    expect(pngScale(1200, 8000)).toBeLessThan(2);
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const scale = pngScale(width, height);
        const [wide, high] = [Math.floor(width * scale), Math.floor(height * scale)];
        expect(scale).toBeLessThanOrEqual(2);
        expect(Math.max(wide, high)).toBeLessThanOrEqual(8192);
        expect(wide * high).toBeLessThanOrEqual(16_777_216);
      }),
    );
  });
});
