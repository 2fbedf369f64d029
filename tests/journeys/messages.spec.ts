import type { Page } from '@playwright/test';
import { box, expect, expectTotal, open, test } from './journey';

test.use({ ownProfile: true });

interface Counted extends Window {
  /** The names of what each message to the worker wants. */
  asked: string[][];
}

/** Notes what the page asks of its worker from then on. */
async function countMessages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const state = window as unknown as Counted;
    state.asked = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { kind: string; wants?: object }) {
      if (message.kind === 'ask') state.asked.push(Object.keys(message.wants ?? {}).sort());
      post.call(this, message);
    };
  });
}

/** What the printed page asks once a view has been at rest, so that the browser's own print command finds its figure. */
const PRINTED = ['counts', 'laneDensity', 'lanes', 'marks'].join();

/** What was asked since the last time, once nothing has been asked for a while, without the question of the printed page. */
async function askedNow(page: Page): Promise<string[][]> {
  const count = () => page.evaluate(() => (window as unknown as Counted).asked.length);
  let before = -1;
  await expect
    .poll(
      async () => {
        const last = before;
        before = await count();
        return before === last;
      },
      { intervals: [400] },
    )
    .toBe(true);
  const asked = await page.evaluate(() => (window as unknown as Counted).asked.splice(0));
  return asked.filter(wants => wants.join() !== PRINTED);
}

const show = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });

test('asks what is shown in one message, and the background apart', async ({ page }) => {
  await countMessages(page);
  await open(page, '?view=list');
  expect(await askedNow(page)).toEqual([['counts', 'density', 'removals', 'rows'], ['trends']]);
  await box(page, 'GLO.ACT').click();
  await expectTotal(page, 5);
  expect(await askedNow(page)).toEqual([['counts', 'density', 'removals', 'rows']]);
});

test('asks nothing twice from the list to the map and back', async ({ page }) => {
  await countMessages(page);
  await open(page, '?view=list');
  await askedNow(page);
  await show(page, 'Map');
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible();
  await show(page, 'List');
  await expect(page.getByRole('list', { name: 'Activities' })).toBeVisible();
  expect(await askedNow(page)).toEqual([]);
  await show(page, 'Timeline');
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  expect(await askedNow(page)).toEqual([['laneDensity', 'lanes', 'marks']]);
  await show(page, 'Table');
  await show(page, 'Timeline');
  expect(await askedNow(page)).toEqual([]);
});

test('asks for a panel when the pointer reaches its button, and no more when it is chosen', async ({ page }) => {
  await countMessages(page);
  await open(page, '?view=list');
  await askedNow(page);
  const button = page.locator('label', { has: page.getByRole('radio', { name: 'Timeline', exact: true }) });
  await button.hover();
  await expect.poll(() => askedNow(page)).toEqual([['laneDensity', 'lanes', 'marks']]);
  await button.click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  expect(await askedNow(page)).toEqual([]);
});

test('asks nothing but the activity when one is opened, and only its neighbours once the window moves', async ({
  page,
}) => {
  await countMessages(page);
  await open(page, '?view=list');
  await askedNow(page);
  await page.getByRole('list', { name: 'Activities' }).getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Close' })).toBeVisible();
  expect(await askedNow(page)).toEqual([['activity', 'neighbours', 'related']]);
  await page.getByRole('textbox', { name: 'From' }).fill('2017');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=2017/);
  const later = await askedNow(page);
  expect(later).toContainEqual(['neighbours']);
  expect(later.flat()).not.toContain('activity');
  expect(later.flat()).not.toContain('density');
});
