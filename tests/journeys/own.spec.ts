import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectNoViolation } from './axe';
import { box, expect, expectTotal, linkOf, open, test } from './journey';

const RECORD = readFileSync('tests/journeys/records/small.json');
const SMALL = { name: 'My record.json', mimeType: 'application/json', buffer: RECORD };
const PDF = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n'),
};

function steps(page: Page) {
  return page.getByRole('region', { name: 'Open your own record' });
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open your own' }).first().click();
  await expect(steps(page)).toBeVisible();
}

/** Drops a file on an element, as from the desktop. */
async function drop(page: Page, file: typeof SMALL, on = 'body'): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, type, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type }));
      return transfer;
    },
    { name: file.name, type: file.mimeType, text: file.buffer.toString() },
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
  await expect(steps(page).getByRole('heading')).toBeFocused();
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
