import type { Page } from '@playwright/test';
import {
  escaped,
  expect,
  expectTotal,
  linkOf,
  list,
  marks,
  open,
  searchBox,
  sentence,
  status,
  test,
  timeline,
  titles,
} from './journey';

import { expected, titleOf } from './oracle';

test.use({ ownProfile: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

test('shows the list first', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('radiogroup', { name: 'View' }).getByRole('radio')).toHaveCount(5);
  await expect(page.getByRole('radio').first()).toHaveAccessibleName('List');
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked();
  await expect(titles(page)).toHaveCount(89);
  expect(linkOf(page)).toBe('');
});

test('is no wider than the screen', async ({ page }) => {
  for (const link of ['', '?view=timeline', '?programme=glo-act,ccp&region=africa&q=committee&from=2017&to=2018-06']) {
    await open(page, link);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
});

test('filters in a sheet whose button says what it leads to', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Filters' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await expect(sheet.getByRole('button', { name: 'Show 89 activities' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Programme', exact: true }).tap();
  await sheet.getByRole('checkbox', { name: /^GLO\.ACT/ }).tap();
  await sheet.getByRole('button', { name: 'Show 5 activities' }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Filters, 1 applied' })).toBeVisible();
  await expectTotal(page, 5);
  await expect(titles(page)).toHaveCount(5);
});

/** The names of the row of buttons below the headline. */
function pills(page: Page): Promise<string[]> {
  return page.getByRole('toolbar', { name: 'Filters' }).getByRole('button').allTextContents();
}

