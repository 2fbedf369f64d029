import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Download, Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import JSZip from 'jszip';
import Papa from 'papaparse';
import { FIXED_RECORD } from './fixed-record.mjs';
import { expect, expectTotal, open, test } from './journey';

const COMMAND = fileURLToPath(new URL('../../scripts/dataset.mjs', import.meta.url));
const VIEW = 'programme=ccp,glo-act&from=2017&to=2018-06&sort=-date';

async function openShare(page: Page, link: string): Promise<Locator> {
  await open(page, link);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Share/ })
    .click();
  return page.getByRole('dialog', { name: 'Share and cite' });
}

async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer; download: Download }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()), download };
}

/** Returns what the command line writes of the same view on the day that a file's name ends with. */
async function writtenByCommand(name: string, select: string, link: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'take-along-'));
  try {
    const to = join(folder, `x${extname(name)}`);
    const day = basename(name, extname(name)).slice(-10);
    await promisify(execFile)(process.execPath, [
      ...[COMMAND, 'export', FIXED_RECORD, '--to', to, '--select', select, '--link', link, '--day', day],
    ]);
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function partsOf(workbook: Buffer): Promise<Record<string, string>> {
  const { files } = await JSZip.loadAsync(workbook);
  const parts = Object.values(files).map(async part => [part.name, await part.async('string')] as const);
  return Object.fromEntries(await Promise.all(parts));
}

test.describe.configure({ timeout: 180_000 });

test.describe('every form', () => {
  for (const [name, extension] of [
    ['CSV', '.csv'],
    ['Excel', '.xlsx'],
    ['JSON', '.json'],
    ['Calendar', '.ics'],
    ['Markdown', '.md'],
    ['Everything (ZIP)', '.zip'],
  ] as const) {
    test(`${name} is saved with the same bytes as from the command line`, async ({ page }) => {
      const dialog = await openShare(page, `?${VIEW}`);
      const file = await saved(page, dialog.getByRole('button', { name, exact: true }));
      expect(file.name).toMatch(new RegExp(`^eu-unodc_.*glo-act.*_\\d+-of-89_\\d{4}-\\d\\d-\\d\\d\\${extension}$`));
      await expect(dialog.getByText(`Saved as ${file.name}.`)).toBeVisible();
      const written = await writtenByCommand(file.name, VIEW, page.url());
      // The parts of a workbook are the same, but browsers and Node pack them in other ways.
      if (extension === '.xlsx') expect(await partsOf(file.bytes)).toEqual(await partsOf(written));
      else expect(file.bytes.equals(written)).toBe(true);
    });
  }
});

test('the table has the rows of the view, all of them and in its order', async ({ page }) => {
  const dialog = await openShare(page, '?view=list&sort=-date');
  const { bytes } = await saved(page, dialog.getByRole('button', { name: 'CSV', exact: true }));
  const { data } = Papa.parse<Record<string, string>>(bytes.toString('utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(89);
  const firstDays = data.map(({ from = '' }) => from);
  expect(firstDays).toEqual([...firstDays].sort().reverse());
});

test('says how many activities have no certain day, and the calendar leaves out as many', async ({ page }) => {
  const dialog = await openShare(page, '');
  const said = await dialog.getByText(/have no certain day/).textContent();
  const [, without, total] = /(\d+) of (\d+) have/.exec(said ?? '') ?? [];
  expect(total).toBe('89');
  const { bytes } = await saved(page, dialog.getByRole('button', { name: 'Calendar', exact: true }));
  const events = new ICAL.Component(ICAL.parse(bytes.toString('utf8'))).getAllSubcomponents('vevent');
  expect(events).toHaveLength(89 - Number(without));
  await expect(dialog.getByText(new RegExp(`${without} activities without a certain day are not in it`))).toBeVisible();
});

test.describe('the clipboard', () => {
  test.use({ ownProfile: true, permissions: ['clipboard-read', 'clipboard-write'] });

  test('gets the list as text, and the citation in the chosen form', async ({ page }) => {
    const dialog = await openShare(page, `?${VIEW}`);
    await dialog.getByRole('button', { name: 'Copy as text' }).click();
    await expect(dialog.getByText('Copied as text.')).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    // The day where the page is, in the form of ISO 8601, as Swedish writes it.
    const name = `x_${await page.evaluate(() => new Date().toLocaleDateString('sv'))}.txt`;
    expect(text).toBe((await writtenByCommand(name, VIEW, page.url())).toString('utf8'));

    const [version] = /\d{4}-\d\d-\d\d\.[0-9a-f]{10}/.exec(text) ?? [];
    const field = dialog.getByRole('textbox', { name: 'Citation' });
    for (const [form, start] of [
      ['BibTeX', '@incollection{eu-unodc-'],
      ['RIS', 'TY  - CHAP'],
      ['CSL-JSON', '['],
      ['Text', 'EU'],
    ] as const) {
      await dialog.getByRole('radio', { name: form, exact: true }).check();
      await dialog.getByRole('button', { name: 'Copy citation' }).click();
      await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
      await expect(dialog.getByText('Citation copied.')).toBeVisible();
      const citation = await page.evaluate(() => navigator.clipboard.readText());
      expect(citation.replaceAll('\r\n', '\n')).toBe(await field.inputValue());
      if (form !== 'Text') expect(citation.startsWith(start), form).toBe(true);
      expect(citation).toContain(version);
      expect(citation).toContain(page.url());
    }
  });

  test('a button that has copied is as wide as before', async ({ page }) => {
    const dialog = await openShare(page, '?view=list');
    const button = dialog.getByRole('button', { name: /^(Copy link|Copied)$/ });
    const before = await button.boundingBox();
    await button.click();
    await expect(button).toHaveAccessibleName('Copied');
    expect(await button.boundingBox()).toEqual(before);
    await expect(button).toHaveAccessibleName('Copy link');
  });
});

test('gives the text for copying by hand where the clipboard is closed', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('closed', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { value: { write: refuse, writeText: refuse } });
  });
  const dialog = await openShare(page, '?programme=glo-act');
  await dialog.getByRole('button', { name: 'Copy as text' }).click();
  const field = dialog.getByRole('textbox', { name: 'The text to copy' });
  await expect(field).toHaveValue(/^5 activities/);
  const length = (await field.inputValue()).length;
  expect(await field.evaluate((area: HTMLTextAreaElement) => area.selectionEnd)).toBe(length);
  await dialog.getByRole('button', { name: 'Copy citation' }).click();
  await expect(dialog.getByText(/^Press Ctrl\+C/)).toBeVisible();
});

