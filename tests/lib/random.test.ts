import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random';

const drawn = (seed: number, stream: string) => {
  const random = createRandom(seed, stream);
  return Array.from({ length: 3 }, () => random.uint32());
};

describe('createRandom', () => {
  it('gives the same numbers for the same seed, everywhere and for ever', () => {
    expect(drawn(7, 'words')).toEqual([2306666049, 898208660, 1909609111]);
  });

  it('gives other numbers for another seed or stream', () => {
    const all = [drawn(7, 'words'), drawn(8, 'words'), drawn(7 + 2 ** 32, 'words'), drawn(7, 'tags')];
    expect(new Set(all.map(String)).size).toBe(4);
  });

  it('spreads evenly', () => {
    const random = createRandom(1, 'x');
    const counts = new Array<number>(10).fill(0);
    let hits = 0;
    for (let i = 0; i < 100_000; i += 1) {
      const index = random.below(10);
      counts[index] = (counts[index] ?? 0) + 1;
      hits += random.chance(0.3) ? 1 : 0;
    }
    for (const count of counts) expect(count / 100_000).toBeCloseTo(0.1, 2);
    expect(hits / 100_000).toBeCloseTo(0.3, 2);
  });

  it('stays from 0 up to, not including, 1', () => {
    const random = createRandom(3, 'x');
    const units = Array.from({ length: 10_000 }, random.unit);
    expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...units)).toBeLessThan(1);
    expect(units.reduce((sum, unit) => sum + unit) / units.length).toBeCloseTo(0.5, 1);
  });
});
