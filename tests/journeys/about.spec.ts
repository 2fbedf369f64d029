import { expect, linkOf, open, test } from './journey';

test('the record says what it is, on a sheet that Escape and the cross close', async ({ page }) => {
  await open(page, '?view=list');
  const link = page.getByRole('banner').getByRole('link', { name: 'About this record' });
  await link.click();
  const sheet = page.getByRole('dialog', { name: 'About this record' });
  await expect(sheet).toBeVisible();
  await expect.poll(() => linkOf(page)).toBe('view=list&about=1');
  await expect(sheet).toContainText('taken from the news pages');
  const periods = sheet.getByRole('listitem').filter({ hasText: /20\d\d – / });
  await expect(periods.nth(0)).toContainText(/January 2017 – June 2018.*76/);
  await expect(periods.nth(1)).toContainText('July 2018 – December 2021');
  await expect(periods.nth(1)).toContainText('no sources are kept');
  await expect(periods.nth(2)).toContainText(/January 2022 – July 2024.*13/);
  await expect(sheet.getByRole('listitem').filter({ hasText: 'a known day' })).toContainText('55');
  await expect(sheet.getByRole('listitem').filter({ hasText: 'several days' })).toContainText('32');
  await expect(sheet.getByRole('listitem').filter({ hasText: 'some day in between' })).toContainText('1');
  await expect(sheet.getByRole('link', { name: /News of the UNODC Brussels office/ })).toBeVisible();
  await expect(sheet.getByRole('link', { name: 'The whole record as a file' })).toHaveAttribute(
    'href',
    /eu-unodc\.json$/,
  );
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(link).toBeFocused();
  expect(linkOf(page)).toBe('view=list');
  await page.locator('.standfirst').getByRole('link').click();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toHaveCount(0);
  await page.goBack();
  await expect(sheet).toBeVisible();
});

test('the sheet opens from the footer, from an embedded view, and from its link', async ({ page }) => {
  const sheet = page.getByRole('dialog', { name: 'About this record' });
  await open(page, '?theme=wildlife&view=list');
  await page.getByRole('contentinfo').getByRole('link', { name: 'About this record' }).click();
  await expect(sheet).toBeVisible();
  await page.goto('?about=1');
  await expect(sheet).toContainText('What it covers');
  const cited = sheet.locator('dt', { hasText: 'Cite as' }).locator('+ dd > span').first();
  await expect(cited).toContainText(/version \d{4}-\d\d-\d\d\.[0-9a-f]{10}, CC/);
  const citation = await cited.textContent();
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByRole('button', { name: 'Share and cite' }).click();
  const share = page.getByRole('dialog', { name: 'Share and cite' });
  await expect(share.getByRole('textbox', { name: 'Citation' })).toHaveValue(String(citation));
  await page.keyboard.press('Escape');
  await open(page, '?embed=1&view=list');
  await page.getByRole('link', { name: 'About this record' }).click();
  await expect(sheet).toBeVisible();
});

test('a record without description, coverage and facets leaves these parts out', async ({ page, context }) => {
  await context.route('**/data/days.json', route => route.fulfill({ path: 'tests/journeys/records/days.json' }));
  await open(page, '?data=data/days.json&about=1');
  const sheet = page.getByRole('dialog', { name: 'About this record' });
  await expect(sheet.getByRole('heading', { name: 'How sure the dates are' })).toBeVisible();
  await expect(sheet.getByRole('heading')).toHaveText(['About this record', 'How sure the dates are']);
  await expect(sheet.getByText('Cite as')).toBeVisible();
  await expect(sheet.getByText('Licence')).toHaveCount(0);
});
