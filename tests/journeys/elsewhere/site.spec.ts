import { expectNoViolation } from '../axe';
import { expect, test } from '../journey';

test.use({ ownProfile: true });

test('the pages of the record lead from the whole to a value, an activity and the explorer', async ({ page }) => {
  await page.goto('browse/');
  await expectNoViolation(page);
  await page.getByRole('link', { name: 'GLO.ACT', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('under GLO.ACT');
  await expectNoViolation(page);
  const first = page.getByRole('main').getByRole('link').first();
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expectNoViolation(page);
  const fonts = await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).fontFamily);
  expect(fonts).toContain('Georgia');
  await page.getByRole('link', { name: 'En français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.goBack();
  await page.getByRole('link', { name: 'Open the timeline' }).click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
});
