import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBit, eachBit, eachBitBackwards, hasBit } from '../../../src/engine/local/bitset';

const SIZES = [1, 31, 32, 33, 63, 64, 65, 1000];

const arbitrarySet = fc.constantFrom(...SIZES).chain(size =>
  fc.record({
    size: fc.constant(size),
    positions: fc.uniqueArray(fc.nat(size - 1), { maxLength: size, size: 'max' }),
  }),
);

function wordRange(size: number, positions: readonly number[]): Uint32Array {
  const words = new Uint32Array((size + 31) >>> 5);
  for (const position of positions) addBit(words, position);
  return words;
}

function visited(each: typeof eachBit, words: Uint32Array, limit = Number.POSITIVE_INFINITY): number[] {
  const positions: number[] = [];
  each(words, position => positions.push(position) < limit);
  return positions;
}

describe('bits', () => {
  it('has what was added and nothing else', () => {
    fc.assert(
      fc.property(arbitrarySet, ({ size, positions }) => {
        const words = wordRange(size, positions);
        for (let position = 0; position < size; position += 1) {
          expect(hasBit(words, position)).toBe(positions.includes(position));
        }
      }),
    );
  });

  it('is visited in ascending and in descending order', () => {
    fc.assert(
      fc.property(arbitrarySet, ({ size, positions }) => {
        const words = wordRange(size, positions);
        const ascending = [...positions].sort((a, b) => a - b);
        expect(visited(eachBit, words)).toEqual(ascending);
        expect(visited(eachBitBackwards, words)).toEqual(ascending.reverse());
      }),
    );
  });

  it('is visited no further than wanted', () => {
    const words = wordRange(100, [3, 40, 41, 99]);
    expect(visited(eachBit, words, 2)).toEqual([3, 40]);
    expect(visited(eachBitBackwards, words, 2)).toEqual([99, 41]);
  });
});
