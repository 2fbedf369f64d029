import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/panels/matrix/Spark';

describe('baselineOf', () => {
  const edges = [0, 10, 20, 30];

  it.each([
    [[], '0–9'],
    [[[10, 19]], '0–3 6–9'],
    [[[0, 9]], '3–9'],
    [[[20, 40]], '0–6'],
    [[[-10, 50]], ''],
    [
      [
        [0, 4],
        [10, 19],
      ],
      '2–3 6–9',
    ],
  ])('is broken by the silence %j: %s', (gaps, expected) => {
    const spans = gaps.map(([earliest = 0, latest = 0]) => ({ earliest, latest }));
    const segments = [...baselineOf(edges, { gaps: spans, folds: [] }).matchAll(/M(\d+) [\d.]+H(\d+)/g)].map(
      ([, from, to]) => `${from}–${to}`,
    );
    expect(segments.join(' ')).toBe(expected);
  });

  it('has a break at a folded gap', () => {
    const silence = [{ earliest: 12, latest: 21 }];
    expect(baselineOf(edges, { gaps: silence, folds: silence })).toBe('M0 24.5H5M8 24.5H9');
  });
});
