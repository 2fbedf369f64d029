import { expectNoViolation } from '../axe';
import { expect, FAILED_LOADS, open, test } from '../journey';

const SIZES = { 'at a desk': { width: 1440, height: 900 }, 'on a phone': { width: 390, height: 844 } };

for (const [where, viewport] of Object.entries(SIZES)) {
  test.describe(`no rule of accessibility is broken ${where} by`, () => {
    test.use({ ownProfile: true, viewport, tolerated: FAILED_LOADS });

    test('a dataset on its way', async ({ page }) => {
      await page.goto('?data=sick/hang/hang.json');
      await expect(page.getByText('Opening the record…')).toBeVisible();
      await expectNoViolation(page);
    });

    test('the list that stands where the explorer cannot start', async ({ page }) => {
      await page.route(/assets\/index-[\w-]+\.js$/, route => route.abort());
      await page.goto('');
      await page.evaluate(() => document.documentElement.toggleAttribute('data-not-loaded', true));
      await expect(page.getByRole('listitem')).toHaveCount(12);
      await expectNoViolation(page);
    });

    test('a dataset that cannot be opened', async ({ page }) => {
      await page.goto('?data=sick/status-404/axe.json');
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoViolation(page);
    });

    test('a dataset with problems', async ({ page }) => {
      await open(page, '?data=records/one-bad.json');
      await page.getByRole('alert').getByText('1 problem').click();
      await expectNoViolation(page);
    });
  });
}
