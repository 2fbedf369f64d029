import { describe, expect, it } from 'vitest';
import { colourOf, sharesOf } from '../../src/ui/colour-look';

describe('colourOf', () => {
  it.each([
    [0, 'var(--colour-1)'],
    [2, 'var(--colour-3)'],
    [3, 'var(--colour-rest)'],
    [undefined, 'var(--colour-rest)'],
  ])('%s is %s', (index, expected) => {
    expect(colourOf(index)).toBe(expected);
  });
});

describe('sharesOf', () => {
  it('gives each colour its share, one after the other, and grey the last', () => {
    expect(sharesOf([1.5, 0, 0.5, 2])).toBe(
      'var(--colour-1) 0% 37.5%, var(--colour-3) 37.5% 50%, var(--colour-rest) 50% 100%',
    );
    expect(sharesOf([0, 0, 0, 4])).toBe('var(--colour-rest) 0% 100%');
  });
});
