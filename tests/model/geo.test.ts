import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/formats/json/read-dataset';
import type { DatasetHead, Facet } from '../../src/model/dataset';
import { countriesBelow, geoFacet } from '../../src/model/geo';
import { openDocument } from '../fixtures/dataset-document';
import { textDataset } from '../fixtures/text-dataset';

function headOf(...facets: Facet[]): DatasetHead {
  return { id: 'd', title: 'D', language: 'en', sources: [], coverage: [], facets };
}

function facetOf(values: Record<string, string>, id = 'where'): Facet {
  return { id, label: id, values: Object.entries(values).map(([value, label]) => ({ id: value, label })) };
}

/** Country code → id of the value that represents it. */
function countriesIn(head: DatasetHead): Record<string, string> | null {
  const geo = geoFacet(head);
  return geo && Object.fromEntries([...geo.countries].map(([code, { id }]) => [code, id]));
}

describe('geoFacet', () => {
  it('knows countries by their codes, whatever the record calls them', () => {
    const facet = facetOf({
      be: 'Belgium',
      gm: 'The Gambia',
      xk: 'Kosovo (as the record has it)',
      everywhere: 'Everywhere',
    });
    expect(countriesIn(headOf(facet))).toEqual({ BE: 'be', GM: 'gm', XK: 'xk' });
  });

  it.each<[string, Facet]>([
    ['languages', facetOf({ de: 'German', fr: 'French', en: 'English', it: 'Italian', pt: 'Portuguese' })],
    ['languages in themselves', facetOf({ de: 'Deutsch', fr: 'Français', es: 'Español' })],
    ['American states', facetOf({ al: 'Alabama', ga: 'Georgia', de: 'Delaware', in: 'Indiana' })],
    ['institutions', facetOf({ ec: 'European Commission', be: 'Belgium', eeas: 'EEAS', ep: 'Parliament', ecb: 'ECB' })],
    ['words', facetOf({ no: 'No', yes: 'Yes' })],
    ['nothing', facetOf({})],
  ])('takes no facet of %s for one of countries', (_, facet) => {
    expect(geoFacet(headOf(facet))).toBeNull();
  });

  it('asks the names in every language of the labels', () => {
    const values = [
      { id: 'de', label: { fr: 'Allemagne' } },
      { id: 'ml', label: { de: 'Mali', sv: 'Mali' } },
    ];
    expect(countriesIn(headOf({ id: 'land', label: 'Land', values }))).toEqual({ DE: 'de', ML: 'ml' });
  });

  it('does not stumble over a language that nobody knows', () => {
    const values = [{ id: 'be', label: { 'x-y': 'B', en: 'Belgium' } }];
    expect(countriesIn({ ...headOf({ id: 'land', label: 'Land', values }), language: 'no such language' })).toEqual({
      BE: 'be',
    });
  });

  it('knows a country by the authority that a value names', () => {
    const eu = 'http://publications.europa.eu/resource/authority/country/';
    const values = [
      { id: 'upper-volta', label: 'Upper Volta', exactMatch: ['https://example.org/x', `${eu}BFA`] },
      { id: 'kosovo', label: 'Kosovo*', exactMatch: [`${eu}1A0`] },
      { id: 'belgium', label: 'Belgium', exactMatch: ['https://www.iso.org/obp/ui/#iso:code:3166:BE'] },
      { id: 'again', label: 'Again', exactMatch: [`${eu}BEL`] },
      { id: 'fr', label: 'French' },
      { id: 'nowhere', label: 'Nowhere', exactMatch: [`${eu}ZZZ`, 'BFA', `${eu}BFA/x`] },
      { id: 'else', label: 'Else' },
    ];
    expect(countriesIn(headOf({ id: 'p', label: 'P', values }))).toEqual({
      BF: 'upper-volta',
      XK: 'kosovo',
      BE: 'belgium',
    });
  });

  it('takes the facet with the most countries, the first of equals', () => {
    const [few, many, asMany] = [
      facetOf({ be: 'Belgium' }, 'few'),
      facetOf({ be: 'Belgium', ml: 'Mali' }, 'many'),
      facetOf({ ne: 'Niger', ml: 'Mali' }, 'as-many'),
    ];
    expect(geoFacet(headOf(few, many, asMany))?.facet.id).toBe('many');
  });

  it('counts only values without others below them', () => {
    const { dataset } = openDocument(
      textDataset(`
        where Where
          north North
            cold Cold
              no Norway
          south South
            ml Mali
        2018 Something
      `),
    );
    const geo = geoFacet(dataset);
    expect(geo && [...countriesBelow(geo)].map(([id, below]) => `${id}: ${[...below]}`)).toEqual([
      'no: no',
      'cold: no',
      'north: no',
      'ml: ml',
      'south: ml',
    ]);
  });

  it('finds the places of the shipped record', () => {
    const file = new URL('../../public/data/eu-unodc.json', import.meta.url);
    const { dataset } = readDataset(readFileSync(file, 'utf8'));
    const geo = geoFacet(dataset);
    expect(geo?.facet.id).toBe('region');
    const codes = [...(geo?.countries.keys() ?? [])];
    const twoLetters = geo?.facet.values.filter(({ id }) => id.length === 2 && id !== 'eu').map(({ id }) => id);
    expect(codes.map(code => code.toLowerCase())).toEqual(twoLetters);
  });
});
