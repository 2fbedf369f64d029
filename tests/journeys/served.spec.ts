import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page, Route } from '@playwright/test';
import { buildServer } from '../../scripts/build-server.mjs';
import { FIXED_RECORD } from './fixed-record.mjs';
import { expect, marks, status, test } from './journey';

/* The page with its data on a server: `npm run serve` in a process of its own. */

let bundle = '';
let child: ChildProcess | null = null;
let address = '';

/** Starts the server at a port and waits until it is ready. */
async function start(port: number, ...more: string[]): Promise<void> {
  const options = ['--data', FIXED_RECORD, '--port', String(port), '--rate', '0', ...more];
  child = spawn(process.execPath, [join(bundle, 'serve.js'), ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  address = line;
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  const ending = child;
  child = null;
  if (!ending) return;
  const ended = once(ending, 'exit');
  ending.kill(signal);
  await ended;
}

/** Returns the dataset that the button “JSON” of “Share and cite” saves. */
async function takenAsJson(page: Page): Promise<{ activities: { id: string }[] }> {
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'JSON', exact: true }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

test.beforeAll(async () => {
  bundle = await mkdtemp(join('node_modules', 'server-'));
  await buildServer(bundle);
  await start(0);
});
test.afterAll(async () => {
  await stop('SIGTERM');
  await rm(bundle, { recursive: true });
});

test.use({ tolerated: [/Failed to load resource|^request to another origin: http:\/\/127\.0\.0\.1:/] });

test('the page answers from the server, without the record, and keeps its last answer while the server is away', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  await page.goto(address);
  await expect(status(page)).toContainText('89 of 89 activities');
  await expect(marks(page).first()).toBeVisible();
  await page.getByRole('checkbox', { name: /^GLO\.ACT/ }).click();
  await expect(status(page)).not.toContainText('89 of 89');
  const filtered = await status(page).textContent();
  expect(asked.filter(path => path.startsWith('/data/'))).toEqual([]);
  expect(asked).toContain('/api/ask');

  await stop('SIGKILL');
  await page.getByRole('checkbox', { name: /^Africa/ }).click();
  await expect(page.getByRole('alert')).toContainText('The record’s server can’t be reached.');
  await expect(status(page)).toHaveText(filtered ?? '');
  await start(Number(new URL(address).port));
  await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 30_000 });
  await expect(status(page)).not.toHaveText(filtered ?? '');
});

test('an export holds what the server sends', async ({ page }) => {
  await page.goto(`${address}?from=2018&to=2018`);
  await expect(status(page)).toContainText('of 89 activities');
  const [count] = (await status(page).textContent())?.match(/\d+/) ?? [];
  const { activities } = await takenAsJson(page);
  expect(activities).toHaveLength(Number(count));
});

/**
 * Makes the server slow: replies to whoever does not wait are estimates, and exact replies come when `release` is called.
 * `gone` counts the exact questions that the page has given up.
 */
async function makeSlow(page: Page) {
  const held: Route[] = [];
  const slow = { gone: 0, held, release: () => Promise.all(held.splice(0).map(route => route.continue())) };
  await page.route('**/api/dataset', async route => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), canSample: true } });
  });
  await page.route('**/api/ask?*', async route => {
    const { searchParams } = new URL(route.request().url());
    if (!searchParams.has('first')) {
      held.push(route);
      return;
    }
    const response = await route.fetch();
    const { replies, parts } = await response.json();
    if (replies.counts) replies.counts = { ...replies.counts, total: 1234 };
    await route.fulfill({ response, json: { replies, parts, sample: replies.counts ? { rate: 16 } : null } });
  });
  page.on('requestfailed', () => {
    slow.gone += 1;
  });
  return slow;
}

test('a slow answer is first an estimate, which is marked, can be kept, and gives way to the exact one', async ({
  page,
}) => {
  const slow = await makeSlow(page);
  const count = status(page).first();
  await page.goto(address);
  await expect(count).toContainText('about 1,200 of 89 activities');
  await expect(page).toHaveTitle(/^About 1,200 activities/);
  await expect(page.getByRole('checkbox', { name: /^Africa, about \d+ activities/ })).toBeVisible();
  const note = page.getByRole('status').filter({ hasText: 'estimates' });
  await expect(note).toContainText('one of 16 activities. The exact ones are being counted.');
  await expect.poll(() => slow.held.length).toBe(1);

  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => slow.gone).toBe(1);
  slow.held.length = 0;
  await expect(note).toHaveText('These numbers are estimates from one of 16 activities.');
  await expect(count).toContainText('about 1,200 of 89 activities');

  // Nothing leaves the page before the exact numbers are there.
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'The exact numbers are being counted' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => slow.held.length).toBe(1);
  await slow.release();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('89 activities');
  await expect(dialog).not.toContainText(/about [\d,]+ activities|estimate/i);
  await page.keyboard.press('Escape');
  await expect(count).toHaveText(/^89 of 89 activities/);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /^Africa, \d+ activities/ })).toBeVisible();
});

test('the record has its own page, and another address opens in the page itself', async ({ page }) => {
  await page.goto(`${address}?about=1`);
  await expect(page.getByRole('dialog', { name: 'About this record' })).toBeVisible();
  await page.goto(`${address}?data=explorer.json`);
  await expect(page.getByRole('alert')).toContainText('chronofacet-dataset/1');
});

test('a page of another origin, which the server knows, asks it and exports', async ({ page, context, baseURL }) => {
  // Browsers let pages ask a server of the reader's own computer only after a permission.
  await context.grantPermissions(['local-network-access']);
  await stop('SIGTERM');
  await start(0, '--origin', new URL(baseURL ?? '').origin);
  const { origin } = new URL(address);
  // As a page that was built with this origin in CHRONOFACET_DATA_ORIGINS.
  await page.route(
    url => url.pathname === '/',
    async route => {
      const response = await route.fetch();
      const allowed = (text: string) => text.replace('; worker-src', ` ${origin}$&`);
      const body = allowed(await response.text()).replace('name="chronofacet-data-origins" content="', `$&${origin}`);
      const headers = Object.entries(response.headers()).map(([name, value]) => [name, allowed(value)]);
      await route.fulfill({ response, body, headers: Object.fromEntries(headers) });
    },
  );
  const config = {
    format: 'chronofacet-explorer/1',
    dataset: `${address}api/record/any.json`,
    engine: { url: `${address}api/` },
  };
  await page.route('**/explorer.json', route => route.fulfill({ json: config }));
  await page.goto('./');
  await expect(status(page)).toContainText('89 of 89 activities');
  // A question that is too long for an address is posted, for which the browser asks the server first.
  const posted = page.waitForRequest(request => request.url().startsWith(address) && request.method() === 'POST');
  await page.goto(`./?q=${encodeURIComponent('-zzzzzzzz '.repeat(700))}`);
  await posted;
  await expect(status(page)).toContainText('89 of 89 activities');
  expect((await takenAsJson(page)).activities).toHaveLength(89);
});
