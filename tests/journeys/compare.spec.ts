import type { Locator, Page } from '@playwright/test';
import { box, expect, expectTotal, linkOf, marks, open, sentence, test, timeline } from './journey';
import { expected } from './oracle';

const comparison = (page: Page): Locator => page.getByRole('region', { name: 'Comparison' });

const slot = (page: Page, side: 'A' | 'B'): Locator => comparison(page).getByRole('group', { name: side, exact: true });

const sidebar = (page: Page): Locator => page.getByRole('navigation', { name: 'Filters' });

/** Returns the numbers of the comparison: in both, only in A, only in B. */
async function numbers(page: Page): Promise<number[]> {
  const said = await comparison(page).getByText('In both').textContent();
  return [...(said ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

function oracleNumbers(a: string, b: string): number[] {
  const [inA, inB] = [expected(a).titles, expected(b).titles];
  const both = inA.filter(title => inB.includes(title)).length;
  return [both, inA.length - both, inB.length - both];
}

/** The titles that are listed for a side. */
function listed(page: Page, heading: RegExp): Locator {
  return page.getByRole('list', { name: heading }).getByRole('heading').getByRole('link');
}

const otherSide = (page: Page) => new URLSearchParams(linkOf(page)).get('compare');

test('starts with the list of what should differ, and the sidebar acts on the side used last', async ({ page }) => {
  await open(page, '?theme=human-trafficking');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(comparison(page)).toContainText('Both sides are the same so far');
  expect(linkOf(page)).toBe('theme=human-trafficking&compare=theme%3Dhuman-trafficking');
  await expect(slot(page, 'B').getByRole('checkbox', { name: /^Human trafficking/ })).toBeFocused();
  await slot(page, 'B')
    .getByRole('checkbox', { name: /^Migrant smuggling/ })
    .click();
  await slot(page, 'B')
    .getByRole('checkbox', { name: /^Human trafficking/ })
    .click();
  await expect.poll(() => otherSide(page)).toBe('theme=migrant-smuggling');
  await page.keyboard.press('Escape');
  await expect(slot(page, 'B').getByRole('checkbox')).toHaveCount(0);
  await expect.poll(() => numbers(page)).toEqual(oracleNumbers('theme=human-trafficking', 'theme=migrant-smuggling'));

  await expect(sidebar(page)).toContainText('Filters of B');
  await expect(box(page, 'Migrant smuggling')).toBeChecked();
  await box(page, 'Terrorism prevention').click();
  await expect.poll(() => otherSide(page)).toBe('theme=migrant-smuggling,terrorism');
  await slot(page, 'A')
    .getByRole('button', { name: /^Add filter/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(sidebar(page)).toContainText('Filters of A');
  await expect(box(page, 'Human trafficking')).toBeChecked();
  await expect(box(page, 'Migrant smuggling')).not.toBeChecked();
  await box(page, 'Human trafficking').click();
  await expect.poll(() => linkOf(page)).toBe('compare=theme%3Dmigrant-smuggling,terrorism');
});

test('sets one year against another: totals, windows, differences and lists', async ({ page }) => {
  const [a, b] = [
    'institution=european-commission&from=2017&to=2017',
    'institution=european-commission&from=2018&to=2018',
  ];
  await open(page, `?${a}&compare=${encodeURIComponent(b)}`);
  const [inA, inB] = [expected(a), expected(b)];
  await expect(sentence(page)).toHaveText(
    new RegExp(`^${inA.total} activities with the European Commission in 2017, ${inB.total} in 2018$`),
  );
  await expect(slot(page, 'A').getByRole('heading')).toHaveText(new RegExp(`^${inA.total} .*2017$`));
  await expect(slot(page, 'B').getByRole('heading')).toHaveText(new RegExp(`^${inB.total} .*2018$`));
  await expect.poll(() => numbers(page)).toEqual(oracleNumbers(a, b));
  await expect(listed(page, /^A: /)).toHaveText(inA.titles.slice(0, 20));
  await expect(listed(page, /^B: /)).toHaveText(inB.titles.slice(0, 20));
  await expect(timeline(page)).toHaveCount(0);
  await expect(comparison(page)).toContainText('months of B');

  await comparison(page).getByRole('button', { name: 'Swap A and B' }).click();
  await expectTotal(page, inB.total);
  await expect.poll(() => otherSide(page)).toBe('institution=european-commission&from=2017&to=2017');
  await comparison(page).getByRole('button', { name: 'Stop comparing' }).click();
  await expect(comparison(page)).toHaveCount(0);
  expect(linkOf(page)).toBe(b);
  await page.goBack();
  await expect(comparison(page)).toBeVisible();
});

test('narrows both sides to a value that differs', async ({ page }) => {
  const [a, b] = ['from=2017&to=2017', 'from=2018&to=2018'];
  await open(page, `?${a}&compare=${encodeURIComponent(b)}`);
  const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'EU institution' }) });
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'EEAS', exact: true }) });
  const [inA, inB] = [expected(`institution=eeas&${a}`).total, expected(`institution=eeas&${b}`).total];
  await expect(row.getByRole('cell')).toHaveText([new RegExp(`^${inA}`), new RegExp(`^${inB}`), 'both']);
  await row.getByRole('link').click();
  await expect.poll(() => otherSide(page)).toBe(`institution=eeas&${b}`);
  await expectTotal(page, inA);
});

