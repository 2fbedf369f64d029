import { expect, expectTotal, facet, linkOf, status, steps, test } from './journey';
import { openRecord } from './layout';

const RECORD = 'many-values';

function offices(count: number): string[] {
  return [...Array(count).keys()].map(i => `field-office-${i}`);
}

test('ticks 600 of 700 values, writes all of them and reads them back', async ({ page }) => {
  await openRecord(page, RECORD, 'view=list');
  const office = facet(page, 'Office');
  const boxes = office.locator('[data-facet-box]');
  for (let shown = 0; shown < 600; shown = await boxes.count()) {
    await office.getByRole('button', { name: /more/ }).click();
    await expect.poll(() => boxes.count()).toBeGreaterThan(shown);
  }
  await boxes.nth(0).click();
  await boxes.nth(599).click({ modifiers: ['Shift'] });
  await expectTotal(page, 600, 700);
  const link = linkOf(page);
  expect(new URLSearchParams(link).get('office')?.split(',')).toHaveLength(600);
  await page.reload();
  await expectTotal(page, 600, 700);
  expect(linkOf(page)).toBe(link);
});

test('reads a link with any number of values', async ({ page }) => {
  for (const count of [501, 700]) {
    await openRecord(page, RECORD, `office=${offices(count)}&view=list`);
    await expectTotal(page, count, 700);
  }
});

test('names the first of many values in the heading, and shows the first of their chips', async ({ page }) => {
  await openRecord(page, RECORD, `office=${offices(600)}&view=list`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^600 activities: Field office 0, .* or 594 others/);
  await expect(page.getByRole('button', { name: /^Remove filter/ })).toHaveCount(20);
  await expect(page.getByRole('button', { name: '580 more filters' })).toBeVisible();
});

test('refuses in words what no address can carry, and leaves everything as it was', async ({ page }) => {
  const link = `office=${[...Array(6_000).keys()].map(i => `unknown-${i + 10_000}`).join(',')}`;
  const near = link.slice(0, 61_990 - '&view=list&data=data/many-values.json'.length);
  await openRecord(page, RECORD, `${near}&view=list`);
  await expectTotal(page, 0, 700);
  const before = linkOf(page);
  const depth = await steps(page);
  await facet(page, 'Office').getByRole('checkbox').first().click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(/This was not done: the link to it would have 6\d,\d\d\d characters/);
  expect(linkOf(page)).toBe(before);
  expect(await steps(page)).toBe(depth);
  await expect(facet(page, 'Office').getByRole('checkbox').first()).not.toBeChecked();
  // A change that makes the link short enough still works, and removes the notice.
  await page.getByRole('radio', { name: 'Table' }).check();
  await expect(alert).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear all filters' }).first().click();
  await expectTotal(page, 700, 700);
});

test('keeps the record, the panel and the language of a link that is longer than any it reads', async ({ page }) => {
  const text = 'x'.repeat(100_000);
  // Servers reject such a long address, so an open page navigates to it.
  await openRecord(page, RECORD, 'view=list&lang=fr');
  await page.evaluate(q => {
    history.pushState(null, '', `${location.search}&q=${q}&office=${q}y&from=2000`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, text);
  await expect(page.getByRole('alert')).toContainText(/office/);
  await expect(page.getByRole('alert')).toContainText(/trop long/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page).toHaveTitle(/Seven hundred offices$/);
  await expect(status(page)).toHaveText(/\d/);
});
