import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedWith, compareLink, sidePatch, sideView } from '../../src/app/compared';
import type { View } from '../../src/model/view';
import { parseView } from '../../src/url/parse';
import { serializeView } from '../../src/url/serialize';
import { arbitraryView } from '../fixtures/arbitrary-view';

const filtersOf = ({ facets, q, from, to }: Pick<View, 'facets' | 'q' | 'from' | 'to'>) => ({ facets, q, from, to });

const viewOf = (link: string) => parseView(link).view;

describe('the other side of a link', () => {
  it.each([
    ['theme=drugs', null, null],
    ['from=2017&to=2017&compare=theme%3Ddrugs', '2017', '2017'],
    ['from=2017&to=2017&compare=v%3D1', '2017', '2017'],
    ['from=2017&to=2017&compare=theme%3Ddrugs%26from%3D2018%26to%3D2018', '2018', '2018'],
    ['from=2017&to=2017&compare=theme%3Ddrugs%26from%3D2018', '2018', null],
    ['from=2017&to=2017&compare=theme%3Ddrugs%26from%3D', null, null],
    ['compare=from%3D2018%26to%3D2017', null, null],
  ])('has its own window, or that of the view where it names none: %s', (link, from, to) => {
    const other = comparedWith(viewOf(link));
    expect([other?.from ?? null, other?.to ?? null]).toEqual([from, to]);
  });

  it('reads what was written, whatever both sides choose', () => {
    fc.assert(
      fc.property(arbitraryView, arbitraryView, (view, other) => {
        const link = serializeView({ ...view, compare: compareLink(other, view) });
        expect(comparedWith(viewOf(link))).toEqual(filtersOf(other));
      }),
    );
  });
});

describe('a change of one side', () => {
  const arbitraryCompared = fc
    .tuple(arbitraryView, arbitraryView)
    .map(([view, other]): View => ({ ...view, compare: compareLink(other, view) }));

  it('applies to this side and leaves the other one as it was', () => {
    fc.assert(
      fc.property(arbitraryCompared, arbitraryView, fc.constantFrom('a', 'b'), (view, change, side) => {
        const changed = { ...view, ...sidePatch(view, side, filtersOf(change)) };
        const other = side === 'a' ? 'b' : 'a';
        expect(filtersOf(sideView(changed, side))).toEqual(filtersOf(change));
        expect(filtersOf(sideView(changed, other))).toEqual(filtersOf(sideView(view, other)));
      }),
    );
  });

  it('keeps the window of an older link for the side that does not change', () => {
    const view = viewOf('theme=drugs&from=2017&to=2017&compare=theme%3Dborders');
    const changed = { ...view, ...sidePatch(view, 'a', { from: '2018', to: '2018' }) };
    expect(filtersOf(sideView(changed, 'b'))).toMatchObject({ from: '2017', to: '2017' });
  });

  it('sets the window of both sides', () => {
    fc.assert(
      fc.property(arbitraryCompared, arbitraryView, (view, { from, to }) => {
        const changed = { ...view, ...sidePatch(view, 'both', { from, to }) };
        for (const side of ['a', 'b'] as const) expect(sideView(changed, side)).toMatchObject({ from, to });
        expect(sideView(changed, 'b').facets).toEqual(sideView(view, 'b').facets);
      }),
    );
  });

  it('passes on what is of the view as a whole', () => {
    const view = viewOf('theme=drugs&compare=theme%3Dborders');
    expect(sidePatch(view, 'b', { activity: 'a-1', q: 'x' })).toEqual({
      activity: 'a-1',
      compare: 'theme=borders&q=x',
    });
    expect(sidePatch(view, 'a', { compare: null })).toEqual({ compare: null });
    expect(sidePatch({ ...view, compare: null }, 'b', { q: 'x' })).toEqual({ q: 'x' });
  });
});
