import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName, filtersSlug } from '../../src/exports/file-name';

const ABOUT = { filters: ['Programme: GLO.ACT', 'Window: 2017'], count: 5, total: 89, taken: '2026-11-30' };

describe('the name of an exported file', () => {
  it('says dataset, filters, how many of how many, and the day', () => {
    expect(exportFileName('eu-unodc', ABOUT)).toBe('eu-unodc_glo-act-2017_5-of-89_2026-11-30');
    expect(exportFileName('eu-unodc', { ...ABOUT, filters: [], count: 89 })).toBe('eu-unodc_89_2026-11-30');
  });

  it('says which parts of the dataset answered, if one is missing', () => {
    const parts = { answered: 1, of: 2, activities: 44 };
    expect(exportFileName('eu-unodc', { ...ABOUT, parts })).toBe(
      'eu-unodc_glo-act-2017_5-of-89_1-of-2-parts_2026-11-30',
    );
  });

  it('folds letters, and leaves out what has no letters of slugs', () => {
    expect(filtersSlug({ filters: ['Région : Amérique latine', 'Où: שלום'] })).toBe('amerique-latine');
  });

  it('is a safe name for any filters', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), filters => {
        const name = exportFileName('a', { ...ABOUT, filters });
        expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
        expect(name.length).toBeLessThan(130);
      }),
    ));
});
