import type { Page } from '@playwright/test';
import { expectNoViolation } from './axe';
import { expect, linkOf, list, open, searchBox, status, test, titles } from './journey';

test.use({ ownProfile: true });

const LONG = '?data=data/long.json&view=list';
const SIZE = 5400;

/** Opens a record with one activity a day, too long to be rendered completely. */
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

/** Returns the first row below the sticky header and its position. */
function rowInView(page: Page) {
  return list(page).evaluate(element => {
    const row = [...element.children].find(child => child.getBoundingClientRect().bottom > 200);
    return { place: Number(row?.getAttribute('aria-posinset')), top: row?.getBoundingClientRect().top ?? Number.NaN };
  });
}

test('of a long one only the rows about those in view are in the page, and each says where it stands', async ({
  page,
}) => {
  await withLongRecord(page);
  await open(page, LONG);
  await expect(status(page)).toHaveText(/^5,?400 of/);
  await expect(titles(page)).toHaveCount(200);
  const items = list(page).getByRole('listitem');
  await expect(items.first()).toHaveAttribute('aria-setsize', String(SIZE));
  await expect(items.first()).toHaveAttribute('aria-posinset', '1');
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(20 * SIZE);
  // To the end and half way back.
  for (const [share, title] of [
    [1, `Activity number ${SIZE - 1}`],
    [0.5, `Activity number ${SIZE / 2}`],
  ] as const) {
    await page.evaluate(part => scrollTo(0, part * document.documentElement.scrollHeight), share);
    await expect(titles(page).filter({ hasText: title })).toBeVisible();
    await expect(titles(page)).toHaveCount(200);
  }
  await expectNoViolation(page);
  const { place } = await rowInView(page);
  expect(Math.abs(place - SIZE / 2)).toBeLessThan(60);
});

test('what is in view of a long one stays where it is when rows come and go beside it', async ({ page }) => {
  await withLongRecord(page);
  await open(page, LONG);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(20 * SIZE);
  await page.mouse.move(900, 600);
  for (const step of [400, -400]) {
    for (let i = 0; i < 30; i += 1) {
      const from = await page.evaluate(() => scrollY);
      const before = await rowInView(page);
      await page.mouse.wheel(0, step);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(Math.max(0, from + step));
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 30))));
      const moved = await list(page).evaluate(
        (element, wanted) =>
          element.querySelector(`[aria-posinset="${wanted}"]`)?.getBoundingClientRect().top ?? Number.NaN,
        before.place,
      );
      const scrolled = Math.max(0, from + step) - from;
      expect(Math.abs(before.top - moved - scrolled)).toBeLessThan(1.5);
    }
  }
  await expect(list(page).getByRole('listitem').first()).toHaveAttribute('aria-posinset', '1');
});

test('a long one is read on with the keyboard alone, there and back', async ({ page }) => {
  await withLongRecord(page);
  await open(page, LONG);
  // The list renders in slices, and the button moves until the last one is there.
  await expect(titles(page).filter({ hasText: /^Activity number 198$/ })).toHaveCount(1);
  await page.getByRole('button', { name: /^Show more/ }).press('Enter');
  await expect(titles(page).filter({ hasText: /^Activity number 199$/ })).toBeFocused();
  await expect(titles(page).filter({ hasText: /^Activity number 230$/ })).toHaveCount(1);
  await expect(titles(page).filter({ hasText: /^Activity number 199$/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(titles(page).filter({ hasText: /^Activity number 200$/ })).toBeFocused();
  await page.getByRole('button', { name: /^Show earlier/ }).press('Enter');
  await expect(titles(page).filter({ hasText: /^Activity number 0$/ })).toHaveCount(1);
});

test('another selection of a long one begins at its top', async ({ page }) => {
  await withLongRecord(page);
  await open(page, LONG);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(20 * SIZE);
  await page.evaluate(() => scrollTo(0, 0.5 * document.documentElement.scrollHeight));
  await expect(titles(page).filter({ hasText: `Activity number ${SIZE / 2}` })).toBeVisible();
  await searchBox(page).fill('number -7');
  await expect(status(page)).toHaveText(/^5,?289 of/);
  await expect(titles(page).first()).toHaveText('Activity number 0');
  await expect(titles(page).first()).toBeInViewport();
  await searchBox(page).fill('77');
  await expect(titles(page).first()).toHaveText('Activity number 77');
  await expect(titles(page).first()).toBeInViewport();
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
