import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectTotal, FAILED_LOADS, open, test, titles } from './journey';

/** Console messages about a worker that a test breaks on purpose. */
const BROKEN = [
  ...FAILED_LOADS,
  /worker broken by the test/i,
  /Failed to fetch dynamically imported module/,
  /worker-src/,
];
test.use({ tolerated: [BROKEN, { scope: 'test' }], ownProfile: true });

type Kind = 'refused' | 'silent' | 'dies of answers';

interface Broken extends Window {
  /** How the next worker fails; null for a working one. */
  broken: string | null;
  started: number;
}

/** Replaces the page's Worker by one that fails in the given way. */
async function breakWorkers(page: Page, kind: Kind | null): Promise<void> {
  await page.addInitScript(broken => {
    const state = window as unknown as Broken;
    state.broken = broken;
    state.started = 0;
    const Whole = window.Worker;
    class Breakable extends Whole {
      constructor(url: string | URL, options?: WorkerOptions) {
        state.started += 1;
        if (state.broken === 'refused') throw new Error('worker broken by the test');
        super(url, options);
      }
      override postMessage(message: { kind: string }) {
        if (state.broken === 'silent') return;
        if (state.broken === 'dies of answers' && message.kind === 'ask') {
          setTimeout(() => this.onerror?.(new ErrorEvent('error', { message: 'worker broken by the test' })));
        } else {
          super.postMessage(message);
        }
      }
    }
    window.Worker = Breakable;
  }, kind);
}

const started = (page: Page) => page.evaluate(() => (window as unknown as Broken).started);
const mend = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as Broken).broken = null;
  });

test('answers in the page’s own thread where the browser throws at a worker', async ({ page }) => {
  await breakWorkers(page, 'refused');
  await open(page, '?view=list&q=maritime');
  const { length } = await titles(page).all();
  await expectTotal(page, length);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expectTotal(page, 89);
});

test('answers and exports in the page’s own thread where the policy forbids workers', async ({ page }) => {
  await page.route(/\/\?view=list$/, async route => {
    const response = await route.fetch();
    const policy = "worker-src 'none'; frame-ancestors *";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await open(page, '?view=list');
  await expectTotal(page, 89);
  await page.getByRole('button', { name: 'Share and cite' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(90);
});

test('says that the engine can’t be started where its code does not come, and opens once it does', async ({ page }) => {
  await page.route('**/engine.worker-*.js', route => route.abort());
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('could not start');
  await page.unroute('**/engine.worker-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectTotal(page, 89);
});

test('says that the worker dies of a question, after three tries, and goes on once it does not', async ({ page }) => {
  await breakWorkers(page, 'dies of answers');
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('stopped');
  await page.waitForTimeout(500);
  expect(await started(page)).toBeLessThanOrEqual(3);
  await mend(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectTotal(page, 89);
});

test('tries again after the worker died while the dataset could not be fetched', async ({ page }) => {
  await breakWorkers(page, null);
  await open(page, '?view=list');
  await page.route('**/data/*.json', route => route.abort());
  await page.evaluate(() => {
    (window as unknown as Broken).broken = 'dies of answers';
  });
  await page.getByRole('checkbox').first().click();
  await expect(page.getByRole('alert')).toContainText('could not be reached');
  await mend(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be reached');
  await page.unroute('**/data/*.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('status')).toContainText('of 89 activities');
});

test('opens the new dataset where the old one was replaced, with the choices kept', async ({ page }) => {
  await breakWorkers(page, null);
  await open(page, '?view=list&q=maritime');
  await page.route('**/data/*.json', async route => {
    const response = await route.fetch();
    const dataset = await response.json();
    await route.fulfill({ json: { ...dataset, activities: dataset.activities.slice(0, 80) } });
  });
  await page.evaluate(() => {
    (window as unknown as Broken).broken = 'dies of answers';
  });
  await page.getByRole('checkbox').first().click();
  await mend(page);
  await expect(page.getByRole('alert')).toContainText('was replaced');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('status')).toContainText('of 80 activities');
  await expect(page).toHaveURL(/q=maritime/);
});

test('says after twenty seconds that nothing has come, and opens with another worker', async ({ page }) => {
  await page.clock.install();
  await breakWorkers(page, 'silent');
  await page.goto('./');
  await expect(page.getByText('Opening the record…')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.clock.fastForward(21_000);
  await expect(page.getByRole('alert')).toContainText('20 seconds');
  await mend(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectTotal(page, 89);
  expect(await started(page)).toBe(2);
});

test('says in a sentence that the page could not be loaded where the English messages do not come', async ({
  page,
}) => {
  await page.route('**/en-*.js', route => route.abort());
  await page.goto('?theme=maritime');
  await expect(page.getByText('could not be loaded whole')).toBeVisible();
  await page.unroute('**/en-*.js');
  await page.getByRole('link', { name: 'load it again' }).click();
  await expect(page.getByRole('status')).toContainText('of 89 activities');
  await expect(page).toHaveURL(/theme=maritime/);
});
