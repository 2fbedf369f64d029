import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CHOICE } from '../../../src/model/view';
import { flat, type MapPlace, placeOfNone, placesOf } from '../../../src/panels/map/places';
import { arbitraryDataset } from '../../fixtures/arbitrary-dataset';
import { ask } from '../../fixtures/ask';

const STEPS = [1, 2, 4];

function treeOf(places: readonly MapPlace[], indent = ''): string[] {
  return places.flatMap(({ value, count, state, code, step, below }) => [
    `${indent}${value.id} ${count} ${state} ${code} ${step}`,
    ...treeOf(below, `${indent}  `),
  ]);
}

describe('placesOf', () => {
  it('puts every value under its region, with its count and state', () => {
    const { dataset, given } = ask(
      `
        where Where
          africa Africa
            ml Mali
            ne Niger
          asia Asia
        2018-01 One #where:ml
        2018-02 Two #where:ml
        2018-03 Three #where:africa
        2018-04 Four
      `,
      '?where=ml,-asia',
    );
    const [facet] = dataset.facets;
    const mali = facet?.values.find(({ id }) => id === 'ml');
    if (!facet || !mali) throw new Error('no facet');
    const choice = { ...NO_CHOICE, include: ['ml'], exclude: ['asia'] };
    const geo = { facet, countries: new Map([['ML', mali]]) };
    expect(treeOf(placesOf(geo, given.counts[0], choice, STEPS))).toEqual([
      'africa 3 free null 1',
      '  ml 2 chosen ML 1',
      '  ne 0 free null -1',
      'asia 0 excluded null -1',
    ]);
    const count = given.counts[0];
    expect(placeOfNone(facet, count, choice, count)).toMatchObject({ count: 1, state: 'free' });
    expect(placeOfNone(facet, undefined, choice, count)).toMatchObject({ count: 0, state: 'free' });
    expect(placeOfNone(facet, count, choice, undefined)).toBeNull();
    expect(placeOfNone(facet, undefined, { ...choice, include: ['_none'] }, undefined)).toMatchObject({
      count: 0,
      state: 'chosen',
    });
  });

  it('has exactly the counts of the facet for any dataset', () => {
    fc.assert(
      fc.property(arbitraryDataset, ({ document }) => {
        const { dataset, given } = ask(document, '');
        dataset.facets.forEach((facet, i) => {
          const count = given.counts[i];
          const places = flat(placesOf({ facet, countries: new Map() }, count, NO_CHOICE, STEPS));
          const shown = new Map(places.map(place => [place.value.id, place.count]));
          expect(facet.values.map(({ id }) => shown.get(id))).toEqual(count?.counts);
          expect(places).toHaveLength(facet.values.length);
        });
      }),
      { numRuns: 40 },
    );
  });
});
