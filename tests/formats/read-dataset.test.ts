import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/formats/json/read-dataset';
import { isoDay } from '../../src/lib/day';
import { OpenFailure } from '../../src/model/problem';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset';
import { smallDocument, smallDocumentWith } from '../fixtures/small-document';
import { idsOf, lineOf, linesOf } from './read-lines';

function failureOf(text: string): string {
  try {
    readDataset(text);
  } catch (error) {
    if (error instanceof OpenFailure) return `${error.code} ${error.found}`.trim();
    throw error;
  }
  return 'opened';
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
    ['date,title\n2018,A', 'notJson "date,title\\n2018,A"'],
    ['date;title\n2018;A', 'notJson "date;title\\n2018;A"'],
    ['\uFEFFdate\ttitle\n2018\tA', 'notJson "date\\ttitle\\n2018\\tA"'],
    ['null', 'notObject null'],
    ['42', 'notObject 42'],
    ['"text"', 'notObject "text"'],
    ['[{"date":"2018"}]', 'notObject [{"date":"2018"}]'],
    ['{}', 'wrongFormat undefined'],
    ['{"format":"geojson"}', 'wrongFormat "geojson"'],
    ['{"format":"chronofacet-dataset/2","activities":[],"facets":[]}', 'wrongFormat "chronofacet-dataset/2"'],
    [smallDocumentWith('activities', undefined), 'noActivities undefined'],
    [smallDocumentWith('activities', {}), 'noActivities {}'],
  ])('%j fails: %s', (text, expected) => {
    expect(failureOf(text)).toBe(expected);
  });

  it('fails in the same way however deep it is nested', () => {
    expect(failureOf('['.repeat(50_000) + ']'.repeat(50_000))).toBe('notObject …');
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
    expect(second).toEqual(smallDocument().activities[1]);
  });

  it('finds the same behind a byte order mark and white space', () => {
    const text = JSON.stringify(smallDocument());
    expect(readDataset(`\uFEFF  ${text}\n`)).toEqual(readDataset(text));
  });

  it('keeps where corrections go, and no other address', () => {
    for (const contact of ['record@example.org', 'https://example.org/corrections']) {
      expect(readDataset(smallDocumentWith('contact', contact))).toMatchObject({ dataset: { contact }, problems: [] });
    }
    const { dataset, problems } = readDataset(smallDocumentWith('contact', 'javascript:alert(1)'));
    expect(dataset.contact).toBeUndefined();
    expect(problems.map(({ path }) => path)).toEqual(['contact']);
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
    const { problems, unlisted } = readDataset(smallDocumentWith('activities', Array(1234).fill(null)));
    expect([problems.length, unlisted]).toEqual([1000, { record: 234, field: 0, note: 0 }]);
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
        expect(failure).toMatch(/^(opened|notObject|wrongFormat|noActivities)\b/);
      }),
      { numRuns: 200 },
    );
  });

  it('throws nothing but its own failure for any text', () => {
    const almostJson = fc.json().chain(json => fc.nat(json.length).map(length => json.slice(0, length)));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), almostJson), text => {
        expect(failureOf(text)).toMatch(/^(empty|notJson|notObject|wrongFormat)\b/);
      }),
      { numRuns: 200 },
    );
  });
});

/** Returns a copy with one value replaced at any depth; each number picks one of the existing keys. */
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

describe('exactMatch', () => {
  it.each<[unknown, readonly string[] | undefined, number]>([
    ['https://example.org/a', ['https://example.org/a'], 0],
    [['https://example.org/a', 'b'], ['https://example.org/a', 'b'], 0],
    [['a', 3], ['a'], 1],
    [7, undefined, 1],
    [[], undefined, 0],
  ])('%j is read as %j', (found, read, reported) => {
    const { dataset, problems } = readDataset(smallDocumentWith('facets[0].values[0].exactMatch', found));
    expect(dataset.facets[0]?.values[0]?.exactMatch).toEqual(read);
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(
      Array.from({ length: reported }, () => 'notText facets[0].values[0].exactMatch'),
    );
  });
});

describe('a dataset without facets', () => {
  it('opens without a word', () => {
    const { dataset, problems } = readDataset(smallDocumentWith('facets', undefined));
    expect(dataset.facets).toEqual([]);
    expect(dataset.activities).toHaveLength(3);
    expect(problems.map(({ code }) => code)).toEqual(['unknownFacet', 'unknownFacet', 'unknownFacet']);
  });

  it.each(['region', null, { region: [] }])('is reported where it has %j in their place', facets => {
    const { dataset, problems } = readDataset(smallDocumentWith('facets', facets));
    expect(dataset.facets).toEqual([]);
    expect(dataset.activities).toHaveLength(3);
    expect(problems[0]).toMatchObject({ path: 'facets', code: 'notList' });
  });
});
