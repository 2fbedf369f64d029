import { describe, expect, it } from 'vitest';
import { citeDataset } from '../../src/i18n/cite-dataset';
import { loadLaterMessages } from '../../src/i18n/later-messages';
import type { TextTools } from '../../src/i18n/text-tools';
import { dayOf } from '../../src/lib/day';
import { textTools } from './words';

const english = (await textTools('en')) as TextTools;
const french = (await textTools('fr')) as TextTools;
await loadLaterMessages();

const BARE = { id: 'd', title: { en: 'Harbours', fr: 'Ports' }, language: 'en', sources: [], coverage: [], facets: [] };
const extent = { earliest: dayOf(2017, 1, 20), latest: dayOf(2024, 7, 30) };
const link = 'https://example.org/';

describe('citeDataset', () => {
  it('names publisher, title, years, version, licence and address', () => {
    const head = { ...BARE, publisher: 'Port Office', updated: '2026-11-21', license: 'CC-BY-4.0' };
    expect(citeDataset(english, { head, extent, link })).toBe(
      'Port Office (2026). Harbours, 2017 – 2024. Version of 21 November 2026. CC BY 4.0. https://example.org/',
    );
    expect(citeDataset(french, { head, extent, link })).toBe(
      'Port Office (2026). Ports, 2017 – 2024. Version du 21 novembre 2026. CC BY 4.0. https://example.org/',
    );
  });

  it('leaves out what the dataset does not have', () => {
    expect(citeDataset(english, { head: BARE, extent: null, link })).toBe('Harbours. https://example.org/');
    const head = { ...BARE, title: 'Who came?', publisher: 'Port Co.' };
    expect(citeDataset(english, { head, extent: null, link })).toBe('Port Co. Who came?. https://example.org/');
  });
});
