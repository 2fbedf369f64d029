import type { BrowserContext, Page } from '@playwright/test';
import { expect, linkOf, list, marks, open, sentence, test, timeline } from './journey';

/** Opens one of the cases under `tests/cases/page/`. */
async function openCase(page: Page, context: BrowserContext, name: string, link = ''): Promise<void> {
  await context.route(`**/data/${name}.json`, route => route.fulfill({ path: `tests/cases/page/${name}.json` }));
  await open(page, `?data=data/${name}.json${link}`);
}

function axis(page: Page) {
  return timeline(page).locator('.vis-time-axis .vis-text:not(.vis-measure)');
}

/** Expects that no text is cut off or overlaps the next one. */
async function expectWhole(page: Page, selector: string): Promise<void> {
  const faults = await page.locator(selector).evaluateAll(elements => {
    const shown = elements.filter(element => element.textContent !== '');
    const frame = shown[0]?.closest('.vis-panel, section')?.getBoundingClientRect();
    const boxes = shown
      .map(element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, right, top } = range.getBoundingClientRect();
        return { left, right, top: Math.round(top), text: element.textContent };
      })
      .sort((a, b) => a.top - b.top || a.left - b.left);
    return boxes.flatMap((box, i) => {
      const next = boxes[i + 1];
      if (frame && (box.left < frame.left - 0.5 || box.right > frame.right + 0.5)) return [`cut: ${box.text}`];
      return next && next.top === box.top && next.left < box.right ? [`${box.text} runs into ${next.text}`] : [];
    });
  });
  expect(faults).toEqual([]);
}

const AXIS = '.vis-time-axis .vis-text:not(.vis-measure)';
const STRIP_AXIS = 'section > [aria-hidden="true"][dir="ltr"] > span > span';

test('a record before and after the turn of the eras names them wherever a year stands', async ({ page, context }) => {
  await openCase(page, context, 'bce');
  await expect(sentence(page)).toHaveText(/^7 activities of .+, 490 BC – 110 AD$/);
  await expect(marks(page).first()).toBeVisible();
  const labels = await axis(page).allTextContents();
  expect(labels).toContain('100 BC');
  expect(labels.every(label => /^(\d+0 BC|1 AD|\d+0 AD)$/.test(label))).toBe(true);
  await expectWhole(page, AXIS);
  await expect(marks(page).and(page.locator('[data-activity="siege"]'))).toHaveAccessibleName(
    'Siege of the lower town, 10–15 March 44 BC, War',
  );
  await openCase(page, context, 'bce', '&view=list');
  await expect(list(page).getByRole('heading', { level: 2 })).toHaveText([
    /^490 BC/,
    /^300 BC/,
    /^44 BC/,
    /^2 BC/,
    /^1 BC/,
    /^79 AD/,
    /^110 AD/,
  ]);
  await expect(list(page).locator('time')).toHaveText([
    '12 September',
    '300 – 281 BC',
    '10–15 March',
    '30 December 2 BC – 3 January 1 AD',
    '29 February',
    '24 August',
    '2–6 May',
  ]);
  await list(page).getByRole('link', { name: 'Siege of the lower town' }).click();
  await expect(page.getByRole('complementary')).toContainText('10–15 March 44 BC');
});

test('the table names the era once where both ends of a range have the same', async ({ page, context }) => {
  const dates = page.getByRole('grid', { name: 'Activities' }).locator('time');
  await openCase(page, context, 'bce', '&view=table');
  await expect(dates).toHaveText([
    '12 September 490 BC',
    '300 – 281 BC',
    '10–15 March 44 BC',
    '30 December 2 BC – 3 January 1 AD',
    '29 February 1 BC',
    '24 August 79 AD',
    '2–6 May 110 AD',
  ]);
  await openCase(page, context, 'bce-ranges', '&view=table');
  await expect(dates).toHaveText([
    '400 BC or earlier',
    'some time from 500 to 401 BC',
    'some time between 500 BC and 400 BC',
    '490 BC',
    '27 August 480 BC',
    '25 April 432 – 25 April 405 BC',
    'March 421 – June 416 BC',
    '19 August 14 AD',
  ]);
});

test('in French the era stands behind its year', async ({ page, context }) => {
  await openCase(page, context, 'bce', '&view=list&lang=fr');
  await expect(page.locator('h2').filter({ hasText: '490 av. J.-C.' })).toBeVisible();
  await expect(page.locator('ol time').first()).toHaveText('12 septembre');
  await expect(page.locator('ol time').nth(3)).toHaveText('30 décembre 2 av. J.-C. – 3 janvier 1 ap. J.-C.');
});

