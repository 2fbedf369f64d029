import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWhere } from '../../src/lib/binary-search';

describe('firstWhere', () => {
  it('finds the same index as a linear search', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(22), fc.nat(5), (numbers, wanted, start) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const from = Math.min(start, sorted.length);
        const found = sorted.findIndex((number, i) => i >= from && number >= wanted);
        expect(firstWhere(from, sorted.length, i => (sorted[i] ?? 0) >= wanted)).toBe(
          found < 0 ? sorted.length : found,
        );
      }),
    );
  });
});
