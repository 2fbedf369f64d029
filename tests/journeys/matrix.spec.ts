import type { Locator, Page } from '@playwright/test';
import { expect, expectTotal, linkOf, open, sentence, test, titles } from './journey';
import { expected, record } from './oracle';

function matrix(page: Page): Locator {
  return page.getByRole('region', { name: 'Matrix', exact: true });
}

async function openMatrix(page: Page, link: string): Promise<void> {
  await open(page, `?${link}${link ? '&' : ''}view=matrix`);
  await expect(matrix(page)).toBeVisible();
}

function facetOf(id: string) {
  const facet = record.facets.find(candidate => candidate.id === id);
  if (!facet) throw new Error(`no facet ${id}`);
  return facet;
}

/** Returns the top-level values and `_none` of a facet by their labels in the matrix. */
function valuesOf(id: string): Map<string, string> {
  const tops = facetOf(id).values.filter(value => value.broader === undefined);
  const named = tops.map(({ id: value, label, short }): [string, string] => [short ?? label, value]);
  return new Map([
    ...named,
    ...tops.map(({ id: value, label }): [string, string] => [label, value]),
    ['None named', '_none'],
  ]);
}

interface Shown {
  columns: string[];
  all: string[];
  rows: { name: string; total: string; cells: string[] }[];
}

/** Returns the table's words and numbers, without colours and bars. */
function read(page: Page): Promise<Shown> {
  return matrix(page).evaluate(region => {
    const spoken = (cell: Element) => {
      const copy = cell.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll('[aria-hidden="true"], button')) hidden.remove();
      return copy.textContent?.trim() ?? '';
    };
    const lines = [...region.querySelectorAll('tr')].map(row => [...row.children].map(spoken));
    const [columns = [], all = [], ...rows] = lines;
    return {
      columns: columns.slice(2),
      all: all.slice(1),
      rows: rows.map(([name = '', total = '', ...cells]) => ({ name, total, cells })),
    };
  });
}

/** Adds a value to a facet's choice. The link must not have a choice in that facet. */
function withValue(link: string, facet: string, value: string): string {
  return `${link}&${facet}=${value}`;
}

const LINKS: readonly { link: string; rows: string; columns: string }[] = [
  { link: '', rows: 'programme', columns: 'institution' },
  { link: 'theme=human-trafficking,migrant-smuggling&from=2017&to=2018-06', rows: 'programme', columns: 'institution' },
  { link: 'q=smuggling&region=-africa&lanes=theme', rows: 'theme', columns: 'institution' },
  { link: 'institution=eeas&lanes=region&lanes.across=theme', rows: 'region', columns: 'theme' },
  { link: 'from=2022&lanes=institution&lanes.across=region', rows: 'institution', columns: 'region' },
];

for (const { link, rows, columns } of LINKS) {
  test(`numbers of ?${link} are those of the record, one by one`, async ({ page }) => {
    await openMatrix(page, link);
    const more = page.getByRole('button', { name: /^Show \d+ more/ });
    for (let left = await more.allInnerTexts(); left.length > 0; left = await more.allInnerTexts()) {
      await more.first().click();
      await expect.poll(() => more.allInnerTexts()).not.toEqual(left);
    }
    const shown = await read(page);
    const [rowValues, columnValues] = [valuesOf(rows), valuesOf(columns)];
    const countOf = (...pairs: [string, string][]) =>
      String(expected(pairs.reduce((at, [facet, value]) => withValue(at, facet, value), link)).total);
    const idOf = (values: Map<string, string>, name: string) => {
      const id = values.get(name);
      if (id === undefined) throw new Error(`no value ${name}`);
      return id;
    };
    const columnIds = shown.columns.map(name => idOf(columnValues, name));
    const rowIds = shown.rows.map(({ name }) => idOf(rowValues, name));
    expect(shown.all).toEqual([countOf(), ...columnIds.map(id => countOf([columns, id]))]);
    const wanted = rowIds.map(row => [
      countOf([rows, row]),
      ...columnIds.map(column => countOf([rows, row], [columns, column])),
    ]);
    expect(shown.rows.map(({ total, cells }) => [total, ...cells])).toEqual(wanted);
    const missing = [...new Set(rowValues.values())].filter(id => !rowIds.includes(id));
    for (const id of missing) expect(countOf([rows, id])).toBe('0');
    // Without a choice in its facet, a row has the same count as its value in the panel of facets.
    const beside = expected(link).counts.get(facetOf(rows).label);
    for (const { name, total } of shown.rows) {
      const label = facetOf(rows).values.find(({ id }) => id === rowValues.get(name))?.label ?? name;
      expect(total).toBe(String(beside?.get(label)));
    }
  });
}

test('a cell opens exactly its activities, and Back the matrix', async ({ page }) => {
  await openMatrix(page, 'from=2017');
  await matrix(page).getByRole('link', { name: '4 activities: GLO.ACT, Commission' }).click();
  const link = 'programme=glo-act&institution=european-commission&from=2017';
  await expectTotal(page, 4);
  await expect(titles(page)).toHaveText(expected(link).titles);
  await expect(sentence(page)).toBeFocused();
  expect(new URLSearchParams(linkOf(page)).get('view')).toBe('list');
  await page.goBack();
  await expect(matrix(page)).toBeVisible();
  await expectTotal(page, expected('from=2017').total);
});

