import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doublingSteps, multiplyingSteps, shadeFromDarkest, stepOf } from '../../src/ui/shade-scale';

describe('multiplyingSteps', () => {
  it.each([
    [0, []],
    [1, [1]],
    [3, [1, 2]],
    [9, [1, 2, 4, 8]],
    [40, [1, 3, 9, 27]],
    [9000, [1, 10, 100, 1000]],
  ])('for numbers up to %d begin at %j', (largest, steps) => {
    expect(multiplyingSteps(largest)).toEqual(steps);
  });
});

describe('doublingSteps', () => {
  it.each([
    [0, [1]],
    [1, [1]],
    [3, [1, 2]],
    [7, [1, 2, 4]],
    [16, [1, 2, 4, 8]],
    [40, [1, 5, 10, 20]],
    [100, [1, 10, 20, 40]],
    [12_345, [1, 2000, 4000, 8000]],
  ])('for numbers up to %d begin at %j', (largest, steps) => {
    expect(doublingSteps(largest)).toEqual(steps);
  });

  it('leave no shade out below the largest number', () => {
    for (let largest = 8; largest < 5000; largest += 1) expect(doublingSteps(largest)).toHaveLength(4);
  });
});

describe.each([
  ['multiplyingSteps', multiplyingSteps],
  ['doublingSteps', doublingSteps],
])('%s', (_, stepsFor) => {
  it('are never more than there are shades, deeper for more, and the largest number reaches the last', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const steps = stepsFor(more);
        expect(steps.length).toBeLessThanOrEqual(4);
        expect(stepOf(steps, less)).toBeLessThanOrEqual(stepOf(steps, more));
        expect(stepOf(steps, more)).toBe(steps.length - 1);
        expect(stepOf(steps, 0)).toBe(-1);
        expect(shadeFromDarkest(steps, stepOf(steps, more))).toBe(3);
      }),
    );
  });
});
