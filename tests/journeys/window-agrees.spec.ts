import type { Locator, Page } from '@playwright/test';
import { createRandom } from '../../src/lib/random';
import { expect, expectTotal, linkOf, open, sentence, test, timeline } from './journey';
import { expected } from './oracle';

const WINDOWS = [
  'from=2000&to=2018&lanes=none',
  'from=2060&to=2080',
  'from=1990&to=1999&gaps=fold',
  'from=2010&to=2040',
  'from=2012&to=2030&gaps=fold',
  'from=2060',
  'to=2010',
  ...randomWindows(6),
];

/** Returns windows of full years, some outside the record. */
function randomWindows(count: number): string[] {
  const random = createRandom(14, 'windows');
  return Array.from({ length: count }, () => {
    const from = 2005 + random.below(25);
    return `from=${from}&to=${from + random.below(12)}${random.chance(0.5) ? '&gaps=fold' : ''}`;
  });
}

async function yearsOnAxis(page: Page): Promise<number[]> {
  const labels = await timeline(page).locator('.vis-time-axis .vis-text:not(.vis-measure)').allTextContents();
  return labels.join(' ').match(/\d{4}/g)?.map(Number) ?? [];
}

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox();
  if (!box) throw new Error('it is not on the page');
  return box;
}

/** Returns how far the brush exceeds its strip, and the page the screen. */
async function leftOver(page: Page) {
  const strip = await boxOf(page.getByRole('region', { name: 'The whole record over time' }));
  const parts = await page.getByRole('slider').all();
  const boxes = await Promise.all(parts.map(boxOf));
  return {
    left: boxes.filter(({ x }) => x < strip.x - 0.5).length,
    right: boxes.filter(({ x, width }) => x + width > strip.x + strip.width + 0.5).length,
    page: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  };
}

for (const link of WINDOWS) {
  test(`axis, heading, boxes and brush say the same window: ${link}`, async ({ page }) => {
    await open(page, `?${link}`);
    const asked = new URLSearchParams(link);
    const [from, to] = [asked.get('from') ?? '', asked.get('to') ?? ''];
    const first = Number(from || to);
    const last = Number(to || from);
    const total = expected(link.replace(/&?(lanes|gaps)=\w+/g, '')).total;
    await expectTotal(page, total);
    for (const year of [from, to].filter(Boolean)) await expect(sentence(page)).toContainText(year);
    expect(await page.getByRole('textbox', { name: 'From' }).inputValue()).toBe(from);
    expect(await page.getByRole('textbox', { name: 'To' }).inputValue()).toBe(to);
    await expect.poll(async () => (await yearsOnAxis(page)).length).toBeGreaterThan(0);
    const years = await yearsOnAxis(page);
    expect(Math.min(...years)).toBeGreaterThanOrEqual(first - 1);
    expect(Math.max(...years)).toBeLessThanOrEqual(last + 1);
    if (!asked.has('gaps')) {
      expect(Math.min(...years)).toBeLessThanOrEqual(first + Math.ceil((last - first) / 4));
      expect(Math.max(...years)).toBeGreaterThanOrEqual(last - Math.ceil((last - first) / 4));
    }
    const start = page.getByRole('slider', { name: 'Start of the window' });
    const end = page.getByRole('slider', { name: 'End of the window' });
    await expect(start).toHaveAttribute('aria-valuetext', new RegExp(`^1 January ${first}$`));
    await expect(end).toHaveAttribute('aria-valuetext', new RegExp(`^31 December ${last}$`));
    expect(await leftOver(page)).toEqual({ left: 0, right: 0, page: 0 });
  });
}

for (const link of ['from=2000&to=2018&lanes=none', 'from=2060&to=2080', 'from=2012&to=2030&gaps=fold']) {
  test(`zooming in takes in no more, down to the end: ${link}`, async ({ page }) => {
    await open(page, `?${link}`);
    const zoomIn = timeline(page).getByRole('button', { name: 'Zoom in' });
    await expect(zoomIn).toBeEnabled();
    const daysOf = async () => {
      const ends = page.getByRole('slider', { name: /^(Start|End) of the window$/ });
      // The brush is drawn once its code has come.
      await expect(ends).toHaveCount(2);
      const [first, last] = await Promise.all((await ends.all()).map(end => end.getAttribute('aria-valuenow')));
      return [Number(first), Number(last)] as const;
    };
    let before = await daysOf();
    for (let step = 0; step < 3; step += 1) {
      const asked = linkOf(page);
      await zoomIn.click();
      await expect.poll(() => linkOf(page)).not.toBe(asked);
      const after = await daysOf();
      expect(after[0]).toBeGreaterThanOrEqual(before[0]);
      expect(after[1]).toBeLessThanOrEqual(before[1]);
      before = after;
    }
  });
}

for (const link of ['from=2000&to=2018', 'from=2017&to=2040']) {
  for (const width of [1440, 390]) {
    test(`the brush stays in its strip: ${link}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await open(page, `?${link}`);
      await expect(page.getByRole('slider')).toHaveCount(3);
      expect(await leftOver(page)).toEqual({ left: 0, right: 0, page: 0 });
    });
  }
}

for (const [side, date, other, partner] of [
  ['From', '2020', 'To', '2021'],
  ['To', '2015', 'From', '2014'],
] as const) {
  test(`${side} says what it waits for, and both dates count once they are a window`, async ({ page }) => {
    await open(page, '?from=2017&to=2018');
    const box = page.getByRole('textbox', { name: side });
    await box.fill(date);
    await box.press('Tab');
    await expect(page.getByRole('alert')).toContainText(`${date} waits for`);
    await expect(page.getByRole('alert')).toContainText('2017 – 2018');
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    expect(linkOf(page)).toBe('from=2017&to=2018');
    await page.getByRole('textbox', { name: other }).fill(partner);
    await page.getByRole('textbox', { name: other }).press('Enter');
    const [from, to] = side === 'From' ? [date, partner] : [partner, date];
    await expect.poll(() => linkOf(page)).toBe(`from=${from}&to=${to}`);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(box).toHaveValue(date);
  });
}
