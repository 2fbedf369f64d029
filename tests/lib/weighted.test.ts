import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random';
import { weightedDraw, zipfWeights } from '../../src/lib/weighted';

function sharesOf(weights: readonly number[]): number[] {
  const draw = weightedDraw(weights);
  const random = createRandom(1, 'x');
  const counts = weights.map(() => 0);
  for (let i = 0; i < 200_000; i += 1) {
    const index = draw(random);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map(count => count / 200_000);
}

describe('weightedDraw', () => {
  it.each([[[1]], [[1, 1, 1]], [[1, 0, 3]], [[5, 1, 1, 1, 2]], [zipfWeights(30)]])(
    'draws by the weights %j',
    weights => {
      const sum = weights.reduce((total, weight) => total + weight);
      sharesOf(weights).forEach((share, i) => {
        expect(share).toBeCloseTo((weights[i] ?? 0) / sum, 2);
      });
    },
  );
});

describe('zipfWeights', () => {
  it('falls as the rank grows, the slower at the top the greater the shift', () => {
    expect(zipfWeights(4)).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
    expect(zipfWeights(2, 3)).toEqual([1 / 3, 1 / 4]);
  });
});