test('has a button a facet, which opens that facet alone', async ({ page }) => {
  await open(page);
  expect(await pills(page)).toEqual(['Filters', 'Programme', 'Region', 'Years', 'EU institution', 'Theme']);
  await page.getByRole('button', { name: 'Theme' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Theme' });
  await expect(sheet.getByRole('group')).toHaveCount(1);
  const themes = sheet.getByRole('group', { name: 'Theme' }).getByRole('checkbox');
  await themes.nth(0).tap();
  await themes.nth(1).tap();
  await sheet.getByRole('button', { name: /^Show / }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Theme: 2' })).toBeFocused();
  expect((await pills(page)).slice(0, 3)).toEqual(['2', 'Theme: 2', 'Programme']);
  await page.getByRole('button', { name: 'Theme: 2' }).tap();
  await sheet.getByRole('button', { name: 'Clear' }).tap();
  await expect(sheet.getByRole('button', { name: 'Show 89 activities' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Close' }).tap();
  expect(linkOf(page)).toBe('');
});

test('has a button for the years', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Years', exact: true }).tap();
  const sheet = page.getByRole('dialog', { name: 'Years' });
  await sheet.getByRole('textbox', { name: 'To' }).fill('2017');
  await sheet.getByRole('textbox', { name: 'To' }).press('Enter');
  const { total } = expected('to=2017');
  await sheet.getByRole('button', { name: `Show ${total} activities` }).tap();
  await expect(page.getByRole('button', { name: /^Years: / })).toBeVisible();
});

test('shows by a fade that more buttons follow', async ({ page }) => {
  await open(page);
  const row = page.getByRole('toolbar', { name: 'Filters' });
  await expect(row).toHaveCSS('mask-image', /gradient/);
  await row.evaluate(element => element.scrollTo(element.scrollWidth, 0));
  await expect(row).toHaveCSS('mask-image', 'none');
});

test('searches all values at once, shows what is chosen first, and lists each filter to remove', async ({ page }) => {
  await open(page, '?theme=human-trafficking');
  await page.getByRole('button', { name: /^Filters/ }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  const heads = sheet.locator('button[aria-expanded]');
  await expect(heads).toHaveText(['Theme', 'Years', 'Programme', 'Region', 'EU institution']);
  await expect(heads.and(page.locator('[aria-expanded=true]'))).toHaveCount(0);
  await expect(sheet.getByText('Human trafficking', { exact: true }).last()).toBeVisible();
  await sheet.getByRole('searchbox', { name: 'Search all values' }).fill('niger');
  const found = sheet.getByRole('group', { name: 'Region' }).getByRole('checkbox', { name: /^Niger/ });
  await expect(found.first()).toHaveAccessibleName(/^Niger, /);
  await found.first().tap();
  await expect.poll(() => linkOf(page)).toMatch(/^region=[a-z-]+&theme=human-trafficking$/);
  const { total } = expected(linkOf(page));
  await expect(sheet.getByRole('button', { name: new RegExp(`^Show ${total} activit`) })).toBeVisible();
  await sheet.getByRole('button', { name: 'Remove filter: Region: Niger' }).tap();
  await sheet.getByRole('button', { name: 'Remove filter: Theme: Human trafficking' }).tap();
  await expect(sheet.getByRole('button', { name: 'Show 89 activities' })).toBeVisible();
  await expect(sheet.getByRole('heading', { name: 'Filters' })).toBeFocused();
});

test('clears all filters in the sheet and brings them back', async ({ page }) => {
  await open(page, '?programme=glo-act');
  await page.getByRole('button', { name: /^Filters/ }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('button', { name: 'Clear all filters' }).tap();
  await sheet.getByRole('button', { name: 'Show 89 activities' }).tap();
  await page.getByRole('button', { name: 'Undo clear' }).tap();
  await expectTotal(page, 5);
});

test('excludes a value and takes the period in the sheet', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Filters' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('button', { name: 'Region', exact: true }).tap();
  await sheet.getByRole('button', { name: 'More for Africa' }).tap();
  await sheet.getByRole('button', { name: 'Exclude Africa' }).tap();
  await sheet.getByRole('button', { name: 'Years' }).tap();
  await sheet.getByRole('textbox', { name: 'From' }).fill('2018');
  await sheet.getByRole('textbox', { name: 'From' }).press('Enter');
  const { total } = expected('region=-africa&from=2018');
  await sheet.getByRole('button', { name: `Show ${total} activities` }).tap();
  await expectTotal(page, total);
  expect(linkOf(page)).toBe('region=-africa&from=2018');
});

for (const [width, height, hasColumn] of [
  [900, 500, true],
  [899, 500, false],
  [1200, 499, false],
] as const) {
  test(`${hasColumn ? 'has' : 'has no'} column of facets at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await expect(page.getByRole('navigation', { name: 'Filters' })).toHaveCount(hasColumn ? 1 : 0);
    await expect(page.getByRole('button', { name: 'Theme', exact: true })).toBeVisible();
    await expect(page.getByRole('toolbar', { name: 'Filters', exact: true })).toHaveCount(hasColumn ? 0 : 1);
  });
}

test('opens an activity as a dialog and gives the focus back to its title', async ({ page }) => {
  await open(page, '?programme=glo-act');
  await titles(page).last().tap();
  const opened = page.getByRole('dialog', { name: titleOf('2018-glo-act-steering-committee') });
  await expect(opened).toBeVisible();
  expect(linkOf(page)).toBe('programme=glo-act&activity=2018-glo-act-steering-committee');
  await opened.getByRole('button', { name: 'Close' }).tap();
  await expect(opened).toHaveCount(0);
  await expect(titles(page).last()).toBeFocused();
});

test('closes the opened activity with the way back', async ({ page }) => {
  await open(page, '?programme=glo-act');
  await titles(page).first().tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(list(page)).toBeVisible();
});

test('changes to the timeline without the code of that of wide screens, and the link keeps it', async ({ page }) => {
  const code: string[] = [];
  page.on('request', request => code.push(new URL(request.url()).pathname));
  await open(page, '?programme=glo-act');
  await page.getByRole('radio', { name: 'Timeline' }).tap();
  await expect(marks(page).first()).toBeVisible();
  expect(code.filter(path => /\/DownTimeline-/.test(path))).toHaveLength(1);
  expect(code.filter(path => /\/Timeline-.*js$/.test(path))).toEqual([]);
  expect(linkOf(page)).toBe('programme=glo-act&view=timeline');
  await page.reload();
  await expect(timeline(page)).toBeVisible();
  await expect(list(page)).toHaveCount(0);
  await marks(page).and(page.locator(':not([data-pile])')).first().tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(linkOf(page)).toMatch(/^programme=glo-act&view=timeline&activity=/);
});

/** The names of the labels on the timeline that runs down, from the top, and the upper edges of their boxes. */
function labels(page: Page): Promise<{ name: string; top: number; height: number }[]> {
  return timeline(page)
    .getByRole('group', { name: 'Activities' })
    .getByRole('button')
    .evaluateAll(all =>
      all.map(one => {
        const { top, height } = one.getBoundingClientRect();
        return { name: one.getAttribute('aria-label') ?? '', top: top + scrollY, height };
      }),
    );
}

test('has a timeline that runs down the page', async ({ page }) => {
  await open(page, '?programme=glo-act&view=timeline');
  await expect(marks(page)).toHaveCount(5);
  const all = await labels(page);
  const wanted = expected('programme=glo-act').titles;
  expect(all.map(({ name }) => name)).toEqual(wanted.map(title => expect.stringContaining(title)));
  expect(all.map(({ height }) => height)).toEqual(all.map(() => 44));
  all.forEach(({ top }, i) => {
    expect(top).toBeGreaterThanOrEqual((all[i - 1]?.top ?? 0) + 43.9);
  });
  for (const name of ['Zoom in', 'Zoom out', 'Earlier', 'Later', 'Fit all']) {
    const button = timeline(page).getByRole('toolbar').getByRole('button', { name });
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});

test('picks out three values in colour, above the years that stay in sight', async ({ page }) => {
  await open(page, '?view=timeline&from=2017&to=2017');
  const bar = timeline(page).getByRole('toolbar', { name: 'Timeline controls' });
  await bar.getByRole('combobox', { name: 'Colour' }).selectOption({ label: 'EU institution' });
  await expect.poll(() => linkOf(page)).toBe('from=2017&to=2017&view=timeline&colour=institution');
  await expect(bar.getByRole('list', { name: 'EU institution' }).getByRole('listitem')).toHaveCount(3);
  const picked = marks(page).filter({ has: page.locator('.font-semibold') });
  await expect(picked.first()).toHaveAccessibleName(/, (EEAS|European|EU )/);
  await page.mouse.wheel(0, 1500);
  await expect(bar.getByRole('button', { name: 'Zoom in' })).toBeInViewport();
  await expect(bar.getByRole('combobox', { name: 'Colour' })).not.toBeInViewport();
});

test('shows a long silence as a band with its words', async ({ page }) => {
  await open(page, '?view=timeline');
  const words = timeline(page).getByText('No sources, July 2018 – December 2021');
  await words.scrollIntoViewIfNeeded();
  await expect(words).toBeVisible();
  expect((await words.locator('..').boundingBox())?.height).toBeCloseTo(48, 0);
});

test('makes days higher and the window shorter, and fits all again', async ({ page }) => {
  await open(page, '?programme=glo-act&view=timeline');
  const bar = timeline(page).getByRole('toolbar');
  await expect(bar.getByRole('button', { name: 'Fit all' })).toHaveAttribute('aria-disabled', 'true');
  const yearPixels = () =>
    timeline(page)
      .getByText(/^(2017|2018)$/)
      .and(page.locator('.block'))
      .evaluateAll(all => (all.at(-1)?.getBoundingClientRect().top ?? 0) - (all[0]?.getBoundingClientRect().top ?? 0));
  await bar.getByRole('button', { name: 'Zoom out' }).tap();
  const before = await yearPixels();
  expect(linkOf(page)).toBe('programme=glo-act&view=timeline');
  await bar.getByRole('button', { name: 'Zoom in' }).tap();
  await expect.poll(() => linkOf(page)).toMatch(/^programme=glo-act&(from=\S+&)?to=\S+&view=timeline$/);
  await expectTotal(page, expected(linkOf(page)).total);
  expect(await yearPixels()).toBeGreaterThan(before);
  await bar.getByRole('button', { name: 'Fit all' }).tap();
  await expect.poll(() => linkOf(page)).toBe('programme=glo-act&view=timeline');
});

test('goes from label to label by keyboard, and opens one', async ({ page }) => {
  await open(page, '?view=timeline&from=2017&to=2017');
  await marks(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(marks(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  const last = expected('from=2017&to=2017').titles.at(-1) ?? '';
  const focused = timeline(page).locator('button:focus');
  await expect(focused).toHaveAccessibleName(new RegExp(escaped(last)));
  await expect(focused).toBeInViewport();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(focused).toBeInViewport();
});

test('piles up what is too much for labels, and a pile opens its days', async ({ page }) => {
  const activities = Array.from({ length: 900 }, (_, i) => ({
    id: `a-${i}`,
    date: new Date(Date.UTC(2000, 0, 1 + 7 * i)).toISOString().slice(0, 10),
    title: `Title ${i}`,
  }));
  const record = { format: 'chronofacet-dataset/1', id: 'many', title: 'Many', activities };
  await page.route('**/data/many.json', route => route.fulfill({ json: record }));
  await open(page, '?data=data/many.json&view=timeline');
  const piles = timeline(page).locator('button[data-pile]');
  await expect(piles.first()).toBeVisible();
  const count = Number(await piles.first().getAttribute('data-pile'));
  await expect(piles.first()).toHaveAccessibleName(new RegExp(`^${count} activities, `));
  await piles.first().tap();
  await expectTotal(page, count, 900);
  await expect(marks(page).and(page.locator(':not([data-pile])')).first()).toBeVisible();
});

test('uses the timeline that runs down on a screen of little height, too', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page, '?programme=glo-act&view=timeline');
  await expect(timeline(page).getByRole('group', { name: 'Activities' })).toBeVisible();
  await page.setViewportSize({ width: 844, height: 700 });
  await expect(timeline(page).getByRole('group', { name: 'Activities' })).toHaveCount(0);
});

test('searches behind its sign', async ({ page }) => {
  await open(page);
  await expect(searchBox(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Search' }).tap();
  await expect(page.getByRole('combobox', { name: 'Search activities' })).toBeFocused();
  await searchBox(page).fill('smuggling');
  await expectTotal(page, expected('q=smuggling').total);
});

test('has targets that a finger can hit', async ({ page }) => {
  await open(page);
  const small = await page
    .locator('header, main')
    .locator('button:visible, [role="radiogroup"] label:visible')
    .evaluateAll(all =>
      all
        .map(one => ({ name: one.getAttribute('aria-label') ?? one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
  expect(small).toEqual([]);
});

test('says the result once', async ({ page }) => {
  await open(page, '?programme=glo-act');
  await expect(status(page)).toHaveCount(1);
  await expect(status(page)).toHaveText('5 of 89 activities. Filters: GLO.ACT');
});

test('Escape closes what was opened last, and the focus goes back to what opened it', async ({ page }) => {
  await open(page, '?programme=glo-act');
  await page.getByRole('button', { name: /^Filters/ }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('button', { name: 'Years' }).press('Enter');
  const periods = sheet.getByRole('button', { name: 'Periods' });
  await periods.press('Enter');
  // Until the periods have come, Tab would lead past them.
  await expect(sheet.getByRole('button', { name: '2018', exact: true })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(periods).toHaveAttribute('aria-expanded', 'false');
  await expect(periods).toBeFocused();
  await sheet.getByRole('button', { name: 'Programme', exact: true }).press('Enter');
  const more = sheet.getByRole('button', { name: 'More for GLO.ACT' });
  await more.press('Enter');
  await page.keyboard.press('Escape');
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(more).toBeFocused();
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Filters/ })).toBeFocused();
  const search = page.getByRole('button', { name: 'Search' });
  await search.press('Enter');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
});

test('sets a long headline smaller, and counts the values of a very long one', async ({ page }) => {
  await open(page, '?programme=glo-act');
  await expect(sentence(page)).toHaveCSS('font-size', '24px');
  await open(page, '?theme=human-trafficking,migrant-smuggling,migration&region=africa&from=2017-03&to=2018');
  await expect(sentence(page)).toHaveCSS('font-size', '20px');
  await expect(sentence(page)).toContainText(/migrant smuggling/);
  const many = 'human-trafficking,migrant-smuggling,migration,corruption,cybercrime,sport,wildlife';
  await open(page, `?theme=${many}&region=africa,europe,americas,global&q=committee`);
  await expect(sentence(page)).toHaveText(/^\d+ activit(y|ies): Region: 4; Theme: 7; “committee”, 2017 – 2024$/);
  expect((await sentence(page).boundingBox())?.height).toBeLessThanOrEqual(4 * 28);
});

test('shows results at once on a screen of little height', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page);
  await expect(titles(page).first()).toBeInViewport();
  await expect(page.getByRole('slider')).toHaveCount(0);
});

test('keeps the way to the neighbours in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 420 });
  await open(page, '?activity=2018-glo-act-steering-committee');
  const bar = page.getByRole('dialog').getByRole('navigation');
  for (const link of await bar.getByRole('link').all()) {
    await expect(link).toBeInViewport({ ratio: 1 });
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});
