import type { Page } from '@playwright/test';
import { expect, expectTotal, linkOf, marks, open, test, timeline } from './journey';
import { expected, record } from './oracle';

const DAY = 86_400_000;
const GAP_END = Date.UTC(2022, 0, 1);
const GAP_DAYS = (GAP_END - Date.UTC(2018, 6, 1)) / DAY;

/** Returns the single marks: their day, without the folded days before it, and their centre in pixels. */
async function singleDays(page: Page): Promise<{ place: number; x: number }[]> {
  const dates = new Map(record.activities.map(({ id, date }) => [id, date]));
  const shown = await marks(page).evaluateAll(all =>
    all.flatMap(one => {
      const shape = one.querySelector('.mark-shape');
      if (!one.closest('.mark-day') || !shape?.checkVisibility()) return [];
      const { left, width } = shape.getBoundingClientRect();
      return [{ id: one.getAttribute('data-activity') ?? '', x: left + width / 2 }];
    }),
  );
  return shown.flatMap(({ id, x }) => {
    const date = dates.get(id) ?? '';
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) return [];
    const day = Date.parse(date);
    return [{ place: day / DAY - (day >= GAP_END ? GAP_DAYS : 0), x }];
  });
}

test('much silence is folded at first; the button shows it, and the link keeps that', async ({ page }) => {
  await open(page, '?lanes=none');
  const folded = page.getByText('Skipped: July 2018 – December 2021, no sources');
  const skip = timeline(page).getByRole('button', { name: 'Skip the 3½ years without sources' });
  const show = timeline(page).getByRole('button', { name: 'Show the 3½ years without sources' });
  await expect(folded).toBeAttached();
  await show.click();
  await expect(skip).toBeFocused();
  await expect.poll(() => linkOf(page)).toBe('lanes=none&gaps=show');
  await expectTotal(page, 89);
  await expect(folded).not.toBeAttached();
  await skip.press('Enter');
  await expect.poll(() => linkOf(page)).toBe('lanes=none');
  await expect(folded).toBeAttached();
  await page.goBack();
  await expect(skip).toBeVisible();
});

test('a link of the time when nothing was folded by default still opens', async ({ page }) => {
  await open(page, '?lanes=none&gaps=fold');
  await timeline(page).getByRole('button', { name: 'Show the 3½ years without sources' }).click();
  await expect.poll(() => linkOf(page)).toBe('lanes=none&gaps=show');
});

for (const link of ['?lanes=none&gaps=fold', '?lanes=none&gaps=fold&from=2018-02&to=2023-12']) {
  test(`equal time keeps equal width on both sides of a fold: ${link}`, async ({ page }) => {
    await open(page, link);
    await expect(marks(page).first()).toBeVisible();
    await expect.poll(async () => (await singleDays(page)).length).toBeGreaterThan(5);
    const all = await singleDays(page);
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) throw new Error('no marks');
    const perDay = (last.x - first.x) / (last.place - first.place);
    for (const { place, x } of all) expect(Math.abs(first.x + (place - first.place) * perDay - x)).toBeLessThan(1.5);
    expect(all.some(({ place }) => place + GAP_DAYS >= GAP_END / DAY)).toBe(true);
  });
}

test('zooms, moves and is dragged over a fold', async ({ page }) => {
  await open(page, '?lanes=none&gaps=fold');
  await expect(marks(page).first()).toBeVisible();
  const tools = timeline(page).getByRole('toolbar');
  await tools.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => linkOf(page)).toMatch(/from=2018-01.*to=2023-07/);
  await expectTotal(page, expected(linkOf(page)).total);
  const zoomed = linkOf(page);
  const plane = await timeline(page).locator('.vis-panel.vis-center').boundingBox();
  if (!plane) throw new Error('no timeline is drawn');
  await page.mouse.move(plane.x + plane.width * 0.4, plane.y + 20);
  await page.mouse.down();
  await page.mouse.move(plane.x + plane.width * 0.8, plane.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => linkOf(page)).not.toBe(zoomed);
  await expect.poll(() => linkOf(page)).toMatch(/from=2017-/);
  await expectTotal(page, expected(linkOf(page)).total);
  await tools.getByRole('button', { name: 'Fit all' }).click();
  await expectTotal(page, 89);
  expect(linkOf(page)).toBe('lanes=none&gaps=fold');
});
