import { expect, expectTotal, linkOf, marks, open, test, titles } from '../journey';

test('the built folder works below a path', async ({ page }) => {
  const failed: string[] = [];
  page.on('response', response => {
    if (response.status() >= 400) failed.push(response.url());
  });
  await open(page, '?programme=glo-act');
  await expectTotal(page, 5);
  await expect(marks(page).first()).toBeVisible();
  await page.getByRole('radio', { name: 'List' }).check();
  await titles(page).first().click();
  await expect(page.getByRole('complementary')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/some/sub/path/');
  expect(linkOf(page)).toMatch(/^programme=glo-act&view=list&activity=/);
  await page.reload();
  await expectTotal(page, 5);
  await page.evaluate(() => document.fonts.ready);
  expect(failed).toEqual([]);
});

test('links between views stay below the path', async ({ page }) => {
  await open(page, '?view=list');
  const addresses = await page
    .locator('#root a[href]:not([rel="noreferrer"])')
    .evaluateAll(links => links.map(link => new URL((link as HTMLAnchorElement).href).pathname));
  // The links to a value's calendar and feed lead to files below the path.
  const views = addresses.filter(address => !/\.(ics|xml)$/.test(address));
  expect(views.length).toBeGreaterThan(89);
  expect([...new Set(views)]).toEqual(['/some/sub/path/']);
  expect(addresses.filter(address => !address.startsWith('/some/sub/path/'))).toEqual([]);
});
