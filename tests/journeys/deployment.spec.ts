import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, FAILED_LOADS, sentence, test } from './journey';

const RECORD = readFileSync(join(import.meta.dirname, 'records/small.json'), 'utf8');

const CONFIG = {
  format: 'chronofacet-explorer/1',
  dataset: 'data/ours.json',
  title: 'Our explorer',
  view: 'view=list',
  accent: '#1d4f44',
  contact: 'desk@example.org',
  links: [{ label: 'Our house', url: 'https://example.org/' }],
  colour: 'green',
};

test('explorer.json opens another record, under its own title, accent, view and links', async ({ page, context }) => {
  await page.route('**/explorer.json', route => route.fulfill({ json: CONFIG }));
  // The engine fetches the record in its worker.
  await context.route('**/data/ours.json', route => route.fulfill({ body: RECORD, contentType: 'application/json' }));
  await page.goto('.');
  await expect(page.getByRole('banner')).toContainText('Our explorer');
  await expect(page).toHaveURL(/\?view=list$/);
  await expect(page.getByRole('list', { name: 'Activities' })).toBeVisible();
  const accent = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));
  expect(await accent()).toBe('#1d4f44');
  await expect(page.getByRole('link', { name: 'Our house' })).toHaveAttribute('href', 'https://example.org/');
  // A wrong field is told and passed over.
  await page.getByText(/note/).first().click();
  await expect(page.getByText('explorer.json colour')).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: 'About this record' }).click();
  await expect(page.getByRole('link', { name: 'desk@example.org' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share and cite' }).first().click();
  await expect(page.getByRole('dialog', { name: 'Share and cite' })).toContainText('Our explorer, version');
  await page.keyboard.press('Escape');
  // The view that the page opens without explorer.json has an address of its own.
  await page.getByRole('link', { name: 'Our explorer' }).click();
  await expect(page).toHaveURL(/\?v=1$/);
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
});

test.describe(() => {
  test.use({ tolerated: FAILED_LOADS });

  test('without explorer.json, and with one that is no JSON, the shipped record opens', async ({ page }) => {
    await page.route('**/explorer.json', route => route.fulfill({ status: 404, body: 'none' }));
    await page.goto('?view=list');
    await expect(sentence(page)).toContainText('89 activities');
    await page.unroute('**/explorer.json');
    await page.route('**/explorer.json', route => route.fulfill({ body: '{ "dataset"' }));
    await page.reload();
    await expect(sentence(page)).toContainText('89 activities');
    await expect(page.getByRole('alert')).toContainText('1');
  });
});
