import { describe, expect, it } from 'vitest';
import { dayOf, isoDay } from '../../src/lib/day';
import { knownView, selectionOf, windowOf } from '../../src/model/selection-of';
import { parseView } from '../../src/url/parse';
import { serializeView } from '../../src/url/serialize';

function asked(link: string, facetIds = ['region', 'theme']) {
  return selectionOf(parseView(link).view, facetIds);
}

describe('selectionOf', () => {
  it('asks for the facets that the dataset has and that constrain', () => {
    expect(asked('?region=mali&region.mode=all&theme.mode=all&utm=x').facets).toEqual({
      region: { include: ['mali'], exclude: [], mode: 'all' },
    });
  });

  it('finds no choice under the name of something every object has', () => {
    expect(asked('', ['constructor']).facets).toEqual({});
  });

  it.each(['!?', '“”', '-', '👍', '\u00ad'])('asks for no text where %j has no letter and no digit', text => {
    expect(asked(`?${new URLSearchParams({ q: text })}`).text).toBe('');
  });

  it('passes on the text, and the filters that it is compared with', () => {
    const other = parseView('?region=mali&q=-&from=2018').view;
    expect(selectionOf(parseView('?q=border').view, ['region'], other)).toMatchObject({
      text: 'border',
      compare: { facets: { region: { include: ['mali'] } }, text: '', from: dayOf(2018, 1, 1), to: null },
    });
  });
});

describe('windowOf', () => {
  it.each([
    ['', 'open', 'open'],
    ['?from=2017', '2017-01-01', 'open'],
    ['?to=2017', 'open', '2017-12-31'],
    ['?from=2016-02&to=2016-02', '2016-02-01', '2016-02-29'],
  ])('includes both ends of %s', (link, first, last) => {
    const { from, to } = windowOf(parseView(link).view);
    expect([from, to].map(day => (day === null ? 'open' : isoDay(day)))).toEqual([first, last]);
  });
});

describe('knownView', () => {
  it.each([
    ['?region=mali&fbclid=A1&q=x', '?region=mali&q=x'],
    ['?lanes=region', '?lanes=region'],
    ['?lanes=none', '?lanes=none'],
    ['?lanes=atlantis', ''],
    ['?region=atlantis', '?region=atlantis'],
  ])('makes %s into %s', (link, known) => {
    expect(serializeView(knownView(parseView(link).view, ['region', 'theme']))).toBe(known);
  });
});
