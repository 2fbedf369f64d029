import { beforeAll, describe, expect, it } from 'vitest';
import { mentionOf } from '../../src/app/panels';
import { constraintLabel, filtersInWords, headline, windowInWords } from '../../src/i18n/headline';
import type { TextTools } from '../../src/i18n/text-tools';
import { valueLabel } from '../../src/i18n/value-label';
import { dayOf } from '../../src/lib/day';
import { constraintsOfView } from '../../src/model/constraints';
import type { DatasetHead, Facet, Text } from '../../src/model/dataset';
import { knownView } from '../../src/model/selection-of';
import { parseView } from '../../src/url/parse';
import { textTools } from './words';

const REGION: Facet = {
  id: 'region',
  label: 'Region',
  values: [
    { id: 'africa', label: 'Africa' },
    { id: 'asia', label: 'Asia and the Pacific', short: 'Asia' },
    { id: 'world', label: 'Global', phrase: 'worldwide' },
    { id: 'europe', label: { en: 'Europe', fr: 'L’Europe' } },
  ],
};

const HEAD: DatasetHead = {
  id: 'd',
  title: 'D',
  language: 'en',
  sources: [],
  coverage: [],
  facets: [REGION, { id: 'institution', label: 'EU institution', values: [{ id: 'eeas', label: 'EEAS' }] }],
};

const EXTENT = { earliest: dayOf(2017, 1, 20), latest: dayOf(2024, 7, 30) };

function viewOf(link: string) {
  return knownView(
    parseView(link).view,
    HEAD.facets.map(({ id }) => id),
  );
}

let english: TextTools;
let french: TextTools;
beforeAll(async () => {
  english = (await textTools('en')) as TextTools;
  french = (await textTools('fr')) as TextTools;
});

const FILTERS: readonly [string, string][] = [
  ['', ''],
  ['region=africa', 'Africa'],
  ['region=asia,africa', 'Africa or Asia and the Pacific'],
  ['region=asia,africa,europe', 'Africa, Asia and the Pacific or Europe'],
  ['region=asia,africa&region.mode=all', 'Africa and Asia and the Pacific'],
  ['region=-africa', 'not Africa'],
  ['region=europe,-africa,-asia', 'Europe; not Africa or Asia and the Pacific'],
  ['region=_none', 'no region'],
  ['institution=_none', 'no EU institution'],
  ['region=atlantis', 'unknown “atlantis”'],
  ['institution=eeas&region=africa&q=border', 'Africa; EEAS; “border”'],
  ['nonsense=1&q=%22border+police%22', '“"border police"”'],
  ['region=africa&q=%21%3F', 'Africa'],
  [`q=${'port '.repeat(4000)}`, `“${'port '.repeat(16).trim()}…”`],
  [`q=${encodeURIComponent('नि'.repeat(81))}`, `“${'नि'.repeat(79)}…”`],
];

describe('filtersInWords', () => {
  it.each(FILTERS)('says ?%s as %s', (link, words) => {
    expect(filtersInWords(english, HEAD, viewOf(link))).toBe(words);
  });

  it('says them in French', () => {
    expect(filtersInWords(french, HEAD, viewOf('region=europe,asia&q=port'))).toBe(
      'Asia and the Pacific ou L’Europe; «\u00a0port\u00a0»',
    );
  });
});

const SENTENCES: readonly [string, number, string][] = [
  ['', 89, '89 activities of D, 2017 – 2024'],
  ['', 1, '1 activity of D, 2017 – 2024'],
  ['region=africa', 0, 'No activities: Africa, 2017 – 2024'],
  ['region=africa&from=2017&to=2018-06', 3, '3 activities: Africa, January 2017 – June 2018'],
  ['from=2018', 3, '3 activities, from 2018'],
  ['view=matrix', 3, '3 activities of D by region and EU institution, 2017 – 2024'],
  [
    'view=matrix&lanes=institution&lanes.across=region',
    3,
    '3 activities of D by EU institution and region, 2017 – 2024',
  ],
  ['view=matrix&region=africa', 3, '3 activities by region and EU institution: Africa, 2017 – 2024'],
  ['view=matrix', 0, 'No activities of D, 2017 – 2024'],
];

describe('headline', () => {
  it.each(SENTENCES)('says ?%s with %i found as %s', (link, total, sentence) => {
    const view = viewOf(link);
    expect(headline(english, HEAD, view, { total, extent: EXTENT, mention: mentionOf(view) })).toBe(sentence);
  });

  it('shortens a long name of the dataset between words', () => {
    const head = {
      ...HEAD,
      title: 'Meetings, training courses, campaigns and reports of two large organisations since 2017',
    };
    expect(headline(english, head, viewOf(''), { total: 4, extent: EXTENT })).toBe(
      '4 activities of Meetings, training courses, campaigns and reports of two large…, 2017 – 2024',
    );
  });

  it('leaves the period out of a record without any', () => {
    expect(headline(english, HEAD, viewOf(''), { total: 0, extent: null })).toBe('No activities of D');
    expect(headline(english, HEAD, viewOf('region=africa'), { total: 0, extent: null })).toBe('No activities: Africa');
  });

  it('says a record of one year by that year', () => {
    const extent = { earliest: dayOf(2018, 1, 5), latest: dayOf(2018, 3, 1) };
    expect(headline(english, HEAD, viewOf(''), { total: 4, extent })).toBe('4 activities of D, 2018');
  });
});

