import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/dataset/read-dataset';
import { isoDay } from '../../src/lib/day';
import { OpenFailure, type Problem } from '../../src/model/problem';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';

/** `activities[1].date dateForm record "2018-6" → 2018-06` */
function lineOf({ path, code, loss, found, proposal }: Problem): string {
  const parts = [path, code, loss, found, proposal === undefined ? undefined : `→ ${proposal}`];
  return parts.filter(part => part !== undefined).join(' ');
}

function linesOf(text: string): string[] {
  return readDataset(text).problems.map(lineOf);
}

function failureOf(text: string): string {
  try {
    readDataset(text);
  } catch (error) {
    if (error instanceof OpenFailure) return `${error.code} ${error.found}`.trim();
    throw error;
  }
  return 'opened';
}

function idsOf(text: string): string {
  return readDataset(text)
    .dataset.activities.map(activity => activity.id)
    .join(' ');
}

describe('a text that is no dataset', () => {
  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['\uFEFF', 'empty'],
    ['{"format":', 'notJson "{\\"format\\":"'],
    ['Hello', 'notJson "Hello"'],
    ['<!doctype html><html>', 'notJson "<!doctype html><html>"'],
    ['{"a":1}\n{"b":2}', 'notJson "{\\"a\\":1}\\n{\\"b\\":2}"'],
    ['x'.repeat(100), `notJson "${'x'.repeat(40)}"`],
    ['date,title\n2018,A', 'table "date,title\\n2018,A"'],
    ['date;title\n2018;A', 'table "date;title\\n2018;A"'],
    ['\uFEFFdate\ttitle\n2018\tA', 'table "date\\ttitle\\n2018\\tA"'],
    ['null', 'notObject null'],
    ['42', 'notObject 42'],
    ['"text"', 'notObject "text"'],
    ['[{"date":"2018"}]', 'notObject [{"date":"2018"}]'],
    ['{}', 'wrongFormat undefined'],
    ['{"format":"geojson"}', 'wrongFormat "geojson"'],
    ['{"format":"chronofacet-dataset/2","activities":[],"facets":[]}', 'wrongFormat "chronofacet-dataset/2"'],
    [smallDocumentWith('activities', undefined), 'noActivities undefined'],
    [smallDocumentWith('activities', {}), 'noActivities {}'],
    [smallDocumentWith('facets', 'region'), 'noFacets "region"'],
  ])('%j fails: %s', (text, expected) => {
    expect(failureOf(text)).toBe(expected);
  });

  it('fails in the same way however deep it is nested', () => {
    expect(failureOf('['.repeat(50_000) + ']'.repeat(50_000))).toBe('notObject …');
  });
});

const ALL = 'first second third';

