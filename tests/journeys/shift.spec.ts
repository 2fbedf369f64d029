import type { Page } from '@playwright/test';
import { expect, list, marks, open, test } from './journey';

// A page that is loaded again may show its parts sooner than a cold one.
test.use({ ownProfile: true });

/** The most that may move in all, as the browser measures it. */
const MOST = 0.02;

/** Returns the sum of all layout shifts since the page began to load. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let sum = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // The observer gets the earlier shifts in a task of its own, before two more frames are drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      }),
  );
}

const FILTERED = '?institution=dg-home&theme=arms';

for (const [width, height] of [
  [1440, 900],
  [800, 1000],
] as const) {
  test(`nothing moves while the page loads, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await expect(marks(page).first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'From' })).toBeVisible();
    // A narrower screen has its facets in a sheet.
    if (width > 900) await expect(page.getByRole('navigation').getByRole('checkbox').first()).toBeVisible();
    expect(await shifts(page)).toBeLessThan(MOST);
  });

  test(`nothing moves while a short result and its list load, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, FILTERED);
    await expect(marks(page).first()).toBeVisible();
    await expect(list(page).getByRole('listitem')).toHaveCount(2);
    await expect(page.getByRole('textbox', { name: 'From' })).toBeVisible();
    expect(await shifts(page)).toBeLessThan(MOST);
  });
}

for (const link of ['', FILTERED, '?view=map']) {
  test(`nothing moves while the page loads on a phone: ${link || 'the whole record'}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, link);
    await expect(page.getByRole('contentinfo')).toBeAttached();
    const panel = link === '?view=map' ? page.getByRole('region', { name: 'Map', exact: true }) : list(page);
    await expect(panel).toBeVisible();
    expect(await shifts(page)).toBeLessThan(MOST);
  });
}
