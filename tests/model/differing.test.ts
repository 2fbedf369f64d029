import { describe, expect, it } from 'vitest';
import type { Facet } from '../../src/model/dataset';
import { differingValues } from '../../src/model/differing';

const FACET: Facet = {
  id: 'region',
  label: 'Region',
  values: [
    { id: 'africa', label: 'Africa' },
    { id: 'mali', label: 'Mali', broader: 'africa' },
    { id: 'kenya', label: 'Kenya', broader: 'africa' },
    { id: 'asia', label: 'Asia' },
    { id: 'nowhere', label: 'Nowhere' },
  ],
};

const counted = (counts: number[], none = 0) => ({ facet: 'region', counts, none });

const valuesOf = (a: number[], b: number[], both: number[], none = 0) =>
  differingValues(FACET, {
    facet: 'region',
    a: counted(a, none),
    b: counted(b),
    both: counted(both),
  }).map(({ value }) => value);

describe('the values of a comparison', () => {
  it('begin with the largest difference, and keep the order of the facet otherwise', () => {
    expect(valuesOf([3, 1, 2, 2, 0], [3, 2, 2, 9, 0], [1, 1, 1, 1, 0], 1)).toEqual([
      'asia',
      'mali',
      '_none',
      'africa',
      'kenya',
    ]);
  });

  it('leave out what neither side has, and a value that only repeats one below it', () => {
    expect(valuesOf([2, 2, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0])).toEqual(['mali', 'asia']);
  });
});