test('a cell keeps what is chosen in its own facet', async ({ page }) => {
  await openMatrix(page, 'institution=eeas');
  const cell = matrix(page).getByRole('link', { name: /: Container Control \(CCP\), Commission$/ });
  const count = Number(await cell.textContent());
  await cell.click();
  const both = 'institution=eeas,european-commission&institution.mode=all&programme=ccp';
  expect(expected(both).total).toBe(count);
  await expectTotal(page, count);
  await expect(titles(page)).toHaveText(expected(both).titles);
});

test('the name of a row or a column filters and stays in the matrix', async ({ page }) => {
  await openMatrix(page, '');
  await matrix(page).getByRole('link', { name: 'GLO.ACT', exact: true }).click();
  await expectTotal(page, expected('programme=glo-act').total);
  await matrix(page).getByRole('link', { name: 'EEAS', exact: true }).click();
  await expectTotal(page, expected('programme=glo-act&institution=eeas').total);
  expect(linkOf(page)).toBe('institution=eeas&programme=glo-act&view=matrix');
});

test('a value opens into those below it', async ({ page }) => {
  await openMatrix(page, 'programme=glo-act');
  const opener = matrix(page).getByRole('button', { name: /European Commission/ });
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await opener.click();
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  const cell = matrix(page).getByRole('link', { name: /: GLO\.ACT, DG HOME$/ });
  await expect(cell).toHaveText(String(expected('programme=glo-act&institution=dg-home').total));
  expect(new URLSearchParams(linkOf(page)).get('lanes.open')).toBe('european-commission');
  await opener.click();
  await expect(cell).toHaveCount(0);
});

test('is walked through by arrow keys and followed by Enter', async ({ page }) => {
  await openMatrix(page, '');
  const links = matrix(page).locator('tbody td a');
  await page.getByRole('combobox', { name: 'Order' }).focus();
  for (let i = 0; i < 12 && !(await links.first().evaluate(link => link === document.activeElement)); i += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(links.first()).toBeFocused();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('4 activities: GLO.ACT, Commission');
  await page.keyboard.press('End');
  expect(await focused()).toBe('1 activity: GLO.ACT, None named');
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toBe('1 activity: GLO.ACT, EESC');
  await page.keyboard.press('Home');
  await expect(matrix(page).getByRole('link', { name: 'GLO.ACT', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expectTotal(page, 4);
});

test('orders by number or by name, turns round, and says all of it in the link', async ({ page, otherPerson }) => {
  await openMatrix(page, 'lanes=region');
  const names = async () => (await read(page)).rows.map(({ name }) => name);
  expect((await names()).slice(0, 3)).toEqual(['Global', 'Africa', 'Middle East, North Africa']);
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'By number' });
  await expect.poll(async () => (await names()).slice(0, 3)).toEqual(['Europe', 'Global', 'Africa']);
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'By name' });
  await expect
    .poll(names)
    .toEqual([
      'Africa',
      'Americas',
      'Asia and the Pacific',
      'Europe',
      'Global',
      'Middle East, North Africa',
      'None named',
    ]);
  await page.getByRole('combobox', { name: 'Columns' }).selectOption({ label: 'Theme' });
  await page.getByRole('button', { name: 'Swap rows and columns' }).click();
  await expect(page.getByRole('combobox', { name: 'Rows' })).toHaveValue('theme');
  expect(linkOf(page)).toBe('lanes=theme&lanes.sort=name&lanes.across=region&view=matrix');
  await expect(matrix(page).getByRole('columnheader', { name: 'Africa', exact: true })).toBeVisible();
  const other = await otherPerson();
  await open(other, `?${linkOf(page)}`);
  await expect(matrix(other)).toBeVisible();
  expect(await read(other)).toEqual(await read(page));
});

test('the facet of the other side trades places', async ({ page }) => {
  await openMatrix(page, '');
  await page.getByRole('combobox', { name: 'Rows' }).selectOption({ label: 'EU institution' });
  await expect(page.getByRole('combobox', { name: 'Columns' })).toHaveValue('programme');
});

test.describe('on a phone', () => {
  test.use({ ownProfile: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('scrolls sideways under names that stay, and the page does not', async ({ page }) => {
    await openMatrix(page, '');
    const name = matrix(page).getByRole('rowheader', { name: 'GLO.ACT' });
    const before = await name.boundingBox();
    await matrix(page).evaluate(region => {
      region.scrollLeft = 200;
    });
    expect((await name.boundingBox())?.x).toBe(before?.x);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await matrix(page).getByRole('link', { name: '1 activity: GLO.ACT, EESC' }).click();
    await expectTotal(page, 1);
    await expect(titles(page)).toHaveCount(1);
  });
});
