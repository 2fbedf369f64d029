import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHADES, stepOf, stepsFor } from '../../../src/panels/map/shades';

describe('the shades', () => {
  it.each([
    [0, []],
    [1, [1]],
    [3, [1, 2]],
    [9, [1, 2, 4, 8]],
    [40, [1, 3, 9, 27]],
    [9000, [1, 10, 100, 1000]],
  ])('for counts up to %d begin at %j', (largest, steps) => {
    expect(stepsFor(largest)).toEqual(steps);
  });

  it('are never more than there are colours, and deeper for more', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const steps = stepsFor(more);
        expect(steps.length).toBeLessThanOrEqual(SHADES.length);
        expect(stepOf(less, steps)).toBeLessThanOrEqual(stepOf(more, steps));
        expect(stepOf(more, steps)).toBe(steps.length - 1);
        expect(stepOf(0, steps)).toBe(-1);
      }),
    );
  });
});
