import { WHOLE as WHOLE_SELECTION } from '../../src/model/selection';
import { dayNumber, type KnownDate } from '../fixtures/arbitrary-date';
import type { Question } from '../fixtures/arbitrary-query';
import type { DatasetDocument, DocumentActivity } from '../fixtures/dataset-document';
import type { Query } from '../fixtures/query';

/*
 * Questions at the edges of the rules: ties in every order, windows that end on the days of an activity, trees two
 * levels deep, values without activities, activities without values, a text that matches and one that doesn't.
 */

const QUERY: Query = {
  facets: {},
  text: '',
  from: null,
  to: null,
  compare: null,
  sort: 'date',
  lanes: 'region',
  openLanes: [],
  rowStart: 0,
  rowLimit: 100,
  markLimit: 100,
  margin: 0,
  laneBins: null,
  matrix: null,
  bars: { a: [], b: [] },
  sidePart: 'all',
  colours: { facet: 'region', values: ['mali', 'africa', 'nobody-knows'] },
};

const { compare: _, ...WHOLE } = WHOLE_SELECTION;

const day = (of: number) => dayNumber(2018, 3, of);

function known(from: number, to = from): KnownDate {
  return { text: '', earliest: day(from), latest: day(to), exact: from === to, time: -1 };
}

const iso = (of: number) => `2018-03-${String(of).padStart(2, '0')}`;

const DAYS: Readonly<Record<string, readonly [number, number]>> = {
  // The same first day: the last day decides, then the id.
  'tie-b': [10, 10],
  'tie-a': [10, 10],
  'tie-long': [10, 14],
  before: [5, 5],
  after: [20, 20],
  within: [10, 12],
};

const TAGS: Readonly<Record<string, DocumentActivity['tags']>> = {
  'tie-b': { region: ['mali'], theme: ['drugs', 'borders'] },
  'tie-a': { region: ['africa'], theme: ['borders'] },
  'tie-long': { region: ['mali', 'kenya'], theme: ['drugs'] },
  before: { theme: ['drugs'] },
  after: { region: ['asia'] },
  within: {},
};

const DOCUMENT: DatasetDocument = {
  format: 'chronofacet-dataset/1',
  id: 'sharp',
  title: 'Sharp',
  facets: [
    {
      id: 'region',
      label: 'Region',
      values: [
        { id: 'africa', label: 'Africa' },
        { id: 'west', label: 'West', broader: 'africa' },
        { id: 'mali', label: 'Mali', broader: 'west', aliases: ['Soudan'] },
        { id: 'kenya', label: 'Kenya', broader: 'africa' },
        { id: 'asia', label: 'Asia' },
        { id: 'nowhere', label: 'Nowhere' },
      ],
    },
    {
      id: 'theme',
      label: 'Theme',
      values: ['drugs', 'borders'].map(id => ({ id, label: id })),
    },
  ],
  activities: Object.entries(DAYS).map(([id, [from, to]]) => ({
    id,
    formerIds: [`old-${id}`],
    // An uncertain day is not exactly known; an interval would be.
    date: from === to ? iso(from) : `[${iso(from)}..${iso(to)}]`,
    title: id === 'before' ? 'Border guards' : `Meeting of the ${id}`,
    tags: TAGS[id] ?? {},
  })),
};

const DATES = new Map(Object.entries(DAYS).map(([id, [from, to]]) => [id, known(from, to)]));

const choice = (include: string[], exclude: string[] = [], mode: 'any' | 'all' = 'any') => ({ include, exclude, mode });

