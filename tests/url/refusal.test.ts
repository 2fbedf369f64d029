import { describe, expect, it } from 'vitest';
import { type View, WHOLE_RECORD } from '../../src/model/view';
import { LONGEST_LINK, LONGEST_READ } from '../../src/url/params';
import { parseView } from '../../src/url/parse';
import { refusalOf } from '../../src/url/refusal';
import { serializeView } from '../../src/url/serialize';

/** A choice whose link has about `length` characters. */
function ofLength(length: number): Pick<View, 'facets'> {
  const include = [...Array(Math.floor(length / 6)).keys()].map(i => String(10_000 + i));
  return { facets: { a: { include, exclude: [], mode: 'any' } } };
}

describe('refusalOf', () => {
  it('refuses what would make the link too long, with its length and the longest allowed', () => {
    const patch = ofLength(LONGEST_LINK);
    const refusal = refusalOf(WHOLE_RECORD, patch);
    expect(refusal?.length).toBe(serializeView({ ...WHOLE_RECORD, ...patch }).length);
    expect(refusal?.max).toBeLessThan(LONGEST_LINK);
    expect(refusalOf(WHOLE_RECORD, { q: 'é'.repeat(LONGEST_LINK / 6) })).not.toBeNull();
  });

  it('takes a thousand characters of search text in any script', () => {
    for (const letter of ['a', 'é', '新', '\u{20000}']) {
      expect(refusalOf(WHOLE_RECORD, { q: letter.repeat(1_000) })).toBeNull();
    }
  });

  it('keeps room for window, panel and opened activity beside the longest choice', () => {
    const max = refusalOf(WHOLE_RECORD, ofLength(LONGEST_LINK))?.max ?? 0;
    const full = { ...WHOLE_RECORD, ...ofLength(max - 6) };
    expect(refusalOf(WHOLE_RECORD, full)).toBeNull();
    expect(refusalOf(full, { ...ofLength(max + 12) })).not.toBeNull();
    expect(refusalOf(full, { from: '2017-01-01', to: '2018-12-31' })).toBeNull();
    expect(refusalOf(full, { panel: 'matrix', sort: '-date', activity: 'x'.repeat(300) })).toBeNull();
  });

  it('never refuses to make a long link shorter', () => {
    const long = { ...WHOLE_RECORD, ...ofLength(LONGEST_READ) };
    expect(refusalOf(long, ofLength(LONGEST_READ - 60))).toBeNull();
    expect(refusalOf(long, { panel: 'list' })).not.toBeNull();
  });

  it('allows only links that the page reads back whole, also after a link with characters that take more when written', () => {
    for (const letter of ['!', "'", '(', 'é', '新', 'a']) {
      for (const key of ['q', 'compare', 'theme', 'data']) {
        const { view } = parseView(`region=africa&${key}=${letter.repeat(LONGEST_READ / 2)}`);
        const shorter = { ...view, facets: {} };
        expect(refusalOf(view, { facets: {} })).toBeNull();
        expect(parseView(serializeView(shorter))).toEqual({ view: shorter, problems: [] });
      }
    }
  });
});
