import { expect, it } from 'vitest';
import { activateLanguage } from '../../src/i18n/catalogue';
import { estimatedTools } from '../../src/i18n/estimated-tools';
import { loadLaterMessages } from '../../src/i18n/later-messages';
import { toolsFor } from '../../src/i18n/text-tools';

async function tools(language: 'en' | 'fr') {
  const i18n = await activateLanguage(language);
  await loadLaterMessages();
  return toolsFor(i18n, 'en');
}

it('estimated counts are rounded and marked, and other numbers are as they were', async () => {
  const given = await tools('en');
  const { t, number, exact } = estimatedTools(given);
  expect(t('headline.count', { total: 12_352 })).toBe('About 12,000 activities');
  expect(t('status.count', { total: 12_352, of: 1_000_001 })).toBe('about 12,000 of 1,000,001 activities');
  expect(t('facet.box', { label: 'Mali 12,352', n: 784 })).toBe('Mali 12,352, about 780 activities');
  expect(t('compare.headline', { a: 'About 5 activities', b: 'About 7 activities' })).toBe(
    'About 5 activities against about 7 activities',
  );
  expect([number(1234), exact(1234)]).toEqual(['≈1,200', '1,234']);
  expect(t('facet.chosen', { n: 123 })).toBe(given.t('facet.chosen', { n: 123 }));
  expect(estimatedTools(given)).toBe(estimatedTools(given));
});

it('estimated counts are marked in French', async () => {
  const { t } = estimatedTools(await tools('fr'));
  expect(t('headline.count', { total: 12_352 })).toMatch(/^Environ 12\s000 activités$/);
});