describe('a record that can not be read', () => {
  it.each<[string, unknown, string, string]>([
    ['activities[1]', 'text', 'activities[1] notObject record "text"', 'first third'],
    ['activities[1]', null, 'activities[1] notObject record null', 'first third'],
    ['activities[1].id', undefined, 'activities[1].id missing record', 'first third'],
    [
      'activities[1].id',
      'Zweite Übung!',
      'activities[1].id notSlug record "Zweite Übung!" → zweite-ubung',
      'first third',
    ],
    ['activities[1].id', 7, 'activities[1].id notSlug record 7', 'first third'],
    ['activities[1].id', 'first', 'activities[1].id duplicateId record "first"', 'first third'],
    ['activities[1].title', undefined, 'activities[1].title missing record', 'first third'],
    ['activities[1].title', ' ', 'activities[1].title blank record " "', 'first third'],
    ['activities[1].title', 7, 'activities[1].title notText record 7', 'first third'],
    ['activities[1].title', { en: '' }, 'activities[1].title notText record {"en":""}', 'first third'],
    ['activities[1].title', {}, 'activities[1].title notText record {}', 'first third'],
    ['activities[1].date', undefined, 'activities[1].date missing record', 'first third'],
    ['activities[1].date', '', 'activities[1].date dateEmpty record ""', 'first third'],
    ['activities[1].date', 'June', 'activities[1].date dateForm record "June"', 'first third'],
    ['activities[1].date', '2018-6-9', 'activities[1].date dateForm record "2018-6-9" → 2018-06-09', 'first third'],
    ['activities[1].date', 2018, 'activities[1].date dateForm record 2018 → 2018', 'first third'],
    ['activities[1].date', 12, 'activities[1].date dateForm record 12', 'first third'],
    ['activities[1].date', '2018-02-30', 'activities[1].date dateNoSuchDay record "2018-02-30"', 'first third'],
    [
      'activities[1].date',
      '2018/2017',
      'activities[1].date dateReversed record "2018/2017" → 2017/2018',
      'first third',
    ],
    [
      'activities[1].date',
      '2018-06-19T10:00',
      'activities[1].date dateTime record "2018-06-19T10:00" → 2018-06-19',
      'first third',
    ],
    ['activities[1].date', '01/02/2020', 'activities[1].date dateAmbiguous record "01/02/2020"', 'first third'],
    ['activities[1].date', 'Y12000', 'activities[1].date dateTooFar record "Y12000"', 'first third'],
    ['activities[1].date', '../..', 'activities[1].date dateOpen record "../.."', 'first third'],
    ['facets[1]', 7, 'facets[1] notObject record 7', ALL],
    ['facets[1].id', 'Theme', 'facets[1].id notSlug record "Theme" → theme', ALL],
    ['facets[1].id', 'lang', 'facets[1].id reservedId record "lang"', ALL],
    ['facets[1].id', 'region', 'facets[1].id duplicateId record "region"', ALL],
    ['facets[1].label', undefined, 'facets[1].label missing record', ALL],
    ['facets[0].values[1]', [], 'facets[0].values[1] notObject record []', ALL],
    ['facets[0].values[1].id', 'Mali!', 'facets[0].values[1].id notSlug record "Mali!" → mali', ALL],
    ['facets[0].values[1].id', 'africa', 'facets[0].values[1].id duplicateId record "africa"', ALL],
    ['facets[0].values[1].label', undefined, 'facets[0].values[1].label missing record', ALL],
  ])('%s = %j is reported and the others stay', (path, value, expected, ids) => {
    const text = smallDocumentWith(path, value);
    expect(linesOf(text)[0]).toBe(expected);
    expect(idsOf(text)).toBe(ids);
  });

  it('says of every tag that it lost its value', () => {
    expect(linesOf(smallDocumentWith('facets[0].values[1].id', 'Mali!'))).toEqual([
      'facets[0].values[1].id notSlug record "Mali!" → mali',
      'activities[0].tags.region[0] unknownValue field "mali"',
    ]);
    expect(linesOf(smallDocumentWith('facets[1].id', 'q'))).toEqual([
      'facets[1].id reservedId record "q"',
      'activities[0].tags.theme unknownFacet field ["drugs"]',
    ]);
  });

  it('is reported with everything that is wrong in it', () => {
    expect(linesOf(smallDocumentWith('activities[1]', { id: 'A', date: '2018-6', title: 7, extra: true }))).toEqual([
      'activities[1].extra unknownField note true',
      'activities[1].id notSlug record "A" → a',
      'activities[1].date dateForm record "2018-6" → 2018-06',
      'activities[1].title notText record 7',
    ]);
  });
});

