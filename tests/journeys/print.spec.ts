import type { Locator, Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, open, test } from './journey';
import { record } from './oracle';

const PANELS = [
  ['timeline', ''],
  ['list', '?view=list'],
  ['table', '?view=table'],
  ['matrix', '?view=matrix&lanes=theme&across=institution'],
] as const;

/** A view of some activities of two years. */
const SOME = 'from=2017-10&to=2018-02';

test.use({ ownProfile: true });

const printed = (page: Page) => page.locator('article.printed');
const entries = (page: Page) => printed(page).locator('.printed-entry');

/** Prints as the browser does, and reads each page of the PDF with a program that is not ours. */
async function pagesOf(page: Page, format: 'A4' | 'Letter'): Promise<string[]> {
  const data = new Uint8Array(await page.pdf({ format, preferCSSPageSize: true }));
  const pdf = await getDocument({ data, useSystemFonts: true, verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''));
  }
  return texts.map(plain);
}

/** The letters and digits of a text. Programs find different spaces, apostrophes and hyphens in a PDF. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{Ll}\p{Lu}\p{Lo}\p{N}]/gu, '');
}

const chosen = record.activities.filter(({ date }) => date >= '2017-10' && date < '2018-03');

for (const [name, link] of PANELS) {
  test(`a printed ${name} is a briefing page with every entry on one page`, async ({ page }) => {
    await open(page, `${link === '' ? '?' : `${link}&`}${SOME}`);
    let pages: string[] = [];
    await expect(async () => {
      pages = await pagesOf(page, name === 'list' ? 'Letter' : 'A4');
      expect(chosen.filter(({ summary = '' }) => !pages.join('').includes(plain(summary.slice(0, 60))))).toEqual([]);
    }).toPass({ timeout: 30_000 });
    expect(chosen.length).toBeGreaterThan(10);
    for (const { title, summary } of chosen) {
      const own = pages.find(text => text.includes(plain(title))) ?? '';
      expect(own, title).toContain(plain(summary ?? ''));
    }
    const first = pages[0] ?? '';
    expect(first).toContain(plain('EU–UNODC cooperation'));
    expect(first).toContain(plain(`${chosen.length} activities`));
    expect(first).toContain(plain('October 2017 – February 2018'));
    // The year is repeated on each page that its entries reach.
    expect(pages.slice(0, -1).filter(text => !/^\d+201[78]/.test(text) && text !== first)).toEqual([]);
    const all = pages.join('');
    if (name === 'timeline') {
      for (const lane of ['Global', 'Africa', 'Europe', 'Americas']) expect(first).toContain(lane);
      expect(first).toContain(plain('Several days'));
    }
    if (name === 'matrix') expect(first).toContain(plain('Theme by EU institution: activities that have both'));
    for (const said of [
      'Sources',
      'Source 1, item',
      'News of the UNODC Brussels office',
      'Licence',
      'Version',
      'Taken on',
    ]) {
      expect(all).toContain(plain(said));
    }
    expect(all).toContain(plain(new URL(page.url()).origin));
  });
}

for (const [name, link] of PANELS) {
  test(`on paper, the ${name} has no controls and nothing is wider than the page`, async ({ page }) => {
    await open(page, link);
    await page.emulateMedia({ media: 'print' });
    await expect(entries(page)).toHaveCount(record.activities.length);
    await expect(page.locator('button:visible, input:visible, select:visible, nav:visible, main:visible')).toHaveCount(
      0,
    );
    const wide = await page.evaluate(() => {
      document.body.style.width = '640px';
      const ends = [...document.querySelectorAll('.printed *')].map(element => element.getBoundingClientRect().right);
      return Math.max(...ends);
    });
    expect(wide).toBeLessThanOrEqual(641);
    await page.emulateMedia({ media: 'screen' });
    await expect(printed(page)).toHaveCount(0);
    await expect(page.getByRole('main')).toBeVisible();
  });
}

test('marks and lanes, numbers and shades are on paper', async ({ page }) => {
  await open(page, '?lanes=theme&colour=institution');
  await page.emulateMedia({ media: 'print' });
  const chart = printed(page).locator('.printed-timeline');
  const lanes = chart.locator('.printed-lanes .printed-drawing');
  await expect(lanes.filter({ hasText: 'Firearms' }).first()).toBeVisible();
  expect(await chart.locator('circle').count()).toBeGreaterThan(40);
  expect(await chart.locator('[fill="#d0570c" i]').count()).toBeGreaterThan(3);
  await page.emulateMedia({ media: 'screen' });
  await open(page, '?view=matrix&lanes=theme&across=institution');
  const numbersIn = async (line: Locator) =>
    (await line.locator('td').allTextContents()).map(text => Number(/\d+/.exec(text)?.[0] ?? 0));
  const shown = await numbersIn(
    page
      .getByRole('main')
      .getByRole('row', { name: /^Corruption/ })
      .first(),
  );
  await page.emulateMedia({ media: 'print' });
  const row = printed(page).getByRole('row', { name: /^Corruption/ });
  await expect(row).toHaveCount(1);
  expect(shown.filter(Boolean).length).toBeGreaterThan(2);
  expect(await numbersIn(row)).toEqual(shown);
  const shades = await row
    .locator('td')
    .evaluateAll(cells =>
      cells.map(cell => [getComputedStyle(cell).backgroundColor, getComputedStyle(cell).printColorAdjust].join()),
    );
  expect(new Set(shades.filter(shade => /^rgb\(.*,exact$/.test(shade))).size).toBeGreaterThan(2);
});

test('paper is light for who reads in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '?view=list');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(printed(page)).toHaveCSS('color', 'rgb(26, 28, 32)');
});

test('entries follow the order of the view, with years in their dates where no heading says them', async ({ page }) => {
  await open(page, '?view=list&sort=title');
  await page.emulateMedia({ media: 'print' });
  await expect(entries(page)).toHaveCount(record.activities.length);
  await expect(printed(page).locator('.printed-year > h2')).toHaveCount(0);
  const dates = await entries(page).locator('> p').allTextContents();
  expect(dates.filter(date => !/\d{4}/.test(date))).toEqual([]);
  const titles = await entries(page).locator('h3 > span, h3').allTextContents();
  expect(titles.length).toBeGreaterThan(50);
});

test('a comparison is printed as it is on the screen', async ({ page }) => {
  await open(page, '?compare=from%3D2018');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('main')).toBeVisible();
  await expect(printed(page)).toHaveCount(0);
});
