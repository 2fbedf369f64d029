import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { expectNoViolation } from './axe';
import { box, expect, expectTotal, linkOf, open, status, test } from './journey';

const RECORD = readFileSync('tests/journeys/records/small.json');
const SMALL = { name: 'My record.json', mimeType: 'application/json', buffer: RECORD };
const PDF = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n'),
};

const AMBIGUOUS = {
  name: 'missions-2019.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Datum;Titel;Land;Thema',
      '03/04/2019;Workshop on border controls;Nigeria;Drugs, Borders',
      '04/05/2019;Expert meeting on precursors;Ghana;Drugs',
      '09/06/2019;Launch of the handbook;Nigeria;Borders',
      'soon;Study visit;Ghana;Borders',
    ].join('\n'),
  ),
};

function readAs(page: Page, column: string) {
  return page.getByRole('combobox', { name: `Read “${column}” as` });
}

function openButton(page: Page) {
  return page.getByRole('button', { name: /^Open [\d,]+ activit/ });
}

function steps(page: Page) {
  return page.getByRole('region', { name: 'Open your own record' });
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open your own' }).first().click();
  await expect(steps(page)).toBeVisible();
}

type DroppedFile = typeof SMALL;

/** Drops files on an element, as from the desktop. */
async function drop(page: Page, dropped: DroppedFile | readonly DroppedFile[], on = 'body'): Promise<void> {
  const files = [dropped].flat();
  const data = await page.evaluateHandle(
    given => {
      const transfer = new DataTransfer();
      for (const { name, type, text } of given) transfer.items.add(new File([text], name, { type }));
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, text: buffer.toString() })),
  );
  await page.dispatchEvent(on, 'dragover', { dataTransfer: data });
  await page.dispatchEvent(on, 'drop', { dataTransfer: data });
}

/** Collects the addresses that the page and its worker request from now on, other than the page's own code. */
function requestsOf(page: Page): string[] {
  const requested: string[] = [];
  page.on('request', request => {
    const { pathname } = new URL(request.url());
    const isCode = request.method() === 'GET' && /^\/(assets\/[\w.-]+|icon\.svg)$/.test(pathname);
    if (!isCode) requested.push(`${request.method()} ${request.url()}`);
  });
  return requested;
}

test('a chosen file opens at once, links work inside it, and Back returns', async ({ page }) => {
  await open(page, '?programme=glo-act&view=list');
  const requested = requestsOf(page);
  await begin(page);
  await expect(steps(page)).toContainText('Nothing leaves this computer');
  await steps(page).getByLabel('Choose a file').setInputFiles(SMALL);
  await expectTotal(page, 4, 4);
  expect(requested).toEqual([]);
  await expect(page.getByRole('link', { name: 'Harbours' })).toBeVisible();
  await box(page, 'Course').check();
  await expectTotal(page, 2, 4);
  expect(linkOf(page)).toContain('kind=course');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toContainText('This record is open on this computer only.');
  await page.keyboard.press('Escape');
  await page.goBack();
  await expectTotal(page, 4, 4);
  await page.goBack();
  await expectTotal(page, 5);
  await page.goForward();
  await expectTotal(page, 4, 4);
});

test('a file that is dropped anywhere opens', async ({ page }) => {
  await open(page);
  await drop(page, SMALL, 'footer');
  await expectTotal(page, 4, 4);
});

test('a pasted text opens', async ({ page }) => {
  await open(page);
  await begin(page);
  await steps(page).getByRole('textbox', { name: 'Paste a table' }).fill(RECORD.toString());
  await expectTotal(page, 4, 4);
});

test('after a reload the page asks for the file, and then shows the same view of it', async ({ page }) => {
  await open(page);
  await drop(page, SMALL);
  await box(page, 'Course').check();
  await expectTotal(page, 2, 4);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Choose the file again');
  await drop(page, SMALL, 'main');
  await expectTotal(page, 4, 4);
});

test('an address opens by Enter, and one that may not be opened says why', async ({ page }) => {
  await open(page, '?programme=glo-act&view=list');
  await begin(page);
  const address = steps(page).getByRole('textbox', { name: 'Address' });
  await address.fill('https://other.example/record.json');
  await page.keyboard.press('Enter');
  await expect(steps(page).getByRole('alert')).toContainText('https://other.example');
  await address.fill('data/eu-unodc.json');
  await page.keyboard.press('Enter');
  await expectTotal(page, 89);
  expect(linkOf(page)).toBe('data=data/eu-unodc.json');
});

