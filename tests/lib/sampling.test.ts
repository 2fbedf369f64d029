import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePositions, samplingRank } from '../../src/lib/sampling';

const arbitrarySize = fc.integer({ min: 1, max: 20_000 });

describe('samplingRank', () => {
  it('picks about a half, a quarter, an eighth …', () => {
    const all = Array.from({ length: 1 << 16 }, (_, position) => samplingRank(position));
    for (const min of [1, 2, 3, 4, 5, 6]) {
      const picked = all.filter(rank => rank >= min).length;
      expect(picked / (all.length >> min)).toBeCloseTo(1, 1);
    }
  });
});

describe('samplePositions', () => {
  it('returns all positions of the lowest returned rank and above, at most `max`', () => {
    fc.assert(
      fc.property(arbitrarySize, fc.integer({ min: 1, max: 300 }), (size, max) => {
        const picked = samplePositions(size, max);
        const min = Math.min(...picked.map(samplingRank));
        expect(picked.length).toBeLessThanOrEqual(max);
        expect(picked).toEqual([...Array(size).keys()].filter(position => samplingRank(position) >= min));
      }),
      { numRuns: 60 },
    );
  });

  it('returns all positions if there are at most `max`', () => {
    expect(samplePositions(5, 5)).toEqual([0, 1, 2, 3, 4]);
    expect(samplePositions(0, 5)).toEqual([]);
  });

  it('returns positions from the whole range', () => {
    const picked = samplePositions(1_000_000, 256);
    const perTenth = Array.from({ length: 10 }, (_, i) => picked.filter(at => Math.floor(at / 100_000) === i).length);
    expect(Math.min(...perTenth)).toBeGreaterThan(picked.length / 30);
  });
});
