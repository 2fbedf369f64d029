import { describe, expect, it } from 'vitest';
import { MAX_SHADES, shadeOf, shadeOfStep, shadeSteps } from '../../../src/panels/matrix/shades';

describe('shadeSteps', () => {
  it.each([
    [0, '1'],
    [1, '1'],
    [3, '1 2'],
    [7, '1 2 4'],
    [16, '1 2 4 8'],
    [40, '1 5 10 20'],
    [100, '1 10 20 40'],
    [12_345, '1 2000 4000 8000'],
  ])('for at max %i are %s', (max, steps) => {
    expect(shadeSteps(max).join(' ')).toBe(steps);
  });

  it('leave no shade out below the largest number', () => {
    for (let max = 1; max < 5000; max += 1) {
      const steps = shadeSteps(max);
      expect(steps[steps.length - 1]).toBeLessThanOrEqual(max);
      if (max >= 8) expect(steps).toHaveLength(4);
    }
  });
});

describe('the legend', () => {
  it('shows each number in the shade that its cell has, the darkest for the largest', () => {
    for (let max = 1; max < 500; max += 1) {
      const steps = shadeSteps(max);
      for (let count = 1; count <= max; count += 1) {
        const line = steps.findLastIndex(step => count >= step);
        expect(shadeOf(steps, count)).toBe(shadeOfStep(steps, line));
      }
      expect(shadeOf(steps, max)).toBe(MAX_SHADES - 1);
    }
  });
});

describe('shadeOf', () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 1],
    [19, 2],
    [20, 3],
    [99, 3],
  ])('puts %i into shade %i of 1, 5, 10, 20', (count, shade) => {
    expect(shadeOf([1, 5, 10, 20], count)).toBe(shade);
  });
});