test.describe('an opened activity', () => {
  test('has a link, a citation and files of its own', async ({ page }) => {
    await open(page, '?programme=glo-act&view=list&activity=2018-glo-act-steering-committee');
    const details = page.getByRole('complementary');
    await details.getByRole('button', { name: 'Share and cite' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share and cite' });
    const link = dialog.getByRole('textbox', { name: 'Link to this activity' });
    await expect(link).toHaveValue(/\/\?activity=2018-glo-act-steering-committee$/);
    await expect(dialog.getByRole('textbox', { name: 'Citation' })).toHaveValue(/“Fifth GLO\.ACT .*”, 6 February 2018/);
    const { bytes, name } = await saved(page, dialog.getByRole('button', { name: 'CSV', exact: true }));
    const { data } = Papa.parse<Record<string, string>>(bytes.toString('utf8').replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map(({ id }) => id)).toEqual(['2018-glo-act-steering-committee']);
    expect(name).toMatch(/^eu-unodc_2018-glo-act-steering-committee_1-of-89_/);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(details).toBeVisible();
    await expect(details.getByRole('button', { name: 'Share and cite' })).toBeFocused();
  });

  test('without a certain day has no calendar', async ({ page }) => {
    await open(page, '?view=list&from=2022');
    const partial = page.getByRole('listitem').filter({ has: page.locator('time:not([datetime*="-"])') });
    await partial.first().getByRole('heading').getByRole('link').click();
    await page.getByRole('complementary').getByRole('button', { name: 'Share and cite' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share and cite' });
    await expect(dialog.getByText('1 of 1 has no certain day')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Calendar' })).toHaveAttribute('aria-disabled', 'true');
  });
});

test('a view without activities still has its link and citation', async ({ page }) => {
  const dialog = await openShare(page, '?programme=glo-act&q=zebra');
  await expectTotal(page, 0).catch(() => {});
  await expect(dialog.getByRole('textbox', { name: 'Link to this view' })).toHaveValue(page.url());
  await expect(dialog.getByRole('button', { name: 'Calendar' })).toHaveAttribute('aria-disabled', 'true');
});

test.describe('on a phone', () => {
  test.use({ ownProfile: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('is a sheet, from which the system can send the link', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async (data: object) => document.documentElement.setAttribute('data-sent', JSON.stringify(data)),
      });
    });
    const dialog = await openShare(page, '?programme=glo-act');
    await dialog.getByRole('button', { name: 'Send…' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-sent', /"url":"[^"]*programme=glo-act"/);
    const { width } = (await dialog.boundingBox()) ?? { width: 0 };
    expect(width).toBe(390);
  });
});
