import {
  expect,
  expectTotal,
  FAILED_LOADS,
  linkOf,
  marks,
  open,
  searchBox,
  sentence,
  status,
  test,
  titles,
} from '../journey';
import { expected, readRecord } from '../oracle';

const small = readRecord(new URL('../records/small.json', import.meta.url));

test.describe('another dataset of the same site', () => {
  test('opens from the start, with its own facets, links and history', async ({ page }) => {
    await open(page, '?data=records/small.json');
    await expectTotal(page, 4, 4);
    await expect(page).toHaveTitle('4 activities of Harbours, 2020 – 2021');
    await expect(marks(page).first()).toBeVisible();
    await page.getByRole('checkbox', { name: 'Course, 2 activities' }).click();
    await expectTotal(page, 2, 4);
    expect(linkOf(page)).toBe('kind=course&data=records/small.json');
    await expect(page.getByRole('checkbox', { name: /^North, / })).toHaveAccessibleName('North, 2 activities');
    await page.getByRole('radio', { name: 'List' }).check();
    await expect(titles(page)).toHaveText(['Opening of the harbour school', 'Winter course on ice']);
    await page.getByRole('link', { name: 'Harbours', exact: true }).click();
    await expectTotal(page, 4, 4);
    expect(linkOf(page)).toBe('data=records/small.json');
  });

  test('answers links as the rules say', async ({ page }) => {
    for (const link of [
      'coast=north',
      'coast=-far-north',
      'coast=_none',
      'kind=course&q=ice',
      'from=2020-06-12&to=2021-01-05',
    ]) {
      await open(page, `?${link}&data=records/small.json`);
      await expectTotal(page, expected(link, small).total, 4);
    }
  });

  test('shows a date as precisely as it is known', async ({ page }) => {
    await open(page, '?view=list&data=records/small.json');
    await expect(page.locator('time')).toHaveText(['1 March', '10–12 June', 'January', 'probably 15 August']);
    await expect
      .poll(() => page.locator('time').evaluateAll(all => all.map(one => one.getAttribute('datetime'))))
      .toEqual(['2020-03-01', '2020-06-10', '2021-01', '2021-08-15']);
  });

  test('leaves out one bad record, keeps the others and lists the problem', async ({ page }) => {
    await open(page, '?data=records/one-bad.json');
    await expectTotal(page, 2, 2);
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('1 problem');
    await expect(notice).toContainText('1 activity was left out');
    await notice.getByText('1 problem').click();
    await expect(notice.getByText('activities[1].date')).toBeVisible();
    await expect(notice.getByText('"01/02/2020"').first()).toBeVisible();
  });

  test('changes to the record of the site and back', async ({ page }) => {
    await open(page, '?data=records/small.json');
    await page.evaluate(() => history.pushState(null, '', '?view=list'));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await expectTotal(page, 89);
    await page.goBack();
    await expectTotal(page, 4, 4);
  });
});

const REFUSED = ['https://example.org/record.json', '//example.org/record.json', 'http://127.0.0.1:1/record.json'];

for (const address of REFUSED) {
  test(`refuses ${address} in words, without asking it`, async ({ page }) => {
    await page.goto(`?data=${encodeURIComponent(address)}`);
    await expect(page.getByRole('alert')).toContainText('only from its own site');
    await page.getByRole('button', { name: 'Open the record of this site' }).click();
    await expectTotal(page, 89);
    expect(linkOf(page)).toBe('');
  });
}

for (const address of ['http://', 'data:application/json,{}', 'blob:x', 'javascript:alert(1)', 'file:///etc/passwd']) {
  test(`refuses ${address} in words`, async ({ page }) => {
    await page.goto(`?data=${encodeURIComponent(address)}`);
    await expect(page.getByRole('alert')).toHaveText(/\S/);
    await expect(page.getByRole('button', { name: 'Open the record of this site' })).toBeVisible();
  });
}

const ILLS: Readonly<Record<string, RegExp>> = {
  'status-404': /status 404/,
  'status-500': /status 500/,
  html: /This is a web page, not data/,
  empty: /empty/,
  'not-json': /not JSON/,
  'wrong-format': /chronofacet-dataset\/1.*somebody-elses\/7/,
  'no-activities': /activities/,
  abort: /could not be reached/,
};

test.describe('a dataset that cannot be opened', () => {
  test.use({ tolerated: FAILED_LOADS });

  for (const [ill, words] of Object.entries(ILLS)) {
    test(`is one alert in words and opens once it is well again: ${ill}`, async ({ page, request }) => {
      await page.goto(`?kind=course&data=sick/${ill}/${ill}-key.json`);
      await expect(page.getByRole('alert')).toHaveCount(1);
      await expect(page.getByRole('alert')).toHaveText(words);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('alert')).toHaveText(words);
      await request.post(`well/${ill}-key`);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expectTotal(page, 2, 4);
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }

  test('leaves the way to the record of the site open', async ({ page }) => {
    await page.goto('?data=sick/status-404/never.json');
    await page.getByRole('button', { name: 'Open the record of this site' }).click();
    await expectTotal(page, 89);
    await page.goBack();
    await expect(page.getByRole('alert')).toHaveText(/status 404/);
  });
});

test('says that a slow dataset is on its way', async ({ page }) => {
  await page.goto('?data=sick/slow/slow.json');
  await expect(page.getByText('Opening the record…')).toBeVisible();
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
  await expectTotal(page, 4, 4);
  await expect(page.getByText('Opening the record…')).toHaveCount(0);
});

test('shows markup of a dataset as text and runs none of it', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', dialog => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await open(page, '?data=records/markup.json&activity=first');
  await expectTotal(page, 2, 2);
  const opened = page.getByRole('complementary');
  await expect(opened.getByRole('heading').first()).toHaveText('<img src=x onerror=alert(1)> first');
  for (const text of [
    '<script>alert(3)</script>',
    '<svg onload=alert(5)>',
    '<iframe srcdoc=x></iframe>',
    '<b>bold</b>',
  ]) {
    await expect(opened).toContainText(text);
  }
  await expect(opened).toContainText("<img src=x onerror=alert('source')>");
  await expect(page.locator('.mark-label').first()).toHaveText('<img src=x onerror=alert(2)>');
  await expect(page.getByRole('group', { name: '<i>Kind</i>' })).toBeVisible();
  await page.getByRole('checkbox', { name: /^<img src=x/ }).click();
  await expect(sentence(page)).toContainText("<img src=x onerror=alert('value')>");
  await page.getByRole('radio', { name: 'List' }).check();
  await expect(titles(page)).toHaveText(['<img src=x onerror=alert(1)> first']);
  await searchBox(page).fill('script');
  await expect(status(page)).toHaveText(/^1 of 2/);
  await expect(page.locator('mark').first()).toHaveText(/script/);
  await page.getByRole('banner').getByRole('button', { name: 'Share and cite' }).click();
  await expect(page.getByRole('dialog')).toContainText('<img src=x');
  const planted = page.locator('#root :is(iframe, script, i, b, svg[onload], [onerror], img, a[href^="javascript"])');
  await expect(planted).toHaveCount(0);
  expect(dialogs).toEqual([]);
});