describe('a field that can not be read', () => {
  it.each<[string, unknown, string]>([
    ['id', 'Small One', 'id notSlug field "Small One" → small-one'],
    ['title', undefined, 'title missing field'],
    ['description', 7, 'description notText field 7'],
    ['publisher', '', 'publisher blank field ""'],
    ['license', [], 'license notText field []'],
    ['language', 'not_a_language', 'language badLanguage field "not_a_language"'],
    ['language', 7, 'language notText field 7'],
    ['updated', 'yesterday', 'updated badDay field "yesterday"'],
    ['sources[1]', 'text', 'sources[1] notObject field "text"'],
    ['sources[1]', { id: 'b' }, 'sources[1].title missing field'],
    ['sources[1]', { id: 'B', title: 'B' }, 'sources[1].id notSlug field "B" → b'],
    ['sources[0].url', 'example.org', 'sources[0].url badUrl field "example.org"'],
    ['coverage', 'always', 'coverage notList field "always"'],
    ['coverage[0].from', undefined, 'coverage[0].from missing field'],
    ['coverage[0].to', 'soon', 'coverage[0].to badDay field "soon"'],
    ['coverage[0].to', '2015', 'coverage[0].to dateReversed field "2015"'],
    ['coverage[0].note', 7, 'coverage[0].note notText field 7'],
    ['facets[0].description', 7, 'facets[0].description notText field 7'],
    ['facets[0].values[1].broader', 'atlantis', 'facets[0].values[1].broader unknownBroader field "atlantis"'],
    ['facets[0].values[1].broader', 'mali', 'facets[0].values[1].broader broaderCycle field "mali"'],
    ['facets[0].values[0].broader', 'mali', 'facets[0].values[0].broader broaderCycle field "mali"'],
    ['facets[0].values[1].broader', 7, 'facets[0].values[1].broader notText field 7'],
    ['facets[0].values[1].short', 7, 'facets[0].values[1].short notText field 7'],
    ['facets[0].values[1].aliases', 'Soudan', 'facets[0].values[1].aliases notList field "Soudan"'],
    ['facets[0].values[1].aliases[1]', 7, 'facets[0].values[1].aliases[1] notText field 7'],
    ['facets[0].values[1].aliases[1]', ' ', 'facets[0].values[1].aliases[1] blank field " "'],
    ['facets[0].values[1].url', 'ftp://a', 'facets[0].values[1].url badUrl field "ftp://a"'],
    ['activities[1].formerIds', 'zweite', 'activities[1].formerIds notList field "zweite"'],
    ['activities[1].formerIds[0]', 'Zweite', 'activities[1].formerIds[0] notSlug field "Zweite"'],
    ['activities[1].formerIds[0]', 'third', 'activities[1].formerIds[0] formerIdTaken field "third"'],
    ['activities[1].title.fr', 7, 'activities[1].title notText field {"en":"Second","fr":7}'],
    [
      'activities[1].title.not_a_language',
      'x',
      'activities[1].title notText field {"en":"Second","fr":"Deuxième","not_a_language":"x"}',
    ],
    ['activities[1].short', ' ', 'activities[1].short blank field " "'],
    ['activities[1].summary', ['a'], 'activities[1].summary notText field ["a"]'],
    ['activities[1].dateNote', 7, 'activities[1].dateNote notText field 7'],
    ['activities[1].tags', ['mali'], 'activities[1].tags notObject field ["mali"]'],
    ['activities[1].tags.mood', ['good'], 'activities[1].tags.mood unknownFacet field ["good"]'],
    ['activities[1].tags.constructor', ['a'], 'activities[1].tags.constructor unknownFacet field ["a"]'],
    ['activities[1].tags.region', 'mali', 'activities[1].tags.region notList field "mali"'],
    ['activities[1].tags.region[1]', 'atlantis', 'activities[1].tags.region[1] unknownValue field "atlantis"'],
    ['activities[1].tags.region[1]', 7, 'activities[1].tags.region[1] unknownValue field 7'],
    ['activities[1].place', 'Brussels', 'activities[1].place notObject field "Brussels"'],
    ['activities[1].place.name', undefined, 'activities[1].place.name missing field'],
    ['activities[1].place.country', 'be', 'activities[1].place.country badCountry field "be" → BE'],
    ['activities[1].place.country', 'Belgium', 'activities[1].place.country badCountry field "Belgium"'],
    ['activities[1].place.coordinates', [200, 0], 'activities[1].place.coordinates badCoordinates field [200,0]'],
    ['activities[1].place.coordinates', [0], 'activities[1].place.coordinates badCoordinates field [0]'],
    ['activities[1].place.coordinates', ['4', '5'], 'activities[1].place.coordinates badCoordinates field ["4","5"]'],
    ['activities[1].links', {}, 'activities[1].links notList field {}'],
    ['activities[1].links[0]', 'https://a', 'activities[1].links[0] notObject field "https://a"'],
    ['activities[1].links[0].label', undefined, 'activities[1].links[0].label missing field'],
    ['activities[1].links[0].url', undefined, 'activities[1].links[0].url missing field'],
    [
      'activities[1].links[0].url',
      'javascript:alert(1)',
      'activities[1].links[0].url badUrl field "javascript:alert(1)"',
    ],
    ['activities[1].links[0].url', 'https://', 'activities[1].links[0].url badUrl field "https://"'],
    ['activities[1].source', 'brochure', 'activities[1].source notObject field "brochure"'],
    ['activities[1].source.id', 'book', 'activities[1].source.id unknownSource field "book"'],
    ['activities[1].source.id', undefined, 'activities[1].source.id missing field'],
    ['activities[1].source.item', 0, 'activities[1].source.item badItem field 0'],
    ['activities[1].source.item', '2', 'activities[1].source.item badItem field "2"'],
    ['activities[1].source.note', 7, 'activities[1].source.note notText field 7'],
  ])('%s = %j is reported and its record stays', (path, value, expected) => {
    const text = smallDocumentWith(path, value);
    expect(linesOf(text)).toEqual([expected]);
    expect(idsOf(text)).toBe(ALL);
  });
});