export function sharpQuestions(): Question[] {
  const matrix = {
    rows: { facet: 'region', opened: ['africa'], limit: 9 },
    columns: { facet: 'theme', opened: [], limit: 9 },
    edges: [day(1), day(11), day(30)],
  };
  const changes: Partial<Query>[] = [
    { matrix },
    { sort: '-date' },
    { sort: 'title' },
    { sort: { column: 'region', isDescending: false } },
    { sort: { column: 'region', isDescending: true } },
    { rowStart: 1, rowLimit: 2 },
    { facets: { region: choice(['africa']) }, matrix },
    { facets: { region: choice(['mali', 'kenya'], [], 'all') } },
    { facets: { region: choice(['mali', 'asia'], [], 'all') } },
    { facets: { region: choice(['mali', 'asia']) } },
    { facets: { region: choice(['_none']) } },
    { facets: { region: choice([], ['_none']), theme: choice(['borders']) } },
    { facets: { region: choice([], ['west']) } },
    { facets: { region: choice(['africa'], ['kenya']) } },
    { facets: { theme: choice(['drugs']), region: choice(['asia']) }, from: day(1) },
    { facets: { region: choice(['unknown']) }, text: 'nothing like it' },
    { text: 'bord' },
    { text: 'soudan' },
    { text: '-meeting' },
    { text: '"meeting of"' },
    { compare: { ...WHOLE, facets: { theme: choice(['drugs']) } }, facets: { region: choice(['africa']) } },
    { compare: { ...WHOLE, text: 'border' }, from: day(10) },
    ...(['all', 'both', 'only'] as const).map(sidePart => ({
      from: day(1),
      to: day(12),
      compare: { ...WHOLE, from: day(12), to: day(20) },
      bars: { a: [day(1), day(5), day(6), day(13)], b: [day(12), day(13), day(20), day(21)] },
      sidePart,
    })),
    // Window borders are inclusive: activities that end on the first day or begin on the last day are selected.
    ...[5, 6, 9, 10, 11, 12, 13, 14, 15, 19, 20, 21].flatMap(of => [
      { from: day(of) },
      { to: day(of) },
      { from: day(of), to: day(of), margin: 1 },
    ]),
    { openLanes: ['africa', 'west'], markLimit: 1, laneBins: { start: day(1), end: day(31), count: 6 } },
  ];
  return changes.map(change => ({ document: DOCUMENT, dates: DATES, query: { ...QUERY, ...change } }));
}

/** Windows before and after the first known day of activities of which one has no known beginning. */
export function openQuestions(): Question[] {
  const spans: [id: string, date: string, earliest: number, latest: number][] = [
    ['open', '../1990', Number.NEGATIVE_INFINITY, dayNumber(1990, 12, 31)],
    ['known', '1980-01-01', dayNumber(1980, 1, 1), dayNumber(1980, 1, 1)],
    ['late', '2001-02-03', dayNumber(2001, 2, 3), dayNumber(2001, 2, 3)],
  ];
  const dates = new Map(
    spans.map(([id, text, earliest, latest]) => [id, { text, earliest, latest, exact: id !== 'open', time: -1 }]),
  );
  const activities = spans.map(([id, date]): DocumentActivity => ({ id, date, title: id, tags: {} }));
  const document: DatasetDocument = { ...DOCUMENT, id: 'open', activities };
  return [1970, 1979, 1980, 1981, 1991].flatMap(year =>
    [{ to: dayNumber(year, 1, 1) }, { from: dayNumber(year, 1, 1) }].map(change => ({
      document,
      dates,
      query: { ...QUERY, ...change },
    })),
  );
}

const CROWD = 700;
const LANES = ['many', 'some', 'few', 'one'];

/** More activities than marks, in lanes of which the smallest has one activity. */
export function crowdedQuestions(): Question[] {
  const dates = new Map<string, KnownDate>();
  const activities = Array.from({ length: CROWD }, (_, i): DocumentActivity => {
    const id = `a${i}`;
    const of = 1 + (i % 28);
    dates.set(id, known(of));
    const lane = i === 123 ? 'one' : i % 50 === 7 ? 'few' : i % 5 === 0 ? 'some' : 'many';
    return { id, date: iso(of), title: `Meeting ${i}`, tags: { region: [lane] } };
  });
  const region = { id: 'region', label: 'Region', values: LANES.map(id => ({ id, label: id })) };
  const document: DatasetDocument = { ...DOCUMENT, id: 'crowd', facets: [region], activities };
  const laneBins = { start: day(1), end: day(31), count: 6 };
  return [{}, { from: day(4), to: day(9), margin: 3 }].map(change => ({
    document,
    dates,
    query: { ...QUERY, ...change, markLimit: 24, rowLimit: 20, laneBins },
  }));
}
