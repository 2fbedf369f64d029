import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { packDocument } from '../fixtures/packed';
import { smallDocument } from '../fixtures/small-document';
import { expect, expectTotal, linkOf, open, sentence, status, test, titles } from './journey';

const FOLDER = new URL('../cases/page/', import.meta.url);

/** Serves bytes as a dataset of the page's own origin and opens it. */
async function openBytes(page: Page, bytes: Uint8Array, link = ''): Promise<void> {
  await page.route('**/case.bin', route =>
    route.fulfill({ body: Buffer.from(bytes), contentType: 'application/octet-stream' }),
  );
  await open(page, `?${link}data=case.bin`);
}

async function openCase(page: Page, name: string, link = ''): Promise<void> {
  await openBytes(page, await readFile(new URL(`${name}.json`, FOLDER)), link);
}

function bytesOf(document: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(document));
}

test('reads a dataset in its code page, and says so', async ({ page }) => {
  await openCase(page, 'dataset-in-cp1252', 'view=list&');
  await expect(titles(page)).toHaveText(['Vækst for småøer']);
  await expect(page.getByRole('note')).toContainText('not UTF-8');
  await expect(page.getByRole('note')).toContainText('windows-1252');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('says that all activities were left out, why, and how they were probably meant', async ({ page }) => {
  const naive = JSON.parse(await readFile(new URL('naive-dates.json', FOLDER), 'utf8'));
  // The reader now accepts the dates of these two.
  const activities = naive.activities.filter(({ id }: { id: string }) => !['a9', 'a32'].includes(id));
  await openBytes(page, bytesOf({ ...naive, activities }));
  await expect(page.getByRole('alert').filter({ hasText: 'Every activity of this file was left out' })).toBeVisible();
  await expect(page.getByText('no activities yet')).toHaveCount(0);
  const list = page.getByRole('list').filter({ hasText: 'activities[0].date' });
  await expect(list).toContainText('"c.1830"');
  await expect(list).toContainText('was left out');
  await page.getByRole('button', { name: /^Show all \d+$/ }).click();
  await expect(list).toContainText('activities[24].date');
  await openCase(page, 'naive-dates', 'view=list&');
  await expectTotal(page, 2, 2);
  await expect(page.getByRole('alert')).toContainText('activities were left out');
});

test('opens a dataset without facets, as one item and of every kind of date', async ({ page }) => {
  const { facets: _, ...document } = smallDocument();
  await openBytes(page, bytesOf({ ...document, activities: document.activities.map(({ tags: _, ...rest }) => rest) }));
  await expectTotal(page, 3, 3);
  for (const panel of ['List', 'Table', 'Matrix', 'Map', 'Timeline']) {
    await page.getByRole('radio', { name: panel }).check();
    await expectTotal(page, 3, 3);
  }
  await openCase(page, 'one-item');
  await expectTotal(page, 1, 1);
  await openCase(page, 'all-edtf', 'view=list&');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(titles(page)).toHaveCount(17);
});

test('lists what the reader noted, as the command line does', async ({ page }) => {
  const document = smallDocument();
  Object.assign(document.activities[0] ?? {}, { budget: 5, title: 'x'.repeat(301) });
  await openBytes(page, bytesOf(document), 'view=list&');
  const notice = page.getByRole('note');
  await notice.getByText('2 notes on this dataset').click();
  await expect(notice.getByText('activities[0].budget')).toBeVisible();
  await expect(notice).toContainText('This format has no such field');
  await expect(notice.getByText('activities[0].title')).toBeVisible();
});

test('names a date far from all others and offers the view without it', async ({ page }) => {
  await openCase(page, 'outlier');
  await expectTotal(page, 241, 241);
  const notice = page.getByRole('note');
  await expect(notice).toContainText('One activity lies far from all others');
  await expect(notice).toContainText('typo (11 October 2918)');
  await notice.getByRole('link', { name: /^Leave it outside the view/ }).click();
  await expectTotal(page, 240, 241);
  expect(linkOf(page)).toBe('from=1960&to=2017-10-02&data=case.bin');
  await expect(page.getByRole('note')).toHaveCount(0);
  await page.goBack();
  await expectTotal(page, 241, 241);
  await page.getByRole('link', { name: 'typo', exact: true }).click();
  await expect(page.getByRole('complementary')).toContainText('2918');
});

test('says that a packed file is cut short, keeps its rows, and does not ask for ever', async ({ page }) => {
  const activities = Array.from({ length: 40 }, (_, i) => ({
    id: `a-${i}`,
    date: `20${10 + (i % 10)}`,
    title: `Title ${i}`,
  }));
  const document = { ...smallDocument(), activities };
  const packed = await packDocument(JSON.stringify(document), { chunkSize: 10 });
  await openBytes(page, packed.subarray(0, -200), 'view=list&');
  await expectTotal(page, 40, 40);
  await expect(page.getByRole('alert')).toContainText('cut short or damaged');
  await expect(page.getByRole('alert')).toContainText('10 activities are shown by their dates and ids');
  await expect(titles(page)).toHaveCount(40);
  await expect(titles(page).first()).toHaveText('Title 0');
  await expect(titles(page).last()).toHaveText(/^a-\d+$/);
  const answers = () => page.evaluate(() => performance.getEntriesByName('chronofacet:answer').length);
  const before = await answers();
  await page.waitForTimeout(1500);
  expect(await answers()).toBe(before);
  await page
    .getByRole('searchbox')
    .or(page.getByRole('combobox', { name: 'Search activities' }))
    .fill('title');
  await expectTotal(page, 30, 40);
  await page.route('**/case.bin', route => route.fulfill({ body: Buffer.from(packed) }));
  await page.getByRole('button', { name: 'Load the dataset again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectTotal(page, 40, 40);
});

test('leads from a file of another format to the description of this one', async ({ page }) => {
  await page.route('**/case.bin', route => route.fulfill({ body: 'title;place\nA;B\nC;D\n' }));
  await page.goto('?data=case.bin');
  await expect(page.getByRole('alert')).toContainText('This table has no column of dates: title, place.');
  const format = page.getByRole('link', { name: 'The format (JSON Schema)' });
  const response = await page.request.get(new URL((await format.getAttribute('href')) ?? '', page.url()).href);
  expect((await response.json()).$id).toBe('urn:chronofacet:dataset:1');
});

test('opens a title of 200,000 letters and shows it cut', async ({ page }) => {
  const long = smallDocument();
  Object.assign(long.activities[0] ?? {}, { title: 'x'.repeat(200_000), summary: 'y'.repeat(200_000) });
  await openBytes(page, bytesOf(long), 'view=list&');
  await expect(titles(page).first()).toHaveText(/^x{299}…$/);
  await titles(page).first().click();
  await expect(page.getByRole('complementary')).toContainText('xxx');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
  await expect(status(page)).toBeVisible();
  await expect(sentence(page)).toBeVisible();
});
