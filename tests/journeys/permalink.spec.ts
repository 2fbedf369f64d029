import type { Page } from '@playwright/test';
import { expect, expectTotal, linkOf, list, marks, open, test, timeline, titles } from './journey';

const SUBJECT = '2018-glo-act-steering-committee';
/** An activity of the last year, whose row is far down in the list. */
const LATE = '?view=list&sort=date';

function markOf(page: Page, id: string) {
  return marks(page)
    .and(page.locator(`[data-activity="${id}"]`))
    .first();
}

/** Returns the labels of the months on the axis, of which half a year has six or seven. */
async function isOnMonths(page: Page): Promise<void> {
  const axis = timeline(page).locator('.vis-time-axis');
  await expect(axis.getByText('Feb', { exact: true }).first()).toBeVisible();
  await expect(axis.getByText('2022', { exact: true })).toHaveCount(0);
}

test('a link to an activity shows the half year around it, and names no window', async ({ page }) => {
  await open(page, `?activity=${SUBJECT}`);
  await isOnMonths(page);
  const mark = markOf(page, SUBJECT);
  await expect(mark).toBeInViewport({ ratio: 1 });
  const [at, around] = await Promise.all([
    mark.boundingBox(),
    timeline(page).locator('.vis-panel.vis-center').boundingBox(),
  ]);
  const share = ((at?.x ?? 0) - (around?.x ?? 0)) / (around?.width ?? 1);
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.6);
  await expectTotal(page, 89);
  expect(linkOf(page)).toBe(`activity=${SUBJECT}`);
});

test('its lane is in view where the lanes are higher than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 500 });
  await open(page, `?activity=${SUBJECT}&lanes=theme`);
  await isOnMonths(page);
  await expect(markOf(page, SUBJECT)).toBeInViewport({ ratio: 1 });
});

test('its row is in view in the list', async ({ page }) => {
  await open(page, LATE);
  const href = await titles(page).last().getAttribute('href');
  const id = new URLSearchParams(String(href).split('?')[1]).get('activity');
  await open(page, `?view=list&activity=${id}`);
  await expect(list(page).locator(`[data-activity="${id}"]`).first()).toBeInViewport({ ratio: 1 });
});

test('the whole record comes back, and stays for the next reader', async ({ page }) => {
  await open(page, `?activity=${SUBJECT}`);
  await isOnMonths(page);
  await timeline(page).getByRole('button', { name: 'Whole record' }).click();
  await expect(timeline(page).getByText('2022', { exact: true }).first()).toBeVisible();
  expect(linkOf(page)).toBe(`activity=${SUBJECT}&timeline.whole=1`);
  await page.reload();
  await expect(timeline(page).getByText('2022', { exact: true }).first()).toBeVisible();
});

test('opening an activity moves nothing, following its own link does', async ({ page }) => {
  await open(page);
  await expect(timeline(page).getByText('2022', { exact: true }).first()).toBeVisible();
  await markOf(page, SUBJECT).locator('.mark-shape').click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await expect(timeline(page).getByText('2022', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: 'This activity by itself' }).click();
  await isOnMonths(page);
  expect(linkOf(page)).toBe(`activity=${SUBJECT}`);
});

test('closing the subject goes back to the whole record', async ({ page }) => {
  await open(page, `?activity=${SUBJECT}`);
  await isOnMonths(page);
  await page.getByRole('complementary').getByRole('button', { name: 'Close', exact: true }).click();
  await expect(timeline(page).getByText('2022', { exact: true }).first()).toBeVisible();
  expect(linkOf(page)).toBe('');
});

test('a link with a window keeps it', async ({ page }) => {
  await open(page, `?from=2018&to=2023&activity=${SUBJECT}`);
  await expect(timeline(page).getByText('2022', { exact: true }).first()).toBeVisible();
});

test.describe('copied from the opened activity', () => {
  test.use({ ownProfile: true, permissions: ['clipboard-read', 'clipboard-write'] });

  test('the link opens in the same way for another person', async ({ page, otherPerson }) => {
    await open(page, `?view=list&programme=glo-act&activity=${SUBJECT}`);
    await page.getByRole('complementary').getByRole('button', { name: 'Share and cite' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const theirs = await otherPerson();
    await open(theirs, link);
    await isOnMonths(theirs);
    await expect(markOf(theirs, SUBJECT)).toBeInViewport({ ratio: 1 });
  });
});
