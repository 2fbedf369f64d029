import type { Page } from '@playwright/test';
import { expect, expectTotal, linkOf, open, searchBox, sentence, steps, test } from './journey';
import { expected } from './oracle';

const LIST = '?view=list';

function strip(page: Page) {
  return page.getByRole('region', { name: 'The whole record over time' });
}

function slider(page: Page, name: string) {
  return page.getByRole('slider', { name });
}

async function openPeriods(page: Page): Promise<void> {
  await strip(page).getByText('Periods').click();
}

async function choose(page: Page, name: string | RegExp): Promise<void> {
  await openPeriods(page);
  await strip(page).getByRole('button', { name }).click();
}

test('the years of the record, the record and its last months are windows to take', async ({ page }) => {
  await open(page, LIST);
  await openPeriods(page);
  await expect(strip(page).getByRole('listitem')).toHaveText([
    '2017',
    '2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
  ]);
  const before = await steps(page);
  await strip(page).getByRole('button', { name: '2018', exact: true }).click();
  await expect.poll(() => linkOf(page)).toBe('from=2018&to=2018&view=list');
  await expectTotal(page, expected('from=2018&to=2018').total);
  await expect(sentence(page)).toContainText('2018');
  expect(await steps(page)).toBe(before + 1);
  await choose(page, /^Last 12 months/);
  await expect.poll(() => linkOf(page)).toBe('from=2023-08&to=2024-07&view=list');
  await openPeriods(page);
  await expect(strip(page).getByRole('button', { name: /^Last 12 months/ })).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await choose(page, /^Whole record/);
  await expectTotal(page, 89);
});

test('the busiest month and the longest gap of the selection are told, and can be taken', async ({ page }) => {
  await open(page, `${LIST}&theme=human-trafficking`);
  await openPeriods(page);
  const busiest = strip(page).getByRole('button', { name: /^Busiest month: / });
  await expect(busiest).toHaveText('Busiest month: June 2017, 3 activities');
  await expect(strip(page).getByText('Counted per month, where activities begin.')).toBeVisible();
  await busiest.click();
  await expectTotal(page, expected('theme=human-trafficking&from=2017-06&to=2017-06').total);
  await choose(page, /^Longest gap: .*partly without sources$/);
  await expectTotal(page, 0);
});

test('the periods are reached, taken and left by keys', async ({ page }) => {
  await open(page, LIST);
  const name = strip(page).getByRole('button', { name: 'Periods' });
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(strip(page).getByRole('button', { name: /^Whole record/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText(/^Whole record/);
  await page.keyboard.press('Escape');
  await expect(name).toBeFocused();
  await expect(strip(page).getByRole('button', { name: /^Whole record/ })).toHaveCount(0);
  await page.keyboard.press('Enter');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('2017');
  await page.keyboard.press('Enter');
  await expect.poll(() => linkOf(page)).toBe('from=2017&to=2017&view=list');
  await expect(name).toBeFocused();
  await page.keyboard.press('Space');
  await expect(strip(page).getByRole('button', { name: '2017', exact: true })).toBeVisible();
  await searchBox(page).click();
  await expect(strip(page).getByRole('button', { name: '2017', exact: true })).toHaveCount(0);
});

test.describe('on the strip', () => {
  async function drag(page: Page, from: number, to: number): Promise<void> {
    const area = await strip(page).locator('.cursor-crosshair').boundingBox();
    if (!area) throw new Error('no strip');
    const y = area.y + area.height / 2;
    const x = (share: number) => area.x + share * area.width;
    await page.mouse.move(x(from), y);
    await page.mouse.down();
    await page.mouse.move(x((from + to) / 2), y, { steps: 3 });
    await page.mouse.move(x(to), y, { steps: 3 });
    await page.mouse.up();
  }
  /** The start of a month as a fraction of the strip, which has 91 months. */
  const month = (year: number, at: number) => ((year - 2017) * 12 + at - 1) / 91;

  test('a drag makes a window, its middle moves it, its sides resize it', async ({ page }) => {
    await open(page, `${LIST}&gaps=show`);
    await drag(page, month(2017, 4), month(2018, 1));
    await expect.poll(() => linkOf(page)).toBe('from=2017-04&to=2017&view=list&gaps=show');
    await expectTotal(page, expected('from=2017-04&to=2017').total);
    await drag(page, month(2017, 8), month(2017, 11));
    await expect.poll(() => linkOf(page)).toBe('from=2017-07&to=2018-03&view=list&gaps=show');
    await drag(page, month(2018, 4), month(2018, 7));
    await expect.poll(() => linkOf(page)).toBe('from=2017-07&to=2018-06&view=list&gaps=show');
    await drag(page, month(2017, 7), month(2017, 1));
    await expect.poll(() => linkOf(page)).toBe('to=2018-06&view=list&gaps=show');
    await expectTotal(page, expected('to=2018-06').total);
  });

  test('keys move the window, and its sides', async ({ page }) => {
    await open(page, `${LIST}&from=2017-03&to=2017-05`);
    const window = slider(page, 'Position of the window');
    await expect(window).toHaveAttribute('aria-valuetext', 'March 2017 – May 2017');
    await window.press('ArrowRight');
    await expect.poll(() => linkOf(page)).toBe('from=2017-04&to=2017-06&view=list');
    await window.press('PageUp');
    await expect.poll(() => linkOf(page)).toBe('from=2018-04&to=2018-06&view=list');
    await slider(page, 'End of the window').press('ArrowLeft');
    await expect.poll(() => linkOf(page)).toBe('from=2018-04&to=2018-05&view=list');
    await window.press('End');
    await expect.poll(() => linkOf(page)).toBe('from=2024-06&view=list');
    await window.press('Home');
    await expect.poll(() => linkOf(page)).toBe('to=2017-02&view=list');
    await expect(window).toBeFocused();
  });
});

test.describe('on a phone', () => {
  test.use({ ownProfile: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('the periods are in the sheet', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Filters' }).tap();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByRole('button', { name: 'Years' }).tap();
    await sheet.getByText('Periods').tap();
    await sheet.getByRole('button', { name: '2018', exact: true }).tap();
    const { total } = expected('from=2018&to=2018');
    await expect(sheet.getByRole('textbox', { name: 'From' })).toHaveValue('2018');
    await sheet.getByRole('button', { name: `Show ${total} activities` }).tap();
    await expectTotal(page, total);
  });
});
