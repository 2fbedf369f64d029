import { expect, expectTotal, linkOf, open, searchBox, test } from './journey';

test.use({ ownProfile: true });

test('single keys page, fit and show themselves', async ({ page }) => {
  await open(page, '?view=list&from=2017-03&to=2017-05');
  await page.keyboard.press(']');
  await expect.poll(() => linkOf(page)).toBe('from=2017-06&to=2017-08&view=list');
  await page.keyboard.press('[');
  await expect.poll(() => linkOf(page)).toBe('from=2017-03&to=2017-05&view=list');
  await page.keyboard.press('f');
  await expectTotal(page, 89);
  expect(linkOf(page)).toBe('view=list');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('One window later');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('single keys write where one writes, and can be switched off', async ({ page }) => {
  await open(page, '?from=2017-03&to=2017-05&view=list');
  await searchBox(page).focus();
  await page.keyboard.type('f?');
  await expect(searchBox(page)).toHaveValue('f?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await searchBox(page).fill('');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('checkbox', { name: 'Use single keys anywhere' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(searchBox(page)).not.toBeFocused();
  await expect.poll(() => linkOf(page)).toBe('from=2017-03&to=2017-05&view=list');
});

test('an embedded view is bare and leads to the whole one', async ({ page }) => {
  await open(page, '?programme=glo-act&view=list&embed=1');
  await expectTotal(page, 5);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('GLO.ACT');
  await expect(searchBox(page)).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Remove filter/ })).toHaveCount(0);
  const link = page.getByRole('link', { name: 'Open and filter' });
  await expect(link).toHaveAttribute('href', /\?programme=glo-act&view=list$/);
  await expect(link).toHaveAttribute('target', '_blank');
});

test('links of an embedded record open outside its frame', async ({ page }) => {
  const outside = page.getByRole('complementary').locator('a[href^="http"]:not([href*="?"])');
  await open(page, '?view=list&embed=1&activity=2018-glo-act-steering-committee');
  await expect(outside.first()).toBeVisible();
  for (const link of await outside.all()) {
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', /noopener/);
  }
  await open(page, '?view=list&activity=2018-glo-act-steering-committee');
  await expect(outside.first()).not.toHaveAttribute('target');
});
