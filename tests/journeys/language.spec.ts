import { expect, list, open, sentence, status, test } from './journey';

test.describe('in French', () => {
  test('says everything that is its own in French', async ({ page }) => {
    await open(page, '?lang=fr&from=2017&to=2018-06');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(status(page)).toHaveText(/^\d+ sur 89 activités\. Filtres\s: janvier 2017 – juin 2018$/);
    await expect(sentence(page)).toHaveText(/^\d+ activités, janvier 2017 – juin 2018$/);
    await expect(page.getByRole('combobox', { name: 'Rechercher des activités' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Chronologie' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Agrandir', exact: true })).toBeVisible();
    await expect(page.getByRole('radiogroup', { name: 'Vue' })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^GLO\.ACT, \d activités?$/ })).toBeVisible();
    await expect(page.getByRole('slider').first()).toHaveAttribute('aria-valuetext', '1 janvier 2017');
    await expect(page.locator('.mark:visible').first()).toBeVisible();
    await expect(page.locator('.vis-time-axis .vis-text.vis-minor').getByText('avr.').first()).toBeVisible();
    await expect(page.locator('body')).not.toContainText(/⟨|⟩/);
  });

  test('writes dates in French and marks the texts of the record as English', async ({ page }) => {
    await open(page, '?lang=fr&view=list&programme=glo-act');
    await expect(page.getByRole('list', { name: 'Activités', exact: true }).locator('time').last()).toHaveText(
      '6 février',
    );
    const title = page.getByRole('heading', { level: 3 }).first().locator('[lang]');
    await expect(title).toHaveAttribute('lang', 'en');
    await page.getByRole('heading', { level: 3 }).last().getByRole('link').click();
    await expect(page.getByRole('complementary')).toContainText('mardi 6 février 2018');
    await expect(page.getByRole('complementary').getByRole('button', { name: 'Fermer' })).toBeVisible();
  });

  test('says a problem in French', async ({ page }) => {
    await page.goto('?lang=fr&data=https://example.org/a.json');
    await expect(page.getByRole('alert')).toContainText('https://example.org');
    await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
  });
});

test.describe('for a reader whose browser speaks French', () => {
  test.use({ ownProfile: true, locale: 'fr-BE' });

  test('speaks French unless the link says otherwise', async ({ page }) => {
    await open(page, '?view=list');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await open(page, '?view=list&lang=en');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(list(page)).toBeVisible();
    await expect(status(page)).toHaveText('89 of 89 activities');
  });
});

test('speaks English to a reader whose language it does not have', async ({ page }) => {
  await open(page, '?view=list&lang=tlh');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(status(page)).toHaveText('89 of 89 activities');
});
