import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WHOLE_RECORD } from '../../src/model/view';
import { parseView } from '../../src/url/parse';
import { refusalOf } from '../../src/url/refusal';
import { serializeView } from '../../src/url/serialize';
import { arbitraryLargeView, arbitraryView } from '../fixtures/arbitrary-view';

const arbitrarySearch = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('q', 'from', 'to', 'lanes', 'view', 'sort', 'activity', 'data', 'gaps', 'lang', 'embed', 'v'),
        fc.constantFrom('compare', 'region', 'region.mode', 'q.mode', 'constructor', '__proto__', 'Ünknown', ''),
      ),
      fc.oneof(
        fc.constantFrom(
          '2017',
          '2018-06',
          '2018-02-30',
          'list',
          'title',
          'fold',
          '1',
          'all',
          'fr',
          'a,-b,_none',
          '-,,--',
        ),
        fc.string({ unit: 'binary' }),
      ),
    ),
    { maxLength: 8 },
  )
  .map(pairs => pairs.map(([key, value]) => `${key}=${value}`).join('&'));

describe('a link', () => {
  it('opens exactly the view that it was made from, without any problem', () => {
    fc.assert(
      fc.property(arbitraryView, view => {
        expect(parseView(serializeView(view))).toEqual({ view, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('holds up to 2,000 values, in one facet or in many, and is never refused for them', () => {
    fc.assert(
      fc.property(arbitraryLargeView, view => {
        expect(parseView(serializeView(view))).toEqual({ view, problems: [] });
        expect(refusalOf(WHOLE_RECORD, view)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('is brought to its canonical form once and for all', () => {
    fc.assert(
      fc.property(fc.oneof(arbitrarySearch, fc.string({ unit: 'binary' })), search => {
        const canonical = serializeView(parseView(search).view);
        expect(serializeView(parseView(canonical).view)).toBe(canonical);
        expect(parseView(canonical).problems).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('holds nothing that ends a link in a mail or breaks its markup', () => {
    fc.assert(
      fc.property(arbitraryView, view => {
        expect(serializeView(view)).toMatch(/^(\?[A-Za-z0-9\-._~%+,/:=&]+)?$/);
      }),
      { numRuns: 300 },
    );
  });

  it('stays the same in the address bar', () => {
    fc.assert(
      fc.property(arbitraryView, view => {
        const link = serializeView(view);
        expect(new URL(link, 'https://example.org/').search).toBe(link);
      }),
      { numRuns: 300 },
    );
  });
});
