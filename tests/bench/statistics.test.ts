import { describe, expect, it } from 'vitest';
import { median, p95, quantile, warm } from '../../bench/statistics.mjs';

describe('a quantile', () => {
  it('is the middle one of an odd number, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('lies between neighbours in proportion', () => {
    expect(median([1, 2])).toBe(1.5);
    expect(quantile([0, 10], 0.95)).toBe(9.5);
    expect(p95(Array.from({ length: 101 }, (_, i) => i))).toBe(95);
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });

  it('leaves what it is given as it is', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe('what is warm', () => {
  it('is all but the first five of many', () => {
    expect(warm([9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1])).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('is all but the first of a few, and the only one', () => {
    expect(warm([9, 1, 1])).toEqual([1, 1]);
    expect(warm([9])).toEqual([9]);
    expect(warm([])).toEqual([]);
  });
});