const PHRASES: Readonly<Record<string, Text>> = {
  region: { en: 'in {values}', fr: 'en {values}' },
  theme: 'on {lowercase}',
};

const THEME: Facet = {
  id: 'theme',
  label: 'Theme',
  values: [
    { id: 'trafficking', label: 'Human trafficking' },
    { id: 'un', label: 'UN reform' },
  ],
};

const PHRASED: DatasetHead = {
  ...HEAD,
  facets: [REGION, THEME].map(facet => ({ ...facet, phrase: PHRASES[facet.id] ?? '' })),
};

const PHRASED_SENTENCES: readonly [string, string][] = [
  [
    'theme=trafficking&region=africa&from=2017&to=2018-06',
    '9 activities on human trafficking in Africa, January 2017 – June 2018',
  ],
  ['theme=trafficking,un', '9 activities on human trafficking or UN reform, 2017 – 2024'],
  ['theme=trafficking,un&theme.mode=all', '9 activities on human trafficking and UN reform, 2017 – 2024'],
  ['region=-africa,-europe', '9 activities not in Africa or Europe, 2017 – 2024'],
  ['region=asia,-africa', '9 activities in Asia and the Pacific not in Africa, 2017 – 2024'],
  ['region=_none,asia', '9 activities in Asia and the Pacific or with no region, 2017 – 2024'],
  ['region=-_none', '9 activities with any region, 2017 – 2024'],
  ['region=asia,world', '9 activities in Asia and the Pacific or worldwide, 2017 – 2024'],
  ['region=-world', '9 activities not worldwide, 2017 – 2024'],
  ['region=_none', '9 activities with no region, 2017 – 2024'],
  ['region=africa&q=port', '9 activities in Africa mentioning “port”, 2017 – 2024'],
  ['q=port', '9 activities mentioning “port”, 2017 – 2024'],
  ['q=%E2%80%9C%E2%80%9D', '9 activities, 2017 – 2024'],
  ['region=atlantis', '9 activities in unknown “atlantis”, 2017 – 2024'],
  ['view=matrix&region=africa', '9 activities in Africa by region and theme, 2017 – 2024'],
];

describe('headline of facets that have a phrase', () => {
  it.each(PHRASED_SENTENCES)('says ?%s as %s', (link, sentence) => {
    const view = knownView(parseView(link).view, ['region', 'theme']);
    expect(headline(english, PHRASED, view, { total: 9, extent: EXTENT, mention: mentionOf(view) })).toBe(sentence);
  });

  it('lists facets without a phrase after a colon', () => {
    const head = { ...PHRASED, facets: [...PHRASED.facets, ...HEAD.facets.slice(1)] };
    const view = knownView(parseView('region=africa&institution=eeas&q=port').view, ['region', 'institution']);
    expect(headline(english, head, view, { total: 9, extent: null })).toBe(
      '9 activities in Africa mentioning “port”: EEAS',
    );
  });

  it('says it in French', () => {
    const view = knownView(parseView('region=europe').view, ['region', 'theme']);
    expect(headline(french, PHRASED, view, { total: 9, extent: null })).toBe('9 activités en L’Europe');
  });
});

describe('a choice of many values', () => {
  const values = [...Array(600).keys()].map(i => ({ id: `office-${i}`, label: `Office ${i}` }));
  const head: DatasetHead = { ...HEAD, facets: [{ id: 'office', label: 'Office', values }] };
  const ids = values.map(({ id }) => id);

  it('is named by its first values and the number of others', () => {
    const view = parseView(`office=${ids.join(',')}`).view;
    const named = 'Office 0, Office 1, Office 10, Office 100, Office 101, Office 102 or 594 others';
    expect(filtersInWords(english, head, view)).toBe(named);
    expect(headline(english, head, view, { total: 600, extent: null })).toBe(`600 activities: ${named}`);
    expect(filtersInWords(french, head, view)).toMatch(/Office 102 ou 594 autres$/);
    const excluded = parseView(`office=${ids.map(id => `-${id}`).join(',')}`).view;
    expect(filtersInWords(english, head, excluded)).toMatch(/^not Office 0, .* or 594 others$/);
  });

  it('is named as a whole up to eight values', () => {
    const view = parseView(`office=${ids.slice(0, 8).join(',')}`).view;
    expect(filtersInWords(english, head, view)).toMatch(/Office 6 or Office 7$/);
  });

  it('stays short in the phrase of a facet too', () => {
    const phrased = { ...head, facets: head.facets.map(facet => ({ ...facet, phrase: 'by {values}' })) };
    const view = parseView(`office=${ids.join(',')}`).view;
    expect(headline(english, phrased, view, { total: 600, extent: null })).toMatch(/ by Office 0, .* or 594 others$/);
  });
});