test('years from 1 to 999 bring their era in every panel, in both languages', async ({ page, context }) => {
  for (const { language, era, march, from, to } of [
    { language: 'en', era: 'AD', march: 'March', from: 'From', to: 'To' },
    { language: 'fr', era: 'ap. J.-C.', march: 'mars', from: 'Du', to: 'Au' },
  ]) {
    const show = (link: string) => openCase(page, context, 'empire', `&from=0030&to=0117&lang=${language}${link}`);
    await show('&activity=basin');
    await expect(sentence(page)).toHaveText(new RegExp(` 30 – 117 ${era}$`));
    await expect(page.getByRole('complementary')).toContainText(`10–15 ${march} 103 ${era}`);
    const fromBox = page.getByRole('textbox', { name: from, exact: true });
    const toBox = page.getByRole('textbox', { name: to, exact: true });
    await expect(fromBox).toHaveValue(`30 ${era}`);
    await expect(toBox).toHaveValue(`117 ${era}`);
    await toBox.fill(`110 ${era}`);
    await toBox.press('Enter');
    await expect.poll(() => linkOf(page)).toContain('from=0030&to=0110');
    await expect(toBox).toHaveValue(`110 ${era}`);
    for (const each of [AXIS, STRIP_AXIS]) await expect(page.locator(each).first()).toBeVisible();
    const years = await page.locator(`${AXIS}, ${STRIP_AXIS}`).allTextContents();
    expect(years.length).toBeGreaterThan(3);
    expect(years.filter(year => !/ (BC|av\. J\.-C\.)$/.test(year) && !year.endsWith(` ${era}`))).toEqual([]);
    await expectWhole(page, AXIS);
    await show('&view=table');
    await expect(page.getByRole('grid').locator('time')).toHaveText([
      `30 ${era}`,
      `50 – 52 ${era}`,
      `10–15 ${march} 103 ${era}`,
      `117 ${era}`,
    ]);
    await show('&view=list');
    await expect(page.locator('h2').filter({ hasText: new RegExp(`^117 ${era}`) })).toBeVisible();
  }
});

test('the boxes take and show years before 1 in the reader’s way, and links carry them', async ({ page, context }) => {
  await openCase(page, context, 'bce-ranges');
  const from = page.getByRole('textbox', { name: 'From' });
  const to = page.getByRole('textbox', { name: 'To' });
  await from.fill('450 BC');
  await from.press('Enter');
  await expect.poll(() => linkOf(page)).toContain('from=-0449');
  await expect(from).toHaveValue('450 BC');
  await to.fill('15 March 405 BC');
  await to.press('Enter');
  await expect.poll(() => linkOf(page)).toContain('from=-0449&to=-0404-03-15');
  await expect(to).toHaveValue('15 Mar 405 BC');
  await expect(sentence(page)).toHaveText(/1 January 450 – 15 March 405 BC$/);
  await page.reload();
  await expect(from).toHaveValue('450 BC');
  await to.fill('some day');
  await to.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/“some day” is not a date.*500 BC/);
});

test('some day before a year is drawn at that year and points to the past', async ({ page, context }) => {
  await openCase(page, context, 'bce-ranges');
  const mark = timeline(page).locator('.mark[data-key$="before"]');
  await expect(mark).toHaveClass(/mark-open-start/);
  const span = await mark.locator('.mark-span').boundingBox();
  const circle = await mark.locator('.mark-shape').boundingBox();
  if (!span || !circle) throw new Error('nothing is drawn');
  expect(circle.x + circle.width / 2).toBeCloseTo(span.x + span.width, -1);
});

for (const name of ['ages', 'range-10000-years']) {
  test(`the whole of ${name}.json is shown, with few elements`, async ({ page, context }) => {
    await openCase(page, context, name);
    await expect(marks(page).first()).toBeVisible();
    const labels = await axis(page).allTextContents();
    expect(labels.length).toBeGreaterThan(2);
    expect(labels.every(label => /^(1 AD|\d00 AD|[\d,]+00 BC|\d[\d,]*\d00)$/.test(label))).toBe(true);
    await expectWhole(page, AXIS);
    expect(await page.locator('body *').count()).toBeLessThan(1500);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect(page.getByRole('button', { name: 'Fit all' })).toBeEnabled();
    await page.getByRole('button', { name: 'Fit all' }).click();
    await expect.poll(() => linkOf(page)).not.toContain('from');
  });
}

test('a record of millions of years is shown, zoomed and handed on', async ({ page, context }) => {
  await context.route('**/data/deep-time.json', route =>
    route.fulfill({ path: 'tests/journeys/records/deep-time.json' }),
  );
  await open(page, '?data=data/deep-time.json');
  await expect(sentence(page)).toHaveText('6 activities of Deep time, 2,580,001 BC – 2020 AD');
  await expect(marks(page)).toHaveCount(6);
  expect(await axis(page).allTextContents()).toContain('1,500,000 BC');
  await expectWhole(page, AXIS);
  const from = page.getByRole('textbox', { name: 'From' });
  await from.fill('330,001 BC');
  await from.press('Enter');
  await expect.poll(() => linkOf(page)).toContain('from=Y-330000');
  await expect(marks(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => linkOf(page)).toMatch(/from=Y-\d{6}\S*&to=/);
  const link = page.url();
  const heading = await sentence(page).textContent();
  await page.goto(link);
  await expect(sentence(page)).toHaveText(String(heading));
  await expectWhole(page, AXIS);
});

test('labels of the axes are whole on a phone', async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ['bce', 'ages', 'julian']) {
    await openCase(page, context, name, '&view=timeline');
    await expect(marks(page).first()).toBeVisible();
    await expectWhole(page, AXIS);
  }
});

test('ranges before the Gregorian calendar keep their days', async ({ page, context }) => {
  await openCase(page, context, 'julian', '&view=list');
  await expect(list(page).locator('time')).toHaveText([
    '10–11 August',
    '12 October',
    '12–14 October',
    '28 February – 1 March',
  ]);
});
