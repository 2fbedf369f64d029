import { describe, expect, it } from 'vitest';
import { laneFacet } from '../../src/model/lanes';
import { openDocument } from '../fixtures/dataset-document';
import { textDataset } from '../fixtures/text-dataset';

const values = (count: number, indent: string) => [...Array(count).keys()].map(i => `${indent}v${i}`).join('\n');

const { dataset } = openDocument(
  textDataset(`single\n  v0\nmany\n${values(15, '  ')}\ntree\n  v\n${values(20, '    ')}\n  w\nlast\n  a\n  b`),
);

describe('laneFacet', () => {
  it.each([
    ['last', 'last'],
    ['many', 'many'],
    ['none', undefined],
    ['atlantis', undefined],
    [null, 'tree'],
  ])('for %s is %s', (lanes, facet) => {
    expect(laneFacet(dataset, lanes)?.id).toBe(facet);
  });

  it('is none where no facet makes a readable number of lanes', () => {
    expect(laneFacet({ ...dataset, facets: dataset.facets.slice(0, 2) }, null)).toBeNull();
  });
});
