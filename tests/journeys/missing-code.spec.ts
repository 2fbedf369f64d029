import { expectNoViolation } from './axe';
import { expect, expectTotal, FAILED_LOADS, open, sentence, status, test, timeline, titles } from './journey';

// React logs errors that a boundary caught.
const CAUGHT =
  /Failed to fetch dynamically imported module|the style sheet of the timeline is missing|Unable to preload CSS/;
test.use({ tolerated: [[...FAILED_LOADS, CAUGHT], { scope: 'test' }] });

const MISSING = /could not be loaded/;

test('shows the list where the timeline’s code does not come, and the timeline once it does', async ({ page }) => {
  await page.route('**/Timeline-*.js', route => route.abort());
  await open(page, '?theme=maritime');
  await expect(page.getByRole('alert')).toHaveText(MISSING);
  await expect(titles(page).first()).toBeVisible();
  const total = Number.parseInt(String(await status(page).textContent()), 10);
  await expect(titles(page)).toHaveCount(total);
  await expectNoViolation(page);

  await page.unroute('**/Timeline-*.js');
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(timeline(page)).toBeVisible();
  await expectTotal(page, total);
});

for (const how of ['does not come', 'comes empty'] as const) {
  test(`shows the list where the timeline’s style sheet ${how}`, async ({ page }) => {
    await page.route('**/Timeline-*.css', route =>
      how === 'comes empty' ? route.fulfill({ body: '', contentType: 'text/css' }) : route.abort(),
    );
    await open(page, '?theme=maritime');
    await expect(page.getByRole('alert')).toHaveText(MISSING);
    await expect(titles(page).first()).toBeVisible();
    await page.unroute('**/Timeline-*.css');
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(timeline(page)).toBeVisible();
  });
}

test('opens a record of one’s own where the code of the page does not come', async ({ page }) => {
  await page.route('**/Explorer-*.js', route => route.abort());
  await page.goto('./');
  await expect(page.getByRole('alert')).toHaveText(MISSING);
  await page.getByRole('button', { name: 'Open your own' }).click();
  const file = { name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from('Date;Title\n2019-01-02;One\n2020;Two') };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await expect(page.getByRole('combobox', { name: 'Read “Date” as' })).toBeVisible();
});

test('speaks English where the messages of the reader’s language do not come', async ({ page }) => {
  await page.route('**/fr-*.js', route => route.abort());
  await open(page, '?lang=fr&view=list');
  await expect(sentence(page)).toHaveText(/^89 activities/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('keeps everything else where the code of a view does not come', async ({ page }) => {
  await page.route('**/{Matrix,KeyLists,PeriodList,Comparison}-*.js', route => route.abort());
  await open(page, '?view=list');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(MISSING);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Periods' }).click();
  await expect(page.getByRole('alert')).toHaveText(MISSING);
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Matrix' }).press('Space');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(MISSING);
  await page.getByRole('radio', { name: 'Table' }).press('Space');
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(sentence(page)).toHaveText(/^89 activities/);
});

test('says so where the explorer itself does not come', async ({ page }) => {
  await page.route('**/Explorer-*.js', route => route.abort());
  await page.goto('./');
  await expect(page.getByRole('alert')).toHaveText(MISSING);
  await expectNoViolation(page);
  await page.unroute('**/Explorer-*.js');
  await page.getByRole('link', { name: 'Try again' }).click();
  await expectTotal(page, 89);
});
