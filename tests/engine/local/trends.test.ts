import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendOf, trendParts } from '../../../src/engine/local/trends';
import { arbitraryQuestion } from '../../fixtures/arbitrary-query';
import { openDocument } from '../../fixtures/dataset-document';
import { drawn } from '../../fixtures/drawn';
import type { Query } from '../../fixtures/query';
import { textDataset } from '../../fixtures/text-dataset';
import { oracleOf } from './oracle';

/** Each value with its count in each part. */
function picture(record: string): string {
  const { index, dataset } = openDocument(textDataset(record));
  const parts = trendParts(index);
  return dataset.facets
    .flatMap(({ id, values }) => {
      const { counts } = trendOf(index, id);
      return [...values.map(value => value.id), '_none'].map(
        (value, v) => `${value} ${counts.slice(v * parts, (v + 1) * parts).join('')}`,
      );
    })
    .join('\n');
}

describe('trendOf', () => {
  it('counts where the activities of each value begin, those of the values below included', () => {
    const record = `
      region
        africa
          mali
        asia
      2001-01-01  a #region:mali
      2001-12-31  b #region:africa
      2004-05..2011-02  c #region:asia #region:mali
      2011-06  d
      2020-12-31  e #region:asia
    `;
    expect(picture(record)).toBe(
      drawn(`
        africa 20010000000000000000
        mali 10010000000000000000
        asia 00010000000000000001
        _none 00000000001000000000
      `),
    );
  });

  it('has a part for every day of a record that is shorter', () => {
    const record = `
      region
        africa
      2018-03-01 a #region:africa
      2018-03-03 b #region:africa
    `;
    expect(picture(record)).toBe('africa 101\n_none 000');
  });

  it('has no part where there are no days', () => {
    const { index } = openDocument(textDataset('region\n  africa'));
    expect(trendParts(index)).toBe(0);
    expect(trendOf(index, 'region').counts).toHaveLength(0);
  });

  it('returns no counts for an unknown facet', () => {
    const { index } = openDocument(textDataset('2018 a'));
    expect(trendOf(index, 'region').counts).toHaveLength(0);
  });

  it('agrees with counting one by one, for any dataset', () => {
    const check = ({ document, dates, query }: typeof arbitraryQuestion extends fc.Arbitrary<infer T> ? T : never) => {
      const { index, open, dataset } = openDocument(document);
      const oracle = oracleOf(document, dates);
      const everything: Query = { ...query, facets: {}, text: '', from: null, to: null };
      const parts = trendParts(index);
      const first = open.stops[0] ?? 0;
      const length = (open.stops.at(-1) ?? 0) - first;
      const edges = Array.from({ length: parts + 1 }, (_, i) => first + Math.round((i / parts) * length));
      edges[0] = Number.NEGATIVE_INFINITY;
      edges[parts] = Number.POSITIVE_INFINITY;
      for (const { id, values } of dataset.facets) {
        const wanted = [...values.map(value => value.id), '_none'].flatMap(value =>
          edges
            .slice(0, parts)
            .map((edge, p) => oracle.beginning(everything, edge, edges[p + 1] ?? 0, { facet: id, value, below: [] })),
        );
        expect(Array.from(trendOf(index, id).counts)).toEqual(wanted);
      }
    };
    fc.assert(fc.property(arbitraryQuestion, check), { numRuns: 40 });
  });
});