describe('a list that is none', () => {
  it('is reported, and so is everything that points into it', () => {
    expect(linesOf(smallDocumentWith('sources', {}))).toEqual([
      'sources notList field {}',
      'activities[1].source.id unknownSource field "brochure"',
    ]);
    expect(linesOf(smallDocumentWith('facets[1].values', {}))).toEqual([
      'facets[1].values notList field {}',
      'activities[0].tags.theme[0] unknownValue field "drugs"',
    ]);
  });
});

describe('a note', () => {
  it.each<[string, unknown, string]>([
    ['remark', 'x', 'remark unknownField note "x"'],
    ['sources[0].author', 'x', 'sources[0].author unknownField note "x"'],
    ['coverage[0].why', 'x', 'coverage[0].why unknownField note "x"'],
    ['facets[0].colour', 'x', 'facets[0].colour unknownField note "x"'],
    ['facets[0].values[0].colour', 'x', 'facets[0].values[0].colour unknownField note "x"'],
    ['activities[1].budget', { eur: 5 }, 'activities[1].budget unknownField note {"eur":5}'],
    ['activities[1].constructor', 1, 'activities[1].constructor unknownField note 1'],
    ['activities[1].place.city', 'x', 'activities[1].place.city unknownField note "x"'],
    ['activities[1].links[0].rel', 'x', 'activities[1].links[0].rel unknownField note "x"'],
    ['activities[1].source.page', 3, 'activities[1].source.page unknownField note 3'],
    ['activities[1].title', 'x'.repeat(301), `activities[1].title tooLong note "${'x'.repeat(79)}…`],
    ['activities[1].short', 'x'.repeat(41), `activities[1].short tooLong note "${'x'.repeat(41)}"`],
  ])('%s = %j keeps everything', (path, value, expected) => {
    const text = smallDocumentWith(path, value);
    expect(linesOf(text)).toEqual([expected]);
    expect(readDataset(text).dataset.activities).toHaveLength(3);
  });

  it('counts the length of a text in letters, not in code units', () => {
    expect(linesOf(smallDocumentWith('activities[1].short', '😀'.repeat(40)))).toEqual([]);
    expect(linesOf(smallDocumentWith('activities[1].title', '😀'.repeat(300)))).toEqual([]);
  });
});

