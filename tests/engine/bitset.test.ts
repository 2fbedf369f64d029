import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBit,
  type Bitset,
  countBits,
  countCommon,
  eachBit,
  emptyBitset,
  fullBitset,
  hasBit,
  intersect,
  subtract,
  unite,
} from '../../src/engine/bitset';

const SIZES = [0, 1, 31, 32, 33, 63, 64, 65, 1000];

function bitsetOf(size: number, positions: Iterable<number>): Bitset {
  const set = emptyBitset(size);
  for (const position of positions) addBit(set, position);
  return set;
}

function positionsOf(set: Bitset): number[] {
  const positions: number[] = [];
  eachBit(set, position => {
    positions.push(position);
    return true;
  });
  return positions;
}

const arbitrarySets = fc.constantFrom(...SIZES.filter(size => size > 0)).chain(size => {
  const positions = fc.uniqueArray(fc.nat(size - 1), { maxLength: size, size: 'max' });
  return fc.record({ size: fc.constant(size), a: positions, b: positions });
});

function ascending(positions: Iterable<number>): number[] {
  return [...positions].sort((a, b) => a - b);
}

describe.each(SIZES)('a bitset of %i', size => {
  const everyPosition = [...Array(size).keys()];

  it('is empty at first', () => {
    expect(countBits(emptyBitset(size))).toBe(0);
    expect(positionsOf(emptyBitset(size))).toEqual([]);
  });

  it('is full up to its last position and zero beyond', () => {
    const full = fullBitset(size);
    expect(countBits(full)).toBe(size);
    expect(positionsOf(full)).toEqual(everyPosition);
    expect(hasBit(full, size)).toBe(false);
  });

  it('holds each position apart from the others', () => {
    for (const position of everyPosition) {
      const set = bitsetOf(size, [position]);
      expect(positionsOf(set)).toEqual([position]);
      expect(hasBit(set, position)).toBe(true);
    }
  });

  it('is emptied by subtracting itself and filled by uniting its halves', () => {
    const set = fullBitset(size);
    subtract(set, fullBitset(size));
    expect(countBits(set)).toBe(0);
    unite(
      set,
      bitsetOf(
        size,
        everyPosition.filter(position => position % 2 === 0),
      ),
    );
    unite(
      set,
      bitsetOf(
        size,
        everyPosition.filter(position => position % 2 === 1),
      ),
    );
    expect(set).toEqual(fullBitset(size));
  });
});

describe('set operations', () => {
  it.each([
    ['intersect', intersect, (a: Set<number>, b: Set<number>) => [...a].filter(position => b.has(position))],
    ['subtract', subtract, (a: Set<number>, b: Set<number>) => [...a].filter(position => !b.has(position))],
    ['unite', unite, (a: Set<number>, b: Set<number>) => [...new Set([...a, ...b])]],
  ])('%s does what it does to sets of numbers', (_name, operate, expected) => {
    fc.assert(
      fc.property(arbitrarySets, ({ size, a, b }) => {
        const set = bitsetOf(size, a);
        operate(set, bitsetOf(size, b));
        expect(positionsOf(set)).toEqual(ascending(expected(new Set(a), new Set(b))));
      }),
      { numRuns: 200 },
    );
  });

  it('counts the common positions without making their set', () => {
    fc.assert(
      fc.property(arbitrarySets, ({ size, a, b }) => {
        const common = a.filter(position => b.includes(position));
        expect(countCommon(bitsetOf(size, a), bitsetOf(size, b))).toBe(common.length);
        expect(countBits(bitsetOf(size, a))).toBe(a.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('eachBit', () => {
  it('stops as soon as the visitor has had enough', () => {
    const visited: number[] = [];
    eachBit(fullBitset(1000), position => visited.push(position) < 40);
    expect(visited).toEqual([...Array(40).keys()]);
  });
});
