import { describe, expect, it } from 'vitest';
import { openIndex } from '../../src/engine/local/open-index';
import { toRecords } from '../../src/formats/document/to-records';
import { readDataset } from '../../src/formats/json/read-dataset';
import { isoDay } from '../../src/lib/day';
import { boundsOf, gapsOf } from '../../src/model/bounds';
import { OpenFailure } from '../../src/model/problem';
import { parseView } from '../../src/url/parse';
import { answer } from '../fixtures/ask-index';
import { queryOf } from '../fixtures/query';
import { smallDocument } from '../fixtures/small-document';

/* Each of these ended in a stack overflow, or took longer than a test may. */

function opened(change: object) {
  const { dataset, problems, unlisted } = readDataset(JSON.stringify({ ...smallDocument(), ...change }));
  const { index, open } = openIndex('bomb', toRecords(dataset), problems, unlisted);
  const facetIds = dataset.facets.map(({ id }) => id);
  const query = queryOf(parseView('').view, facetIds, { lanes: null, rowLimit: 200, extent: open.extent });
  const given = answer(index, query);
  return { given, open };
}

function failureOf(text: string): string {
  try {
    readDataset(text);
    return 'opened';
  } catch (error) {
    if (!(error instanceof OpenFailure)) throw error;
    return error.code;
  }
}

function many<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

describe('a dataset made to hang the reader', () => {
  it('opens with 70,000 periods of coverage, and shows the longest gaps', () => {
    const coverage = many(70_000, i => ({ from: isoDay(2 * i), to: isoDay(2 * i) }));
    const { open, given } = opened({ coverage });
    expect(given.total).toBe(3);
    expect(gapsOf(open.head.coverage, boundsOf(open))).toHaveLength(500);
  });

  it('opens with a title of 200,000 letters, and shows it cut', () => {
    const activities = [{ id: 'long', date: '2018', title: 'x'.repeat(200_000), short: 'y'.repeat(200_000) }];
    const { open, given } = opened({ activities });
    expect(open.problems.map(({ code }) => code)).toEqual(['tooLong', 'tooLong']);
    expect([given.rows[0]?.title, given.rows[0]?.short]).toEqual([`${'x'.repeat(299)}…`, `${'y'.repeat(39)}…`]);
  });

  it('opens with 100,000 values in a facet', () => {
    const values = many(100_000, i => ({ id: `v${i}`, label: `Value ${i}` }));
    expect(opened({ facets: [{ id: 'region', label: 'Region', values }] }).given.counts[0]?.counts).toHaveLength(
      100_000,
    );
  });

  it('opens with values 5,000 below each other', () => {
    const values = many(5000, i => ({ id: `v${i}`, label: 'V', ...(i > 0 && { broader: `v${i - 1}` }) }));
    const activities = [{ id: 'a', date: '2018', title: 'A', tags: { region: ['v4999'] } }];
    const { given } = opened({ facets: [{ id: 'region', label: 'Region', values }], activities });
    expect(given.counts[0]?.counts.every(count => count === 1)).toBe(true);
  });

  it('counts by facets and values that are called like what every object has', () => {
    const facet = {
      id: 'constructor',
      label: 'C',
      values: [
        { id: 'constructor', label: 'C' },
        { id: 'valueof', label: 'V' },
      ],
    };
    const activities = [
      { id: 'constructor', date: '2018', title: 'A', tags: { constructor: ['constructor'] } },
      { id: 'b', date: '2018', title: 'B' },
    ];
    const { given, open } = opened({ facets: [facet], activities });
    expect(open.problems).toEqual([]);
    expect(given.counts).toEqual([{ facet: 'constructor', counts: [1, 0], none: 1 }]);
  });

  it('opens with ids that are all the same, and lists them', () => {
    const { given, open } = opened({ activities: many(20_000, () => ({ id: 'same', date: '2018', title: 'S' })) });
    expect([given.total, open.problems.length + open.unlisted.record]).toEqual([1, 19_999]);
  });

  it.each<[string, string, string]>([
    ['a table without a line end', 'a,'.repeat(500_000), 'notJson'],
    ['a line without a separator', `${'a'.repeat(1_000_000)}\n`, 'notJson'],
    ['nothing but spaces', ' '.repeat(5_000_000), 'empty'],
    ['lists in lists', '['.repeat(200_000), 'notJson'],
    ['lists in lists that close', '['.repeat(200_000) + ']'.repeat(200_000), 'notObject'],
  ])('is told what is wrong with %s', (_, text, code) => {
    expect(failureOf(text)).toBe(code);
  });

  it('keeps unknown fields that are nested 50,000 deep', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = JSON.stringify(smallDocument()).replace('{', `{"extra":${deep},`);
    expect(readDataset(text).problems.map(({ code, found }) => [code, found])).toEqual([['unknownField', '…']]);
  });

  it.each(['['.repeat(300_000), `[${'.'.repeat(300_000)}`, `1${'-'.repeat(300_000)}`, '2018'.repeat(100_000)])(
    'reports a date that goes on and on',
    date => {
      const { open, given } = opened({ activities: [{ id: 'a', date, title: 'A' }] });
      expect([given.total, open.problems[0]?.code]).toEqual([0, 'dateForm']);
    },
  );
});
