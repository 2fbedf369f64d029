import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/formats/json/read-dataset';
import { matrixFacets } from '../../src/model/matrix-facets';
import { openDocument } from '../fixtures/dataset-document';
import { textDataset } from '../fixtures/text-dataset';

const { dataset } = openDocument(
  textDataset('first\n  a\n  b\n  c\nwide\n  a\n  b\n  c\n  d\ntree\n  a\n    c\n  b\nnarrow\n  a\n  b\nsingle\n  a'),
);

function named(lanes: string | null, across: string | null, facets = dataset.facets): string | null {
  const given = matrixFacets({ ...dataset, facets }, { lanes, across });
  return given && `${given.rows.id} × ${given.columns.id}`;
}

describe('matrixFacets', () => {
  it.each([
    [null, null, 'first × narrow'],
    ['wide', null, 'wide × narrow'],
    ['narrow', null, 'narrow × tree'],
    ['wide', 'tree', 'wide × tree'],
    [null, 'wide', 'first × wide'],
    [null, 'first', 'wide × first'],
    ['wide', 'wide', 'wide × narrow'],
    ['none', null, 'first × narrow'],
    ['atlantis', 'atlantis', 'first × narrow'],
  ])('makes of the lanes %s across %s: %s', (lanes, across, expected) => {
    expect(named(lanes, across)).toBe(expected);
  });

  it('takes a facet of a single value only where there is no other', () => {
    expect(named(null, null, [dataset.facets[0]!, dataset.facets[4]!])).toBe('first × single');
  });

  it('is none where there are no two facets with values', () => {
    const [first] = dataset.facets;
    expect(named(null, null, [])).toBeNull();
    expect(named(null, null, [first!, { id: 'empty', label: 'Empty', values: [] }])).toBeNull();
  });

  it('opens the shipped record on who works with whom', () => {
    const file = new URL('../../public/data/eu-unodc.json', import.meta.url);
    const { facets } = readDataset(readFileSync(file, 'utf8')).dataset;
    expect(named(null, null, [...facets])).toBe('programme × institution');
  });
});