describe('readDataset', () => {
  it('reads everything it knows of a document and reports nothing', () => {
    const { dataset, problems } = readDataset(JSON.stringify(smallDocument()));
    expect(problems).toEqual([]);
    expect(dataset).toMatchObject({ id: 'small', language: 'en', updated: '2018-12-31' });
    expect(dataset.coverage.map(({ from, to }) => `${isoDay(from)} ${isoDay(to)}`)).toEqual(['2016-01-01 2018-06-30']);
    const { earliest, latest, ...second } = dataset.activities[1] ?? {};
    expect(`${isoDay(earliest ?? 0)} ${isoDay(latest ?? 0)}`).toBe('2017-01-02 2017-01-03');
    const expected = { ...smallDocument().activities[1], place: { name: 'Brussels', country: 'BE' } };
    expect(second).toEqual(expected);
  });

  it('finds the same behind a byte order mark and white space', () => {
    const text = JSON.stringify(smallDocument());
    expect(readDataset(`\uFEFF  ${text}\n`)).toEqual(readDataset(text));
  });

  it('takes English where no language is given', () => {
    expect(readDataset(smallDocumentWith('language', undefined)).dataset.language).toBe('en');
    expect(readDataset(smallDocumentWith('language', 'x')).dataset.language).toBe('en');
  });

  it('gives a dataset without a name its id for a title', () => {
    expect(readDataset(smallDocumentWith('title', undefined)).dataset.title).toBe('small');
    expect(readDataset(smallDocumentWith('id', 7)).dataset.id).toBe('dataset');
  });

  it('passes over the schema that a document names', () => {
    expect(linesOf(smallDocumentWith('$schema', 'schema/dataset-1.json'))).toEqual([]);
  });

  it('holds the activities by earliest day, then latest day, then id', () => {
    const dates = ['2018', '2018-01-01', '2018-01', '2018-01', '../2018'];
    const activities = dates.map((date, i) => ({ id: `a${9 - i}`, date, title: 'x' }));
    expect(idsOf(smallDocumentWith('activities', activities))).toBe('a5 a8 a6 a7 a9');
  });

  it('puts each value behind the value it is below and keeps the order otherwise', () => {
    const values = ['b<a', 'd', 'a', 'c<b', 'e<a', 'f<d'].map(text => {
      const [id, broader] = text.split('<');
      return { id, label: id, broader };
    });
    const { facets } = readDataset(smallDocumentWith('facets[1].values', values)).dataset;
    expect(facets[1]?.values.map(value => value.id).join(' ')).toBe('d f a b c e');
  });

  it('opens a circle of values at its first member and leaves alone what hangs on it', () => {
    const values = ['x<a', 'a<b', 'b<c', 'c<a'].map(text => {
      const [id, broader] = text.split('<');
      return { id, label: id, broader };
    });
    const { dataset, problems } = readDataset(smallDocumentWith('facets[1].values', values));
    expect(problems.map(lineOf).filter(line => line.startsWith('facets'))).toEqual([
      'facets[1].values[1].broader broaderCycle field "b"',
    ]);
    expect(dataset.facets[1]?.values.map(({ id, broader = '' }) => `${id}<${broader}`).join(' ')).toBe(
      'a< x<a c<a b<c',
    );
  });

  it('reads values twenty thousand deep', () => {
    const values = [...Array(20_000).keys()].map(i => ({
      id: `v${i}`,
      label: 'x',
      ...(i > 0 && { broader: `v${i - 1}` }),
    }));
    const { facets } = readDataset(smallDocumentWith('facets[1].values', values)).dataset;
    expect(facets[1]?.values.at(-1)?.id).toBe('v19999');
  });

  it('keeps one of each tag and drops a facet without any', () => {
    const text = smallDocumentWith('activities[1].tags', { region: ['asia', 'asia'], theme: [] });
    expect(readDataset(text).dataset.activities[1]?.tags).toEqual({ region: ['asia'] });
    expect(linesOf(text)).toEqual([]);
  });

  it('keeps markup as the text it is', () => {
    const text = smallDocumentWith('activities[1].title', '<img src=x onerror=alert(1)>');
    expect(readDataset(text).dataset.activities[1]?.title).toBe('<img src=x onerror=alert(1)>');
  });

  it('lists a thousand problems and counts the rest', () => {
    const { problems, moreProblems } = readDataset(smallDocumentWith('activities', Array(1234).fill(null)));
    expect([problems.length, moreProblems]).toEqual([1000, 234]);
  });

  it('reports nothing in a valid document and loses nothing of it', () => {
    fc.assert(
      fc.property(arbitraryDataset, ({ document, dates }) => {
        const { dataset, problems } = readDataset(JSON.stringify(document));
        expect(problems).toEqual([]);
        expect(dataset.facets.map(facet => facet.values.length)).toEqual(
          document.facets.map(facet => facet.values.length),
        );
        const ids = dataset.activities.map(activity => activity.id);
        expect(ids.toSorted()).toEqual([...dates.keys()].sort());
        for (const [v, facet] of dataset.facets.entries()) {
          const given = new Map(document.facets[v]?.values.map(value => [value.id, value]));
          for (const value of facet.values) expect(value).toEqual(given.get(value.id));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('throws nothing but its own failure, whatever is done to a document', () => {
    const junk = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('__proto__', 'constructor', '2018-6', -1, '', 'mali'),
    );
    const keys = fc.array(fc.oneof(fc.nat(30), fc.constantFrom('__proto__', 'constructor', 'length')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(arbitraryDataset, fc.array(fc.tuple(keys, junk), { maxLength: 4 }), ({ document }, changes) => {
        const changed = changes.reduce<unknown>((at, [path, value]) => replacedAt(at, path, value), document);
        const failure = failureOf(JSON.stringify(changed));
        expect(failure).toMatch(/^(opened|notObject|wrongFormat|noActivities|noFacets)\b/);
      }),
      { numRuns: 300 },
    );
  });

  it('throws nothing but its own failure for any text', () => {
    const almostJson = fc.json().chain(json => fc.nat(json.length).map(length => json.slice(0, length)));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), almostJson), text => {
        expect(failureOf(text)).toMatch(/^(empty|notJson|table|notObject|wrongFormat)\b/);
      }),
      { numRuns: 300 },
    );
  });
});

/** A copy with another value somewhere inside: a number picks one of the keys that are there. */
function replacedAt(at: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof at !== 'object' || at === null) return value;
  const keys = Object.keys(at);
  const key = typeof step === 'number' ? keys[step % keys.length] : step;
  if (key === undefined) return value;
  const entries = Object.entries(at).filter(([name]) => name !== key);
  const inside = replacedAt(Object.getOwnPropertyDescriptor(at, key)?.value, rest, value);
  if (Array.isArray(at)) return at.map((item, i) => (String(i) === key ? inside : item));
  return Object.fromEntries([...entries, [key, inside]]);
}