describe('values whose own phrase is that of their facet with other words in it', () => {
  const country = (id: string, en: string, fr: string) => ({
    id,
    label: { en, fr },
    phrase: { en: `concerning ${en}`, fr: `concernant ${fr}` },
  });
  const values = [
    country('sahel', 'the Sahel', 'le Sahel'),
    country('nigeria', 'Nigeria', 'le Nigéria'),
    { id: 'nauru', label: 'Nauru' },
    { id: 'world', label: 'Global', phrase: { en: 'worldwide', fr: 'dans le monde entier' } },
    ...[...Array(9).keys()].map(i => country(`c${i}`, `Country ${i}`, `le pays ${i}`)),
  ];
  const phrase = { en: 'concerning {values}', fr: 'concernant {values}' };
  const head = { ...HEAD, facets: [{ id: 'region', label: 'Region', phrase, values }] };
  const say = (tools: TextTools, link: string) =>
    headline(tools, head, parseView(link).view, { total: 9, extent: null });

  it.each([
    ['region=nigeria', 'concerning Nigeria', 'concernant le Nigéria'],
    ['region=nigeria,sahel', 'concerning Nigeria or the Sahel', 'concernant le Nigéria ou le Sahel'],
    ['region=-nigeria,-sahel', 'not concerning Nigeria or the Sahel', 'sauf concernant le Nigéria ou le Sahel'],
    ['region=nauru,sahel', 'concerning Nauru or the Sahel', 'concernant Nauru ou le Sahel'],
    [
      'region=sahel,world,nigeria&region.mode=all',
      'concerning Nigeria and the Sahel and worldwide',
      'concernant le Nigéria et le Sahel et dans le monde entier',
    ],
  ])('says ?%s as %s', (link, inEnglish, inFrench) => {
    expect(say(english, link)).toBe(`9 activities ${inEnglish}`);
    expect(say(french, link)).toBe(`9 activités ${inFrench}`);
  });

  it('counts all of them against the number that a sentence names', () => {
    const link = `region=world,nauru,${[...Array(9).keys()].map(i => `c${i}`).join(',')}`;
    expect(say(english, link)).toBe(
      '9 activities concerning Country 0, Country 1, Country 2, Country 3, Country 4, Country 5 or 5 others',
    );
    expect(say(french, link)).toBe(
      '9 activités concernant le pays 0, le pays 1, le pays 2, le pays 3, le pays 4, le pays 5 ou 5 autres',
    );
  });

  it('keeps the capitals of a phrase where names are lowered', () => {
    const theme = {
      ...THEME,
      phrase: { en: 'on {lowercase}' },
      values: [...THEME.values, { id: 'nis', label: 'NIS', phrase: 'on NIS' }],
    };
    const view = parseView('theme=nis,trafficking').view;
    expect(headline(english, { ...HEAD, facets: [theme] }, view, { total: 2, extent: null })).toBe(
      '2 activities on NIS or human trafficking',
    );
  });
});

describe('what a link says at length', () => {
  it('is quoted up to what fits a sentence', () => {
    const long = 'x'.repeat(3_000);
    expect(filtersInWords(english, HEAD, viewOf(`q=${long}`)).length).toBeLessThan(100);
    expect(filtersInWords(english, HEAD, viewOf(`region=${long}`)).length).toBeLessThan(110);
  });
});

describe('constraintLabel', () => {
  it('says each constraint by what it is about and what it asks', () => {
    const view = viewOf('region=asia,-africa,_none&q=port&from=2017&to=2018');
    const said = constraintsOfView(view).map(constraint => {
      const { name, value } = constraintLabel(english, HEAD, view, constraint);
      return `${name}: ${value}`;
    });
    expect(said).toEqual([
      'Region: None named',
      'Region: Asia and the Pacific',
      'Region: not Africa',
      'Search: “port”',
      'Window: 2017 – 2018',
    ]);
  });
});

describe('valueLabel', () => {
  it('takes the short label where space is tight', () => {
    expect(valueLabel(english, REGION, 'asia', true)).toBe('Asia');
    expect(valueLabel(english, REGION, 'africa', true)).toBe('Africa');
    expect(valueLabel(english, REGION, 'asia')).toBe('Asia and the Pacific');
  });
});

describe('windowInWords', () => {
  it('says nothing of a window that is open on both sides', () => {
    expect(windowInWords(english, { from: null, to: null })).toBe('');
    expect(windowInWords(english, { from: '2017-03', to: null })).toBe('from March 2017');
  });
});