test('a file that can not be opened says why, and another can be opened from there', async ({ page }) => {
  await open(page);
  await drop(page, PDF);
  await expect(page.getByRole('alert')).toContainText('This is a PDF');
  await expect(page.getByText('File: report.pdf')).toBeVisible();
  await page.getByRole('button', { name: 'Open your own' }).click();
  await steps(page).getByLabel('Choose a file').setInputFiles(SMALL);
  await expectTotal(page, 4, 4);
});

test('opens and closes by the keyboard, and the focus returns', async ({ page }) => {
  await open(page);
  const button = page.getByRole('banner').getByRole('button', { name: 'Open your own' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(steps(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(steps(page).getByLabel('Choose a file')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(steps(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('breaks no rule of accessibility', async ({ page }) => {
  await open(page);
  await begin(page);
  await expectNoViolation(page);
});

test('a table shows how it was read, asks for the order of day and month, and opens', async ({ page }) => {
  await open(page);
  const requested = requestsOf(page);
  await drop(page, AMBIGUOUS);
  await expect(steps(page).getByRole('heading', { level: 1 })).toHaveText('0 of 4 rows can be shown');
  await expect(steps(page).getByRole('heading', { level: 1 })).toBeFocused();
  await expect(readAs(page, 'Datum')).toHaveValue('date');
  await expect(readAs(page, 'Titel')).toHaveValue('title');
  await expect(readAs(page, 'Thema')).toHaveValue('facet');
  await expect(steps(page)).toContainText('“03/04/2019” may be 3 April 2019 or 4 March 2019');
  await page.getByRole('radio', { name: /^Day first/ }).check();
  await expect(steps(page).getByRole('heading', { level: 1 })).toHaveText('3 of 4 rows can be shown');
  await expect(steps(page).getByRole('heading', { name: '1 row can’t be read, and is left out' })).toBeVisible();
  await expect(steps(page).getByRole('listitem').filter({ hasText: 'row 5' })).toContainText('soon');
  const look = page.getByRole('region', { name: 'How it will look' });
  await expect(look).toContainText('3 activities, 3 April – 9 June 2019');
  await expect(look.getByRole('listitem').filter({ hasText: 'Launch of the handbook' })).toContainText('9 June');
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await expect(steps(page).getByRole('heading', { level: 1 })).toHaveText('3 of 3 rows can be shown');
  await expect(page.getByRole('checkbox', { name: /^Leave out row 5/ })).toBeChecked();
  await openButton(page).click();
  await expectTotal(page, 3, 3);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveAttribute('placeholder', '3 Apr 2019');
  await box(page, 'Drugs').check();
  await expectTotal(page, 2, 3);
  expect(requested).toEqual([]);
});

test('a text with dated headings opens as a draft, and templates and examples are at hand', async ({
  page,
  request,
}) => {
  await open(page);
  await begin(page);
  for (const template of ['template.xlsx', 'template.ods', 'template.csv']) {
    const address = await steps(page).getByRole('link', { name: template }).getAttribute('href');
    expect((await request.get(new URL(address ?? '', page.url()).href)).ok()).toBe(true);
  }
  await steps(page).getByRole('link', { name: 'In Arabic: right to left' }).click();
  await expectTotal(page, 28, 28);
  expect(linkOf(page)).toContain('lanes=subject');
  await begin(page);
  const text =
    'News of the office\n\n3/4/2019: Floods\n\nForty people of nine towns came.\n\n6/4/2019: Maps of the coast';
  await steps(page).getByRole('textbox', { name: 'Paste a table' }).fill(text);
  await page.getByRole('radio', { name: /^Day first/ }).check();
  await openButton(page).click();
  await expectTotal(page, 2, 2);
  await expect(page).toHaveTitle(/News of the office/);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveAttribute('placeholder', '3 Apr 2019');
});

test('Cancel returns to the record from which the table was opened', async ({ page }) => {
  await open(page);
  await drop(page, SMALL);
  await expectTotal(page, 4, 4);
  await drop(page, AMBIGUOUS);
  await expect(openButton(page)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectTotal(page, 4, 4);
});

test('a role is changed by keyboard and applies at once', async ({ page }) => {
  await open(page);
  await drop(page, AMBIGUOUS);
  await page.getByRole('radio', { name: /^Month first/ }).focus();
  await page.keyboard.press('Space');
  await expect(openButton(page)).toHaveText('Open 3 activities');
  await readAs(page, 'Thema').focus();
  await page.keyboard.press('n');
  await expect(readAs(page, 'Thema')).toHaveValue('note');
  await expect(page.getByRole('combobox', { name: 'Split “Thema” at' })).toHaveCount(0);
  await readAs(page, 'Datum').selectOption('ignore');
  await expect(page.getByRole('alert')).toContainText('No column of this table is read as dates.');
  await expect(openButton(page)).toHaveText('Open 4 activities');
  await readAs(page, 'Datum').selectOption('date');
  await openButton(page).focus();
  await page.keyboard.press('Enter');
  await expectTotal(page, 3, 3);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveAttribute('placeholder', '4 Mar 2019');
  await expect(page.getByRole('group', { name: 'Thema' })).toHaveCount(0);
});

test('a table without dates asks for them, and otherwise opens as a list', async ({ page }) => {
  await open(page);
  const lines = ['title,kind', 'Workshop,meeting', 'Study visit,visit', 'Handbook,text'];
  await drop(page, { name: 'plans.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await expect(page.getByRole('alert')).toContainText('No column of this table is read as dates.');
  await openButton(page).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Study visit' })).toBeVisible();
  expect(linkOf(page)).toContain('view=list');
});

test.describe('with a profile of its own', () => {
  test.use({ ownProfile: true });

  test('what was opened last is kept at hand, read again, and forgotten', async ({ page }) => {
    await page.addInitScript(
      ([name, text]) => {
        // Files of the browser's own file system have handles like those of the disk, without a dialog.
        const choose = async () => {
          const folder = await navigator.storage.getDirectory();
          const handle = await folder.getFileHandle(name, { create: true });
          const writer = await handle.createWritable();
          await writer.write(text);
          await writer.close();
          return [handle];
        };
        Object.assign(window, { showOpenFilePicker: choose });
      },
      [SMALL.name, RECORD.toString()] as const,
    );
    const kept = steps(page).getByRole('region', { name: 'Kept at hand' });
    await open(page);
    await begin(page);
    await steps(page).getByRole('textbox', { name: 'Address' }).fill('examples/probes/record.json');
    await page.keyboard.press('Enter');
    await expectTotal(page, 30, 30);
    await begin(page);
    await kept.getByRole('button', { name: 'Open a file and keep it at hand' }).click();
    await expectTotal(page, 4, 4);
    await open(page, '?view=list');
    await begin(page);
    await expect(kept.getByRole('listitem')).toHaveText([SMALL.name, 'examples/probes/record.json']);
    await expectNoViolation(page);
    await kept.getByRole('button', { name: SMALL.name, exact: true }).click();
    await expectTotal(page, 4, 4);
    await begin(page);
    await kept.getByRole('button', { name: 'examples/probes/record.json', exact: true }).click();
    await expectTotal(page, 30, 30);
    await page.evaluate(async name => (await navigator.storage.getDirectory()).removeEntry(name), SMALL.name);
    await begin(page);
    await kept.getByRole('button', { name: SMALL.name, exact: true }).click();
    await expect(kept.getByRole('alert')).toContainText('no longer where it was');
    await kept.getByRole('button', { name: 'Forget all' }).click();
    await expect(kept).toContainText('Nothing yet');
  });

  test('a changed reading is saved as a file, and remembered for the same header', async ({ page }) => {
    await open(page);
    await drop(page, AMBIGUOUS);
    await page.getByRole('radio', { name: /^Day first/ }).check();
    await readAs(page, 'Land').selectOption('facet');
    await expect(openButton(page)).toHaveText('Open 3 activities');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save reading' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('missions-2019.reading.json');
    const saved = JSON.parse(readFileSync(await file.path(), 'utf8'));
    expect(saved).toMatchObject({ format: 'chronofacet-reading/1', dateOrder: 'dmy' });
    expect(saved.columns[2]).toMatchObject({ name: 'Land', as: 'facet' });
    await openButton(page).click();
    await expectTotal(page, 3, 3);
    await drop(page, { ...AMBIGUOUS, name: 'missions-2020.csv' });
    await expect(readAs(page, 'Land')).toHaveValue('facet');
    await expect(openButton(page)).toHaveText('Open 3 activities');
    saved.columns[2].as = 'country';
    const reading = { ...SMALL, name: 'missions.reading.json', buffer: Buffer.from(JSON.stringify(saved)) };
    await drop(page, reading);
    await expect(readAs(page, 'Land')).toHaveValue('country');
    await drop(page, [reading, { ...AMBIGUOUS, name: 'missions-2021.csv' }]);
    await expect(steps(page)).toContainText('missions-2021.csv');
    await expect(readAs(page, 'Land')).toHaveValue('country');
  });
});

test('a table that comes back says first what has changed', async ({ page }) => {
  await open(page);
  await drop(page, SMALL);
  await expectTotal(page, 4, 4);
  const lines = ['id,date,title,kind', 'opening,2020-03-01,Opening of the harbour school,Course'];
  lines.push('tour,2020-06-11,A tour,Visit', 'winter-course,2021-01,Winter course on ice,Course', 'new,2022,New,Visit');
  await drop(page, { name: 'edited.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  const changes = steps(page).getByRole('heading', { name: '1 changed, 1 new, 1 gone' }).locator('..');
  await expect(changes).toContainText('Compared with “Harbours”');
  const tour = changes.getByRole('listitem').filter({ hasText: 'tour' });
  await expect(tour).toContainText('Date: 10–12 June 2020 → 11 June 2020');
  await expect(tour).toContainText('Title: Tour of the southern ports → A tour');
  await expect(changes.getByRole('listitem')).toHaveCount(3);
  await readAs(page, 'title').selectOption('note');
  await expect(tour).not.toContainText('Title:');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect([saved.format, saved.activities.length]).toEqual(['chronofacet-dataset/1', 4]);
  await openButton(page).click();
  await expectTotal(page, 4, 4);
});

test('another header and separator are chosen, and rows that were left out are kept', async ({ page }) => {
  await open(page);
  const lines = ['Old;Names', 'Date;Title; Kind', '2019-01-02;One;a', '2019-01-03;Two;A', 'Total;2;'];
  lines.push('2019-01-05;Four;b', '2019-01-06;Five;b');
  await drop(page, { name: 'totals.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  await expect(openButton(page)).toHaveText('Open 4 activities');
  await page.getByRole('checkbox', { name: /^Leave out row 5: “Total/ }).click();
  await expect(steps(page).getByRole('heading', { level: 1 })).toHaveText('4 of 5 rows can be shown');
  await page.getByRole('checkbox', { name: /^Join values .*“a” and “A”/ }).click();
  await expect(page.getByRole('region', { name: 'How it will look' })).toContainText('Kind 2');
  const header = page.getByRole('combobox', { name: 'Header' });
  await header.selectOption({ label: 'Row 3: 2019-01-02 | One | a' });
  await expect(readAs(page, '2019-01-02')).toHaveValue('date');
  await header.selectOption({ label: 'Row 2: Date | Title | Kind' });
  await expect(readAs(page, 'Date')).toHaveValue('date');
  await page.getByRole('combobox', { name: 'Separator' }).selectOption(',');
  await expect(page.getByRole('alert')).toContainText('no column of dates');
  await page.getByRole('combobox', { name: 'Separator' }).selectOption(';');
  await expect(openButton(page)).toHaveText('Open 4 activities');
});

test('how a table was read breaks no rule of accessibility, also on a phone', async ({ page }) => {
  await open(page);
  await drop(page, AMBIGUOUS);
  await expect(openButton(page)).toBeVisible();
  await expectNoViolation(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoViolation(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a workbook of 30,000 rows opens under the policy that the server sends', async ({ page }) => {
  const response = await page.goto('./');
  expect(response?.headers()['content-security-policy']).toContain('worker-src');
  const rows = Array.from({ length: 30_000 }, (_, i) => [
    new Date(Date.UTC(2000, 0, 1 + (i % 7000))),
    `Mission ${i}`,
    ['North', 'South', 'East'][i % 3] ?? '',
  ]);
  const bytes = await writeXlsx({ sheets: [{ name: 'Missions', rows: [['Date', 'Title', 'Region'], ...rows] }] });
  const file = { name: 'missions.xlsx', mimeType: 'application/zip', buffer: Buffer.from(bytes) };
  await begin(page);
  await steps(page).getByLabel('Choose a file').setInputFiles(file);
  await expect(openButton(page)).toHaveText('Open 30,000 activities', { timeout: 30_000 });
  await expect(steps(page)).toContainText('sheet “Missions”');
  await openButton(page).click();
  await expect(status(page)).toHaveText(/^30,000 of 30,000 activities/);
});
