import type { Page } from '@playwright/test';
import { expect, list, marks, open, test, timeline } from './journey';

/** The area inside the margins of A4, in CSS pixels. */
const PAPER = { width: 688, height: 1016 };

/** Opens a panel on the screen and then emulates printing. */
async function printed(page: Page, link: string, drawn: (page: Page) => ReturnType<typeof marks>): Promise<void> {
  await open(page, link);
  await expect(drawn(page).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
}

const PANELS = [
  ['timeline', '', marks],
  ['list', '?view=list', list],
  ['table', '?view=table', (page: Page) => page.getByRole('grid')],
  ['matrix', '?view=matrix&lanes=theme&across=institution', (page: Page) => page.getByRole('table')],
] as const;

test.use({ ownProfile: true });

for (const [name, link, drawn] of PANELS) {
  test(`the ${name} is as wide as the paper, with its marks and shades`, async ({ page }) => {
    await printed(page, link, drawn);
    // Browsers print the page as rendered for the screen, with the width of the paper.
    const wide = await page.evaluate(({ width }) => {
      document.documentElement.style.width = `${width}px`;
      const ends = [...document.querySelectorAll('main *')].map(element => element.getBoundingClientRect().right);
      return Math.max(...ends);
    }, PAPER);
    if (name !== 'timeline') expect(wide).toBeLessThanOrEqual(PAPER.width + 1);
    const frame = name === 'timeline' ? await timeline(page).locator('.timeline-frame').boundingBox() : null;
    expect(frame?.width ?? 0).toBeLessThanOrEqual(PAPER.width);
    const main = page.locator('main');
    await expect(main).toHaveCSS('print-color-adjust', 'exact');
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  });
}

test('the table repeats its head on every page, in words that browsers print', async ({ page }) => {
  await printed(page, '?view=table', shown => shown.getByRole('grid'));
  const head = page.getByRole('grid').locator('thead');
  await expect(head).toHaveCSS('display', 'table-header-group');
  await expect(page.getByRole('grid')).toHaveCSS('display', 'table');
  const first = head.locator('th').first();
  expect(await first.evaluate(cell => getComputedStyle(cell, '::before').content)).toBe('"Date"');
  await expect(first.locator('button')).toBeHidden();
});

test('each activity of a printed list says its year', async ({ page }) => {
  await printed(page, '?view=list', list);
  const dates = await list(page)
    .locator('time')
    .evaluateAll(all => all.map(time => getComputedStyle(time, '::before').content));
  expect(dates.length).toBeGreaterThan(50);
  expect(dates.filter(date => !/\d{4}/.test(date))).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await expect(list(page).locator('time').first()).toHaveText('20 January');
});

test('paper is light for who reads in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '?view=list');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('html')).toHaveCSS('color', 'rgb(26, 28, 32)');
});
