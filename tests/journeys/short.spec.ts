import type { Page } from '@playwright/test';
import { expect, linkOf, list, marks, open, test, timeline, titles } from './journey';
import { expected, record } from './oracle';

const TWO = 'institution=dg-home&theme=arms';

test('a short timeline is followed by its activities with summaries, values, place and source', async ({ page }) => {
  await open(page, `?${TWO}`);
  await expect(page.getByRole('heading', { name: 'The 2 activities' })).toBeVisible();
  await expect(titles(page)).toHaveText(expected(TWO).titles);
  const first = list(page).getByRole('listitem').first();
  await expect(first).toContainText('held separate meetings in Brussels');
  await expect(first).toContainText('DG DEVCO, DG HOME, EEAS');
  await expect(first.getByRole('link', { name: /item 40/ })).toBeVisible();
  const [lanes, head] = await Promise.all([timeline(page), page.locator('#list-below')].map(at => at.boundingBox()));
  expect((head?.y ?? 0) - (lanes?.y ?? 0) - (lanes?.height ?? 0)).toBeCloseTo(24, 0);
});

test('the list below keeps the order of the view, and opens an activity', async ({ page }) => {
  await open(page, `?${TWO}&sort=-date`);
  const latestFirst = expected(TWO).titles.reverse();
  await expect(titles(page)).toHaveText(latestFirst);
  await titles(page).first().click();
  await expect(page.getByRole('complementary').getByRole('heading').first()).toHaveText(latestFirst[0] ?? '');
});

test('a timeline that reaches the end of the screen is followed by nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await open(page, '?lanes=institution');
  await expect(marks(page).first()).toBeVisible();
  await expect(timeline(page).locator('.lane-label').last()).not.toBeInViewport();
  await expect(list(page)).toHaveCount(0);
});

test('a longer result has no summaries below its timeline', async ({ page }) => {
  await open(page, '?lanes=none&from=2017-01&to=2017-06');
  const { total, titles: wanted } = expected('from=2017-01&to=2017-06');
  expect(total).toBeGreaterThan(10);
  await expect(page.getByRole('heading', { name: `The ${total} activities` })).toBeVisible();
  await expect(titles(page)).toHaveText(wanted);
  const { summary = '' } = record.activities.find(({ title }) => title === wanted[0]) ?? {};
  expect(summary).not.toBe('');
  await expect(list(page)).not.toContainText(summary.slice(0, 40));
});

test('the axis fits a short result without a window in the link, and goes back to the whole record', async ({
  page,
}) => {
  await open(page, `?${TWO}`);
  const years = async () => {
    const labels = await timeline(page).locator('.vis-major').allTextContents();
    return [...new Set(labels.join(' ').match(/\d{4}/g))];
  };
  await expect.poll(years).toEqual(['2017', '2018']);
  await expect(marks(page).first()).toBeInViewport();
  expect(linkOf(page)).toBe(TWO);
  await expect(page.getByRole('slider', { name: 'End of the window' })).toHaveAttribute('aria-valuetext', /2024/);
  await timeline(page).getByRole('button', { name: 'Whole record' }).click();
  await expect.poll(years).toContain('2023');
  expect(linkOf(page)).toBe(`${TWO}&timeline.whole=1`);
  await timeline(page).getByRole('button', { name: 'Fit the result' }).click();
  await expect.poll(years).toEqual(['2017', '2018']);
  await timeline(page).getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => linkOf(page)).toMatch(/from=2017-\d\d.*&to=201[78]-\d\d/);
  const zoomOut = timeline(page).getByRole('button', { name: 'Zoom out' });
  while (await zoomOut.isEnabled()) await zoomOut.click();
  await expect.poll(years).toContain('2023');
  expect(linkOf(page)).toBe(`${TWO}&timeline.whole=1`);
});

const dates = (page: Page) =>
  Promise.all(
    ['From', 'To'].map(name => {
      const box = page.getByRole('textbox', { name });
      return box.evaluate((input: HTMLInputElement) => [input.value, input.placeholder]);
    }),
  );

test('the boxes for the window show the fitted dates as not chosen', async ({ page }) => {
  await open(page, `?${TWO}`);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveAccessibleDescription(/No date is chosen/);
  const [from, to] = await dates(page);
  expect([from?.[0], to?.[0]]).toEqual(['', '']);
  expect([from?.[1], to?.[1]].join()).toMatch(/2017.*2018/);
  await timeline(page).getByRole('button', { name: 'Whole record' }).click();
  await expect.poll(async () => (await dates(page)).join()).toMatch(/2017.*2024/);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveAccessibleDescription('');
});

test('the keys for earlier and later move on from the fitted axis, one window a press', async ({ page }) => {
  await open(page, `?${TWO}`);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveAccessibleDescription(/No date is chosen/);
  const [from = 0, to = 0] = (await dates(page)).map(([, shown]) => Date.parse(`${shown} UTC`));
  const month = (instant: number) => new Date(instant).toISOString().slice(0, 7);
  await page.keyboard.press(']');
  await expect.poll(() => linkOf(page)).toContain(`from=${month(to + 86_400_000)}`);
  await page.keyboard.press('[');
  await expect.poll(() => linkOf(page)).toMatch(new RegExp(`from=${month(from)}&to=${month(to)}$`));
});

test('the whole record stays whole when it is chosen by its period or with the brush', async ({ page }) => {
  await open(page, `?${TWO}`);
  await page.getByRole('button', { name: 'Periods' }).click();
  await page.getByRole('button', { name: /^Whole record \S/ }).click();
  await expect.poll(() => linkOf(page)).toBe(`${TWO}&timeline.whole=1`);
  await timeline(page).getByRole('button', { name: 'Fit the result' }).click();
  await expect.poll(() => linkOf(page)).toBe(TWO);
  const end = page.getByRole('slider', { name: 'End of the window' });
  await end.press('End');
  expect(linkOf(page)).toBe(TWO);
  await end.press('ArrowLeft');
  await expect.poll(() => linkOf(page)).toMatch(/to=2024/);
  await end.press('End');
  await expect.poll(() => linkOf(page)).toBe(`${TWO}&timeline.whole=1`);
});
