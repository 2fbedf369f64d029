import { describe, expect, it } from 'vitest';
import { WHOLE_RECORD } from '../../../src/model/view';
import { openActivity } from '../../fixtures/ask-index';
import { openDocument } from '../../fixtures/dataset-document';
import { queryOf } from '../../fixtures/query';

const activity = (id: string, date: string, theme: string[], region: string[] = []) => ({
  id,
  date,
  title: id,
  tags: { theme, region },
});

const { index, open } = openDocument({
  format: 'chronofacet-dataset/1',
  id: 'd',
  title: 'D',
  facets: [
    { id: 'theme', label: 'Theme', values: ['common', 'rare', 'other'].map(id => ({ id, label: id })) },
    { id: 'region', label: 'Region', values: ['here', 'there'].map(id => ({ id, label: id })) },
  ],
  activities: [
    activity('one', '2018-01-01', ['common', 'rare'], ['here']),
    activity('same-rare', '2018-02-01', ['rare']),
    activity('same-common', '2018-02-02', ['common']),
    activity('same-common-later', '2021-02-02', ['common']),
    activity('same-all', '2018-03-01', ['common', 'rare'], ['here']),
    activity('same-none', '2018-01-02', ['other'], ['there']),
    activity('also-common', '2024-01-01', ['common']),
    activity('untagged', '2018-01-03', []),
  ],
});

const query = queryOf(WHOLE_RECORD, ['theme', 'region'], { lanes: null, rowLimit: 0, extent: open.extent });

describe('what is related to an activity', () => {
  it('is sorted by shared values, rare before common, then near in time before far', () => {
    expect(openActivity(index, 'one', query)?.related.map(({ id }) => id)).toEqual([
      'same-all',
      'same-rare',
      'same-common',
      'same-common-later',
    ]);
  });

  it('is nothing where nothing is shared', () => {
    expect(openActivity(index, 'untagged', query)?.related).toEqual([]);
    expect(openActivity(index, 'same-none', query)?.related).toEqual([]);
  });
});
