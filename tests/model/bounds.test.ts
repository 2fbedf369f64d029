import { describe, expect, it } from 'vitest';
import { boundsOf, gapsOf } from '../../src/model/bounds';

function gaps(coverage: [number, number][]): string {
  const periods = coverage.map(([from, to]) => ({ from, to }));
  return gapsOf(periods, { earliest: 10, latest: 20 })
    .map(gap => `${gap.earliest}–${gap.latest}`)
    .join(' ');
}

describe('boundsOf', () => {
  it('reaches from the first stop to the day before the last', () => {
    expect(boundsOf({ stops: [10, 15, 20] })).toEqual({ earliest: 10, latest: 19 });
    expect(boundsOf({ stops: [] })).toBeNull();
  });
});

describe('gapsOf', () => {
  it.each<[[number, number][], string]>([
    [[], ''],
    [[[10, 20]], ''],
    [[[0, 99]], ''],
    [[[12, 15]], '10–11 16–20'],
    [
      [
        [10, 12],
        [15, 20],
      ],
      '13–14',
    ],
    [
      [
        [10, 12],
        [13, 20],
      ],
      '',
    ],
    [
      [
        [10, 18],
        [12, 14],
      ],
      '19–20',
    ],
    [[[0, 5]], '10–20'],
    [[[30, 40]], '10–20'],
  ])('finds around %j within 10–20: %s', (coverage, expected) => {
    expect(gaps(coverage)).toBe(expected);
  });

  it('finds none where there is nothing to be seen', () => {
    expect(gapsOf([{ from: 1, to: 2 }], null)).toEqual([]);
  });
});
