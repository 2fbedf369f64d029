import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expectNoViolation } from './axe';
import { expect, expectTotal, open, searchBox, status, test, timeline, titles } from './journey';

/** The file itself, and the files that it hands to the reader. Every other request is a complaint. */
const OWN = [/^request to another origin: (file:.*\/record\.html(\?.*)?|blob:null\/.*)$/];
test.use({ tolerated: [OWN, { scope: 'test' }], ownProfile: true });

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chronofacet-one-file-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dataset = (...args: string[]) => execFileSync(process.execPath, ['scripts/dataset.mjs', ...args]);

/** Makes one HTML file of a record and opens it from disk, without a network. */
async function openFile(page: Page, record: string, ...args: string[]): Promise<string> {
  const file = join(folder, 'record.html');
  dataset('site', record, '--single', '--out', file, ...args);
  await page.context().setOffline(true);
  const address = pathToFileURL(file).href;
  await page.goto(address);
  return address;
}

/** Goes through the views, filters, searches, loads the page again and exports. */
async function useAll(page: Page, total: string): Promise<void> {
  await expect(status(page)).toHaveText(`${total} of ${total} activities`);
  await expect(timeline(page)).toBeVisible();
  const shown = [
    ['List', page.getByRole('list', { name: 'Activities', exact: true })],
    ['Table', page.getByRole('grid')],
    ['Matrix', page.getByRole('main').getByRole('table')],
    ['Map', page.getByRole('img', { name: /map/i })],
  ] as const;
  for (const [view, part] of shown) {
    await page.getByRole('radio', { name: view }).press('Space');
    await expect(part.first()).toBeVisible({ timeout: 30_000 });
  }
  await page.getByRole('radio', { name: 'List' }).press('Space');
  const [word = ''] = /\p{L}{3,}/u.exec(String(await titles(page).first().textContent())) ?? [];
  await searchBox(page).fill(word);
  await searchBox(page).press('Enter');
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(status(page)).toHaveText(new RegExp(`^[1-9][\\d,]* of ${total} activities`));
  await page
    .getByRole('checkbox', { name: /, [1-9][\d,]* activit/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\?[^&]+&.*q=/);
  await page.reload();
  await expect(status(page)).toHaveText(new RegExp(`^[\\d,]+ of ${total} activities`));
  const found = Number.parseInt(String(await status(page).textContent()).replace(/,/g, ''), 10);
  await page.getByRole('button', { name: 'Share and cite' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  const rows = readFileSync(await (await download).path(), 'utf8').match(/\r\n/g) ?? [];
  expect(rows).toHaveLength(found + 1);
}

test('one HTML file opens from disk without a network, with everything in it', async ({ page }) => {
  const address = await openFile(page, 'tests/journeys/records/eu-unodc-89.json');
  await expectNoViolation(page);
  await useAll(page, '89');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).not.toContain('unsafe');
  await expect(page.getByRole('textbox', { name: 'Link to this view' })).toHaveValue(new RegExp(`^${address}\\?`));
});

test('one HTML file holds 10,000 activities, and its links lead to the address that it was given', async ({ page }) => {
  test.slow();
  const record = join(folder, 'record.json');
  dataset('generate', '--count', '10000', '--seed', '4', '--out', record);
  await openFile(page, record, '--url', 'https://example.org/timeline/');
  await useAll(page, '10,000');
  await expect(page.getByRole('textbox', { name: 'Link to this view' })).toHaveValue(
    /^https:\/\/example\.org\/timeline\/\?/,
  );
});

test('markup in the texts of one HTML file stays text', async ({ page }) => {
  await openFile(page, 'tests/journeys/records/markup.json');
  await expect(status(page)).toHaveText(/\d/);
  // Settings, record, the explorer, and the licences of its parts.
  await expect(page.locator('body script')).toHaveCount(4);
  expect(await page.locator('#licences').textContent()).toContain('react-dom');
});

test('“Share and cite” saves the view, or the whole record, as one HTML file', async ({ page }) => {
  await open(page, '?programme=glo-act&view=list');
  await page.getByRole('button', { name: 'Share and cite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share and cite' });
  await expect(dialog.getByText(/offline; view about [\d.]+ MB, record [\d.]+ MB/)).toBeVisible();
  for (const [name, total] of [
    ['One HTML file', 5],
    ['Whole record (HTML)', 89],
  ] as const) {
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name, exact: true }).click();
    const file = join(folder, 'record.html');
    await (await download).saveAs(file);
    const other = await page.context().newPage();
    await other.goto(pathToFileURL(file).href);
    await expectTotal(other, total, total);
    await other.getByRole('button', { name: 'Share and cite' }).click();
    await expect(other.getByRole('textbox', { name: 'Link to this view' })).toHaveValue(
      /^http:\/\/127\.0\.0\.1:\d+\/$/,
    );
    await expect(other.getByRole('button', { name: 'One HTML file' })).toHaveCount(0);
    await other.close();
  }
});
