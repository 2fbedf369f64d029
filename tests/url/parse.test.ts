import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type View, WHOLE_RECORD } from '../../src/model/view';
import { cleanText } from '../../src/url/parameters';
import { LONGEST_READ } from '../../src/url/params';
import { parseView } from '../../src/url/parse';

const any = { include: [], exclude: [], mode: 'any' } as const;

describe('parseView', () => {
  it.each<[string, Partial<View>]>([
    ['', {}],
    ['?', {}],
    ['?programme=glo-act,ccp', { facets: { programme: { ...any, include: ['ccp', 'glo-act'] } } }],
    ['programme=ccp', { facets: { programme: { ...any, include: ['ccp'] } } }],
    ['?region=-europe,_none', { facets: { region: { ...any, include: ['_none'], exclude: ['europe'] } } }],
    ['?region=-_none', { facets: { region: { ...any, exclude: ['_none'] } } }],
    ['?region=a&region=b,a', { facets: { region: { ...any, include: ['a', 'b'] } } }],
    ['?region=%2Ca%2C%2C+b+', { facets: { region: { ...any, include: ['a', 'b'] } } }],
    ['?region=', {}],
    ['?region=-,--a,-+-', {}],
    ['?region=Mali+%26+Niger', { facets: { region: { ...any, include: ['Mali & Niger'] } } }],
    ['?theme=a&theme.mode=all', { facets: { theme: { ...any, include: ['a'], mode: 'all' } } }],
    ['?theme.mode=all&theme=a', { facets: { theme: { ...any, include: ['a'], mode: 'all' } } }],
    ['?theme=a&theme.mode=any', { facets: { theme: { ...any, include: ['a'] } } }],
    ['?theme.mode=all', { facets: { theme: { ...any, mode: 'all' } } }],
    ['?constructor=a', { facets: { constructor: { ...any, include: ['a'] } } }],
    ['?__proto__=a&Region=b&re_gion=c&-x=d&%F0%9F%98%80=e', {}],
    ['?q.mode=all&v.mode=all', {}],
    ['?q=border+police', { q: 'border police' }],
    ['?q=%20%0Aborder%09%20police%0D', { q: 'border police' }],
    ['?q=%C3%A0%22-', { q: 'à"-' }],
    ['?q=a&q=b', { q: 'a' }],
    ['?q=%E0%A4%A', { q: '\ufffd%A' }],
    ['?from=2017', { from: '2017' }],
    ['?to=2017-03', { to: '2017-03' }],
    ['?from=2017-03-05&to=2017-03-05', { from: '2017-03-05', to: '2017-03-05' }],
    ['?from=2017-06&to=2017', { from: '2017-06', to: '2017' }],
    ['?from=-0044&to=0044', { from: '-0044', to: '0044' }],
    ['?from=&to=', {}],
    ['?lanes=region', { lanes: 'region' }],
    ['?lanes=none', { lanes: 'none' }],
    ['?lanes.across=theme', { across: 'theme' }],
    ['?lanes.open=b,a,b,-,%2F', { openLanes: ['a', 'b'] }],
    ['?lanes.sort=name', { laneSort: 'name' }],
    ['?table.columns=theme,_date,region,theme', { columns: ['_date', 'region', 'theme'] }],
    ['?table.columns=theme,_title,No+Facet', { columns: ['theme'] }],
    ['?table.columns=_title', { columns: [] }],
    ['?table.columns=', {}],
    ['?table.sort=theme', { columnSort: { column: 'theme', isDescending: false } }],
    ['?table.sort=-_place', { columnSort: { column: '_place', isDescending: true } }],
    ['?table.sort=', {}],
    ['?lanes=', {}],
    ['?view=timeline', { panel: 'timeline' }],
    ['?view=list', { panel: 'list' }],
    ['?view=table', { panel: 'table' }],
    ['?view=matrix', { panel: 'matrix' }],
    ['?view=map', { panel: 'map' }],
    ['?sort=date', {}],
    ['?sort=-date', { sort: '-date' }],
    ['?sort=title', { sort: 'title' }],
    ['?activity=glo-act-launch', { activity: 'glo-act-launch' }],
    ['?data=https://example.org/d.json%3Fa%3Db', { data: 'https://example.org/d.json?a=b' }],
    ['?gaps=fold', { gaps: 'fold' }],
    ['?gaps=show', { gaps: 'show' }],
    ['?about=1&colour.mode=all', { about: true }],
    ['?about=yes', {}],
    ['?colour=theme', { colour: { facet: 'theme', values: null } }],
    ['?colour=theme:', { colour: { facet: 'theme', values: null } }],
    ['?colour=theme:b,a,,b,+c+', { colour: { facet: 'theme', values: ['b', 'a', 'c'] } }],
    ['?colour=theme:a:b', { colour: { facet: 'theme', values: ['a:b'] } }],
    ['?colour=', {}],
    ['?lang=fr-BE', { lang: 'fr-BE' }],
    ['?embed=1', { embed: true }],
    ['?compare=x', { compare: 'x' }],
    ['?v=1&q=a', { q: 'a' }],
    ['?lang=%3Cb%3E&embed=true&utm_source=mail&v=x', {}],
    ['?fbclid=A1', { facets: { fbclid: { ...any, include: ['A1'] } } }],
  ])('reads %s', (link, patch) => {
    expect(parseView(link)).toEqual({ view: { ...WHOLE_RECORD, ...patch }, problems: [] });
  });

  it.each([
    ['?from=2017-02-30', 'badDate from 2017-02-30'],
    ['?to=soon', 'badDate to soon'],
    ['?to=2018~', 'badDate to 2018~'],
    ['?from=2018&to=2017', 'reversedWindow from 2018 – 2017'],
    ['?from=2018-06-02&to=2018-06-01', 'reversedWindow from 2018-06-02 – 2018-06-01'],
    ['?view=maps', 'badChoice view maps'],
    ['?view=constructor', 'badChoice view constructor'],
    ['?sort=Title', 'badChoice sort Title'],
    ['?gaps=1', 'badChoice gaps 1'],
    ['?lanes=The+Region', 'badChoice lanes The Region'],
    ['?table.columns=No+Facet', 'badChoice table.columns No Facet'],
    ['?colour=The+Theme', 'badChoice colour The Theme'],
    ['?colour=:a,b', 'badChoice colour :a,b'],
    ['?table.sort=--theme', 'badChoice table.sort --theme'],
    ['?table.sort=_date', 'badChoice table.sort _date'],
    ['?v=2', 'newerVersion v 2'],
    ['?v=999', 'newerVersion v 999'],
  ])('falls back to the default for %s and says so', (link, expected) => {
    const { view, problems } = parseView(link);
    expect(problems.map(({ kind, key, found }) => `${kind} ${key} ${found}`)).toEqual([expected]);
    expect(view).toEqual(WHOLE_RECORD);
  });

  it('leaves the largest parts out of a link that is longer than any it reads, and says which', () => {
    const kept = 'region=africa&from=2017&view=list&activity=x&data=other.json&lang=fr&embed=1';
    const long = 'x'.repeat(LONGEST_READ);
    for (const [part, key] of [
      [`q=${long}`, 'q'],
      [`theme=${long}`, 'theme'],
      [`compare=${long}`, 'compare'],
      [`theme=${long}&q=${long}`, 'theme, q'],
      [`utm=${long.slice(1)}&a=1&b=2`, 'utm'],
    ]) {
      const link = `${kept}&${part}`;
      const { view, problems } = parseView(link);
      expect(view).toMatchObject(parseView(kept).view);
      expect(problems).toEqual([{ kind: 'tooLong', key, found: String(link.length) }]);
    }
  });

  it('never leaves out which record a link opens', () => {
    const data = `https://example.org/${'x'.repeat(LONGEST_READ)}`;
    expect(parseView(`q=a&data=${data}`).view).toMatchObject({ data, q: '' });
  });

  it('quotes no more of a bad choice than fits a sentence', () => {
    const [problem] = parseView(`view=${'é'.repeat(3_000)}`).problems;
    expect(problem?.found).toBe(`${'é'.repeat(79)}…`);
    expect(parseView(`from=${'😀'.repeat(80)}`).problems[0]?.found).toBe('😀'.repeat(80));
  });

  it('keeps the good side of a window whose other side is bad', () => {
    expect(parseView('?from=2017-13&to=2018').view).toMatchObject({ from: null, to: '2018' });
  });

  it('reads a parameter a constant number of times, however many there are', () => {
    const reads = (facets: number) => {
      const all = vi.spyOn(URLSearchParams.prototype, 'getAll');
      const one = vi.spyOn(URLSearchParams.prototype, 'get');
      const has = vi.spyOn(URLSearchParams.prototype, 'has');
      parseView([...Array(facets).keys()].map(i => `a${i}=b&a${i}.mode=all`).join('&'));
      const calls = all.mock.calls.length + one.mock.calls.length + has.mock.calls.length;
      vi.restoreAllMocks();
      return calls;
    };
    expect(reads(1_000)).toBe(reads(10));
  });

  it('reads every value and every facet, however many there are', () => {
    const ids = [...Array(10_000).keys()].map(i => `a${i}`);
    expect(parseView(`?region=${ids.join(',')}`).view.facets.region?.include).toHaveLength(10_000);
    const { facets } = parseView(ids.map(id => `${id}=x`).join('&')).view;
    expect(Object.keys(facets)).toHaveLength(10_000);
  });

  it('never throws', () => {
    const arbitraryQueryString = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webQueryParameters(),
      fc
        .array(fc.constantFrom('?', '&', '=', 'q', 'from', 'region', '.mode', '%', '%ZZ', '%00', '-', ',', '_none'))
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(arbitraryQueryString, search => {
        expect(Object.keys(parseView(search).view)).toEqual(Object.keys(WHOLE_RECORD));
      }),
      { numRuns: 300 },
    );
  });
});

describe('cleanText', () => {
  it.each([
    ['  a \n b\u00a0\u3000c ', 'a b c'],
    ['a\ud83d', 'a\ufffd'],
    ['\t', ''],
  ])('makes one line of %j', (text, line) => {
    expect(cleanText(text)).toBe(line);
  });
});