test('lists what both sides have, or only one', async ({ page }) => {
  const [a, b] = ['institution=eeas', 'institution=european-commission'];
  await open(page, `?${a}&compare=${encodeURIComponent(b)}`);
  const [inA, inB] = [expected(a).titles, expected(b).titles];
  const choice = page.getByRole('combobox', { name: 'List' });
  await choice.selectOption('what both have');
  await expect(listed(page, /^A and B: /)).toHaveText(inA.filter(title => inB.includes(title)));
  await choice.selectOption('what only one has');
  await expect(listed(page, /^A: /)).toHaveText(inA.filter(title => !inB.includes(title)).slice(0, 20));
  await expect(listed(page, /^B: /)).toHaveText(inB.filter(title => !inA.includes(title)).slice(0, 20));
});

test('opens an older link, over one window, in two lanes, and moves both windows', async ({ page }) => {
  const link = 'institution=eeas&q=border&from=2017&to=2018-06&compare=institution%3Deuropean-commission';
  await open(page, `?${link}`);
  const window = '&from=2017&to=2018-06';
  const wanted = oracleNumbers(`institution=eeas&q=border${window}`, `institution=european-commission${window}`);
  await expect.poll(() => numbers(page)).toEqual(wanted);
  await expect(marks(page).first()).toBeVisible();
  const labels = timeline(page).locator('.lane-label');
  await expect(labels).toHaveCount(2);
  await expect(labels.first()).toHaveText(new RegExp(`^A${(wanted[0] ?? 0) + (wanted[1] ?? 0)}`));
  await timeline(page).getByRole('button', { name: 'Fit all' }).click();
  await expect.poll(() => otherSide(page)).toBe('institution=european-commission');
  expect(linkOf(page)).not.toMatch(/(^|&)(from|to)=/);
  await expect
    .poll(() => numbers(page))
    .toEqual(oracleNumbers('institution=eeas&q=border', 'institution=european-commission'));
});

test('compares with the whole record, and leaves its window open beside a window of A', async ({ page }) => {
  await open(page, '?programme=glo-act&compare=v%3D1');
  await expect.poll(() => numbers(page)).toEqual([5, 0, 84]);
  await slot(page, 'A')
    .getByRole('button', { name: /^Add filter/ })
    .click();
  await slot(page, 'A').getByRole('button', { name: 'Window', exact: true }).click();
  await slot(page, 'A').getByRole('textbox', { name: 'From' }).fill('2017');
  await page.keyboard.press('Enter');
  await expect.poll(() => linkOf(page)).toBe('programme=glo-act&from=2017&compare=from%3D');
  await expect.poll(() => numbers(page)).toEqual(oracleNumbers('programme=glo-act&from=2017', ''));
});

test('says that matrix and map show A', async ({ page }) => {
  await open(page, '?institution=eeas&view=matrix&compare=institution%3Deuropean-commission');
  await expect(page.getByRole('main')).toContainText('This view shows A');
});

test('keeps both sides in sight on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '?institution=eeas&compare=institution%3Deuropean-commission');
  const lines = page.locator('main > [aria-hidden]').filter({ hasText: 'the European Commission' });
  await expect(listed(page, /^B: /).first()).toBeVisible();
  await listed(page, /^B: /).last().scrollIntoViewIfNeeded();
  await expect(lines).toBeInViewport();
});

test('filters each side on a phone in a sheet of its own', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '?theme=human-trafficking');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const ofB = page.getByRole('dialog', { name: 'Theme of B' });
  await ofB.getByRole('checkbox', { name: /^Migrant smuggling/ }).click();
  await ofB.getByRole('checkbox', { name: /^Human trafficking/ }).click();
  const { total } = expected('theme=migrant-smuggling');
  await ofB.getByRole('button', { name: `Show ${total} activities` }).click();
  await expect.poll(() => linkOf(page)).toBe('theme=human-trafficking&compare=theme%3Dmigrant-smuggling');
  await expect.poll(() => numbers(page)).toEqual(oracleNumbers('theme=human-trafficking', 'theme=migrant-smuggling'));
  await slot(page, 'A').getByRole('button', { name: 'Years', exact: true }).click();
  const years = page.getByRole('dialog', { name: 'Years of A' });
  await years.getByRole('textbox', { name: 'To' }).fill('2017');
  await years.getByRole('textbox', { name: 'To' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => linkOf(page)).toMatch(/^theme=human-trafficking&to=2017&compare=/);
});
