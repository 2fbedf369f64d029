import { describe, expect, it } from 'vitest';
import { difference } from '../../bench/compare.mjs';

const result = { total: 3, counts: [[1, 2], [3]], bins: [1.5, 1.5], ids: [4, 5, 6] };

describe('two lists of results', () => {
  it('are the same as far as both go', () => {
    expect(difference([result, result], [result])).toBeNull();
    expect(difference([result], [])).toBeNull();
    expect(difference([result, undefined, result], [undefined, result, result])).toBeNull();
  });

  it('may differ in what bins lose by adding fractions, and in what one of them can’t answer', () => {
    expect(difference([result], [{ ...result, bins: [1.5 + 1e-9, 1.5] }])).toBeNull();
    expect(difference([result], [{ ...result, bins: null, ids: null }])).toBeNull();
  });

  it.each([
    [{ total: 4 }, 'question 2: the total is 3 and 4'],
    [{ counts: [[1, 2], [4]] }, 'question 2: the count in facet 2 in place 1 is 3 and 4'],
    [{ counts: [[1], [3]] }, 'question 2: the count in facet 1: there are 2 and 1'],
    [{ bins: [1.5, 1.6] }, 'question 2: the bar in place 2 is 1.5 and 1.6'],
    [{ ids: [4, 5, 7] }, 'question 2: the activity in place 3 is 6 and 7'],
  ])('part where %j', (change, sentence) => {
    expect(difference([result, result], [result, { ...result, ...change }])).toBe(sentence);
  });
});
