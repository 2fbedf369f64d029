import { describe, expect, it } from 'vitest';
import { type View, WHOLE_RECORD } from '../../src/model/view';
import { serializeView } from '../../src/url/serialize';

function written(patch: Partial<View>): string {
  return serializeView({ ...WHOLE_RECORD, ...patch });
}

const any = { include: [], exclude: [], mode: 'any' } as const;

describe('serializeView', () => {
  it('writes nothing for the whole record', () => {
    expect(serializeView(WHOLE_RECORD)).toBe('');
  });

  it.each<[Partial<View>, string]>([
    [{ facets: { programme: { ...any, include: ['ccp', 'glo-act'] } } }, '?programme=ccp,glo-act'],
    [{ facets: { region: { ...any, exclude: ['europe'] } } }, '?region=-europe'],
    [{ facets: { region: { ...any, include: ['africa'], exclude: ['_none'] } } }, '?region=africa,-_none'],
    [{ facets: { theme: { include: ['drugs'], exclude: [], mode: 'all' } } }, '?theme=drugs&theme.mode=all'],
    [{ facets: { theme: { ...any, mode: 'all' } } }, '?theme.mode=all'],
    [{ facets: { theme: any } }, ''],
    [{ facets: { b: { ...any, include: ['x'] }, a: { ...any, include: ['x'] } } }, '?a=x&b=x'],
    [{ q: 'border police' }, '?q=border+police'],
    [{ q: '"à propos" -c++ & more' }, '?q=%22%C3%A0+propos%22+-c%2B%2B+%26+more'],
    [{ q: "it's (new)!*" }, '?q=it%27s+%28new%29%21%2A'],
    [{ from: '2017', to: '2018-06-19' }, '?from=2017&to=2018-06-19'],
    [{ lanes: 'region' }, '?lanes=region'],
    [{ lanes: 'none' }, '?lanes=none'],
    [{ columns: ['_date', 'theme'] }, '?table.columns=_date,theme'],
    [{ columns: [] }, '?table.columns=_title'],
    [{ panel: 'list' }, '?view=list'],
    [{ sort: 'date' }, ''],
    [{ sort: '-date' }, '?sort=-date'],
    [{ sort: 'title' }, '?sort=title'],
    [{ columnSort: { column: 'theme', isDescending: false } }, '?table.sort=theme'],
    [{ columnSort: { column: '_place', isDescending: true } }, '?table.sort=-_place'],
    [{ activity: 'glo-act-launch' }, '?activity=glo-act-launch'],
    [{ data: 'https://example.org/a,b.json?c=d#e' }, '?data=https://example.org/a,b.json%3Fc%3Dd%23e'],
    [{ gaps: 'fold' }, '?gaps=fold'],
    [{ lang: 'fr' }, '?lang=fr'],
    [{ embed: true }, '?embed=1'],
    [{ compare: 'x' }, '?compare=x'],
    [{ colour: { facet: 'theme', values: null } }, '?colour=theme'],
    [{ colour: { facet: 'theme', values: ['b', 'a'] } }, '?colour=theme:b,a'],
  ])('writes %j as %s', (patch, link) => {
    expect(written(patch)).toBe(link);
  });

  it('writes facets by id, then the reserved keys, always in the same order', () => {
    const view: View = {
      ...WHOLE_RECORD,
      compare: 'x',
      embed: true,
      lang: 'fr',
      gaps: 'fold',
      data: 'd.json',
      activity: 'a1',
      colour: { facet: 'theme', values: ['x'] },
      sort: 'title',
      columnSort: { column: 'theme', isDescending: true },
      panel: 'table',
      lanes: 'region',
      openLanes: ['a', 'b'],
      laneSort: 'count',
      across: 'theme',
      columns: ['_place', 'theme'],
      to: '2018',
      from: '2017',
      q: 'q',
      facets: {
        theme: { include: ['x'], exclude: ['y'], mode: 'all' },
        region: { include: ['x'], exclude: [], mode: 'any' },
      },
    };
    expect(serializeView(view)).toBe(
      '?region=x&theme=x,-y&theme.mode=all&q=q&from=2017&to=2018&lanes=region&lanes.open=a,b&lanes.sort=count&lanes.across=theme&view=table&table.columns=_place,theme&table.sort=-theme&sort=title' +
        '&activity=a1&colour=theme:x&compare=x&data=d.json&gaps=fold&lang=fr&embed=1',
    );
  });

  it('writes half a surrogate pair as the replacement character', () => {
    expect(written({ q: 'a\ud83d' })).toBe('?q=a%EF%BF%BD');
  });
});
