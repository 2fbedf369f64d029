import { describe, expect, it } from 'vitest';
import { choiceOf, isNarrowed, NO_CHOICE, withChoice } from '../../src/model/view';
import { parseView } from '../../src/url/parse';

const VIEW = parseView('?region=mali&theme=drugs').view;

describe('withChoice', () => {
  it('replaces one choice, sorted and without repeats, and keeps the others', () => {
    const choice = { include: ['b', 'a', 'b'], exclude: ['d', 'c'], mode: 'any' } as const;
    expect(withChoice(VIEW, 'region', choice)).toEqual({
      region: { include: ['a', 'b'], exclude: ['c', 'd'], mode: 'any' },
      theme: VIEW.facets.theme,
    });
  });

  it('drops a choice that constrains nothing, and keeps a mode', () => {
    expect(withChoice(VIEW, 'region', NO_CHOICE)).toEqual({ theme: VIEW.facets.theme });
    expect(withChoice(VIEW, 'region', { ...NO_CHOICE, mode: 'all' })).toHaveProperty('region');
  });
});

describe('choiceOf', () => {
  it('finds the choice of a facet, or none', () => {
    expect(choiceOf(VIEW, 'region').include).toEqual(['mali']);
    expect(choiceOf(VIEW, 'atlantis')).toBe(NO_CHOICE);
    expect(choiceOf(VIEW, 'constructor')).toBe(NO_CHOICE);
  });
});

describe('isNarrowed', () => {
  it.each([
    ['', false],
    ['?view=list&sort=title&lanes=region&activity=a&lang=fr', false],
    ['?region.mode=all', false],
    ['?region=mali', true],
    ['?region=-mali', true],
    ['?q=x', true],
    ['?from=2017', true],
    ['?to=2017', true],
  ])('says of %s: %s', (link, expected) => {
    expect(isNarrowed(parseView(link).view)).toBe(expected);
  });
});
