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
  await page.getByRole('link', { name: 'This activity’s page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.goBack();
  await page.getByRole('checkbox', { name: /^GLO\.ACT, / }).hover();
  await page
    .getByRole('button', { name: /GLO\.ACT$/ })
    .first()
    .click();
  const calendar = page.getByRole('link', { name: 'Subscribe to GLO.ACT: calendar' });
  await expect(calendar).toHaveAttribute('href', 'programme/glo-act/calendar.ics');
  const { status, type } = await page.evaluate(async address => {
    const answer = await fetch(address);
    return { status: answer.status, type: answer.headers.get('content-type') };
  }, 'programme/glo-act/calendar.ics');
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
});
