import type { Page } from '@playwright/test';
import { expect, linkOf, list, open, status, test, titles } from './journey';

test.use({ ownProfile: true });

const LONG = '?data=data/long.json&view=list';
const SIZE = 5400;

/** A record too long to be shown whole: one activity a day. */
async function withLongRecord(page: Page): Promise<void> {
  const activities = Array.from({ length: SIZE }, (_, i) => ({
    id: `activity-${i}`,
    date: new Date(Date.UTC(2001, 0, 1 + i)).toISOString().slice(0, 10),
    title: `Activity number ${i}`,
  }));
  const body = JSON.stringify({ format: 'chronofacet-dataset/1', id: 'long', title: 'Long', facets: [], activities });
  await page.context().route('**/data/long.json', route => route.fulfill({ body, contentType: 'application/json' }));
}

test('a short record is in the page as a whole, so that the browser finds in it', async ({ page }) => {
  await open(page, '?view=list');
  const items = list(page).getByRole('listitem');
  await expect(items).toHaveCount(89);
  await expect(list(page).locator('[aria-setsize]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Show more/ })).toHaveCount(0);
});

test('a long one says where each item stands, and more of it comes as one goes on', async ({ page }) => {
  await withLongRecord(page);
  await open(page, LONG);
  await expect(status(page)).toHaveText(/^5,?400 of/);
  await expect(titles(page)).toHaveCount(200);
  const nth = (place: number) => list(page).getByRole('listitem').nth(place);
  await expect(nth(0)).toHaveAttribute('aria-setsize', String(SIZE));
  await expect(nth(199)).toHaveAttribute('aria-posinset', '200');
  await titles(page).last().scrollIntoViewIfNeeded();
  await expect(titles(page)).toHaveCount(400);
  await page.getByRole('button', { name: /^Show more/ }).press('Enter');
  await expect.poll(() => titles(page).count()).toBeGreaterThan(400);
  const more = await titles(page).count();
  await expect(nth(more - 1)).toHaveAttribute('aria-posinset', String(more));
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('searchbox').fill('number -7');
  await expect(status(page)).toHaveText(/^5,?289 of/);
  await expect(titles(page)).toHaveCount(200);
});

test('the rows stand close together if one likes, and do so the next time', async ({ page }) => {
  await open(page, '?view=list');
  const compact = page.getByRole('button', { name: 'Compact rows' });
  await expect(compact).toHaveAttribute('aria-pressed', 'false');
  const heightOf = async () => (await list(page).getByRole('listitem').nth(3).boundingBox())?.height ?? 0;
  const before = await heightOf();
  await compact.click();
  await expect(compact).toHaveAttribute('aria-pressed', 'true');
  expect(await heightOf()).toBeLessThan(before);
  expect(await heightOf()).toBeGreaterThanOrEqual(24);
  await page.reload();
  await expect(compact).toHaveAttribute('aria-pressed', 'true');
  await compact.press('Enter');
  expect(await heightOf()).toBe(before);
});

test('while the window of a long one is dragged its rows wait, and then are those of the window', async ({ page }) => {
  await withLongRecord(page);
  await open(page, `${LONG}&from=2005&to=2006`);
  await expect(titles(page).first()).toHaveText('Activity number 1461');
  const start = page.getByRole('slider', { name: 'Start of the window' });
  const [left, right] = await Promise.all([
    start.boundingBox(),
    page.getByRole('slider', { name: 'End of the window' }).boundingBox(),
  ]);
  if (!left || !right) throw new Error('no window is drawn');
  const y = left.y + left.height / 2;
  const middle = (left.x + right.x + right.width) / 2;
  await page.mouse.move(middle, y);
  await page.mouse.down();
  await page.mouse.move(middle + 150, y, { steps: 8 });
  await expect(start).not.toHaveAttribute('aria-valuetext', '1 January 2005');
  await expect(page.locator('[aria-busy="true"]').getByRole('list').first()).toBeVisible();
  await expect(titles(page).first()).toHaveText('Activity number 1461');
  await page.mouse.up();
  await expect.poll(() => linkOf(page)).not.toContain('from=2005&');
  const from = /from=([\d-]+)/.exec(linkOf(page))?.[1] ?? '';
  const first = (Date.parse(from) - Date.UTC(2001, 0, 1)) / 86_400_000;
  await expect(titles(page).first()).toHaveText(`Activity number ${first}`);
  await expect(titles(page)).toHaveCount(200);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
});
