import { describe, expect, it } from 'vitest';
import { columnIds, shownColumns, withColumn } from '../../src/model/columns';
import { RESERVED_KEYS } from '../../src/model/link-keys';
import { openDocument } from '../fixtures/dataset-document';
import { smallDocument } from '../fixtures/small-document';

const { dataset: HEAD } = openDocument(smallDocument());

describe('the columns', () => {
  it('are the date, every facet and the place', () => {
    expect(columnIds(HEAD)).toEqual(['_date', 'region', 'theme', '_place']);
    expect(RESERVED_KEYS.filter(key => columnIds(HEAD).includes(key))).toEqual([]);
  });

  it('are as many as find room when none are chosen', () => {
    expect(shownColumns(HEAD, null, 1)).toEqual(['_date', 'region']);
    expect(shownColumns(HEAD, null, 3)).toEqual(columnIds(HEAD));
  });

  it('are those that are chosen, in the order of the table', () => {
    expect(shownColumns(HEAD, ['_place', 'region', 'unknown'], 1)).toEqual(['region', '_place']);
    expect(shownColumns(HEAD, [], 5)).toEqual([]);
  });

  it('gain one and lose one', () => {
    expect(withColumn(['_date', 'theme'], 'region', true)).toEqual(['_date', 'region', 'theme']);
    expect(withColumn(['_date', 'theme'], '_date', false)).toEqual(['theme']);
  });
});
