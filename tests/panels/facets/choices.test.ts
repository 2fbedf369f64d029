import { describe, expect, it } from 'vitest';
import { toggled } from '../../../src/model/choosing';
import { type FacetChoice, NO_CHOICE } from '../../../src/model/view';
import { between, excluding, onlyThis, rangeToggled } from '../../../src/panels/facets/choices';

function choice(include: string[], exclude: string[] = []): FacetChoice {
  return { include, exclude, mode: 'any' };
}

describe('toggled', () => {
  it('ticks and clears a value', () => {
    expect(toggled(NO_CHOICE, 'asia')).toEqual(choice(['asia']));
    expect(toggled(choice(['asia', 'gulf']), 'gulf')).toEqual(choice(['asia']));
  });

  it('first removes an exclusion', () => {
    expect(toggled(choice(['gulf'], ['asia']), 'asia')).toEqual(choice(['gulf']));
  });

  it('returns to "any of" with fewer than two values', () => {
    const all: FacetChoice = { ...choice(['asia', 'gulf']), mode: 'all' };
    expect(toggled(all, 'gulf')).toEqual(choice(['asia']));
    expect(toggled(all, 'arctic').mode).toBe('all');
  });
});

describe('excluding', () => {
  it('excludes a value that was included', () => {
    expect(excluding(choice(['asia', 'gulf']), 'asia')).toEqual(choice(['gulf'], ['asia']));
  });
});

describe('onlyThis', () => {
  it('drops every other choice', () => {
    expect(onlyThis('asia')).toEqual(choice(['asia']));
  });
});

describe('rangeToggled', () => {
  it('ticks all of a range, removes their exclusions and leaves the others', () => {
    expect(rangeToggled(choice(['asia', 'gulf'], ['arctic', 'mali']), ['gulf', 'arctic', 'niger'], true)).toEqual(
      choice(['asia', 'gulf', 'arctic', 'niger'], ['mali']),
    );
  });

  it('clears all of a range', () => {
    const all: FacetChoice = { ...choice(['asia', 'gulf', 'mali']), mode: 'all' };
    expect(rangeToggled(all, ['gulf', 'mali', 'niger'], false)).toEqual(choice(['asia']));
  });
});

describe('between', () => {
  it.each([
    ['b', 'd', 'b c d'],
    ['d', 'b', 'b c d'],
    ['c', 'c', 'c'],
    ['a', 'e', 'a b c d e'],
  ])('gives from %s to %s %s', (one, other, wanted) => {
    expect(between(['a', 'b', 'c', 'd', 'e'], one, other)?.join(' ')).toBe(wanted);
  });

  it('is null when one of the ids is missing', () => {
    expect(between(['a', 'b'], 'z', 'a')).toBeNull();
  });
});
