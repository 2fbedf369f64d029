import type { Page } from '@playwright/test';
import { expect, marks, open, status, test, timeline } from './journey';

/** Returns the labels of axes that are cut at an end of their axis or overlap another one of the same row. */
function faultyLabels(page: Page): Promise<{ seen: number; faults: string[] }> {
  return page.evaluate(() => {
    const strip = document.querySelector('section[aria-label="The whole record over time"]');
    const rows = [
      [...(strip?.querySelectorAll('*') ?? [])].filter(
        element => element.children.length === 0 && /^\d{4}$/.test(element.textContent.trim()),
      ),
      [...document.querySelectorAll('.vis-time-axis .vis-minor.vis-text:not(.vis-measure)')],
      [...document.querySelectorAll('.vis-time-axis .vis-major.vis-text:not(.vis-measure)')],
    ];
    const faults: string[] = [];
    let seen = 0;
    for (const [i, row] of rows.entries()) {
      const axis = (i === 0 ? strip : document.querySelector('.vis-panel.vis-top'))?.getBoundingClientRect();
      const words = row.flatMap(element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, right } = range.getBoundingClientRect();
        return right > left ? [{ text: element.textContent.trim(), left, right }] : [];
      });
      words.sort((a, b) => a.left - b.left);
      seen += words.length;
      for (const [n, { text, left, right }] of words.entries()) {
        if (axis && (left < axis.left - 1 || right > axis.right + 1)) faults.push(`“${text}” is cut`);
        const next = words[n + 1];
        if (next && next.left < right) faults.push(`“${text}” runs into “${next.text}”`);
      }
    }
    return { seen, faults };
  });
}

for (const width of [360, 390, 800, 1440]) {
  test(`no label of an axis is cut, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const link of [
      '?view=timeline',
      '?view=timeline&from=2017&to=2018-06',
      '?view=timeline&from=2017-03-05&to=2017-03-20',
    ]) {
      await open(page, link);
      await expect(status(page)).toBeVisible();
      await expect(
        marks(page)
          .or(page.getByRole('main').getByRole('heading', { level: 1 }))
          .first(),
      ).toBeVisible();
      await expect.poll(async () => (await faultyLabels(page)).seen).toBeGreaterThan(2);
      await expect.poll(async () => (await faultyLabels(page)).faults).toEqual([]);
    }
  });
}

test('labels have a ground of paper where hatching and lines would run through them', async ({ page }) => {
  await open(page, '?from=2018-06&to=2018-09&lanes=region');
  await expect(marks(page).first()).toBeVisible();
  const labels = timeline(page).locator('.mark-label:visible, .lane-silence:visible');
  await expect.poll(() => labels.count()).toBeGreaterThan(0);
  const grounds = await labels.evaluateAll(all => all.map(label => getComputedStyle(label).backgroundColor));
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect([...new Set(grounds)]).toEqual([paper]);
});
