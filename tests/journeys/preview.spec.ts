import type { Page } from '@playwright/test';
import { box, expect, list, marks, open, test } from './journey';
import { expected, titleOf } from './oracle';

/** Returns the titles of the highlighted activities in order. */
async function previewed(page: Page): Promise<string[]> {
  const ids = await page
    .locator('[data-previewing] [data-previewed]')
    .evaluateAll(all =>
      all.flatMap(one => (one.getAttribute('data-stands-for') || one.getAttribute('data-activity') || '').split(' ')),
    );
  return [...new Set(ids)].map(titleOf);
}

test('pointing at a value shows its activities in the list, and leaving shows all again', async ({ page }) => {
  await open(page, '?view=list');
  await expect(list(page)).toBeVisible();
  await box(page, 'Africa').hover();
  await expect.poll(() => previewed(page)).toEqual(expected('region=africa').titles);
  await page.getByRole('heading', { level: 1 }).hover();
  await expect.poll(() => previewed(page)).toEqual([]);
});

test('reaching a value with the keyboard shows its activities on the timeline', async ({ page }) => {
  await open(page, '?from=2018-01&to=2018-03&lanes=theme');
  await expect(marks(page).first()).toBeVisible();
  await box(page, 'Container Control Programme (CCP)').focus();
  await page.keyboard.press('ArrowDown');
  await expect(box(page, 'GLO.ACT')).toBeFocused();
  const wanted = expected('programme=glo-act&from=2018-01&to=2018-03').titles;
  await expect.poll(async () => (await previewed(page)).filter(title => wanted.includes(title))).toEqual(wanted);
});
