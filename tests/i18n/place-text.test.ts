import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/i18n/place-text';
import { textTools } from './words';

describe('placeText', () => {
  it('names the country in the language of the page', async () => {
    const place = { name: 'Brussels', country: 'BE' };
    expect(placeText(await textTools('en'), place)).toBe('Brussels, Belgium');
    expect(placeText(await textTools('fr'), place)).toBe('Brussels, Belgique');
  });

  it('names a place that is a country once', async () => {
    expect(placeText(await textTools('en'), { name: 'Luxembourg', country: 'LU' })).toBe('Luxembourg');
  });

  it('does without a country', async () => {
    expect(placeText(await textTools('en'), { name: 'At sea' })).toBe('At sea');
  });
});
