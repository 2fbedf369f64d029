import type { Locator, Page } from '@playwright/test';
import { expect, expectTotal, linkOf, open, test } from './journey';
import { expected, record } from './oracle';

function table(page: Page): Locator {
  return page.getByRole('grid', { name: 'Activities', exact: true });
}

function titles(page: Page): Locator {
  return table(page).getByRole('rowheader').getByRole('link');
}

function header(page: Page, name: string): Locator {
  return table(page).getByRole('columnheader', { name, exact: true });
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** Returns the words of every cell, row by row, without the header. */
function cells(page: Page): Promise<string[][]> {
  return table(page).evaluate(grid =>
    [...grid.querySelectorAll('tbody tr')].map(row => [...row.children].map(cell => cell.textContent ?? '')),
  );
}

test('shows exactly the activities of the selection, in its order', async ({ page }) => {
  for (const link of [
    '',
    'region=africa,-sahel',
    'theme=human-trafficking,migrant-smuggling&theme.mode=all',
    'from=2017&to=2017',
    'q=smuggling&programme=_none',
  ]) {
    const wanted = expected(link);
    await open(page, `?${link}${link && '&'}view=table`);
    await expectTotal(page, wanted.total);
    await expect(titles(page)).toHaveText(wanted.titles);
    await expect(table(page)).toHaveAttribute('aria-rowcount', String(wanted.total + 1));
    const rows = table(page).getByRole('row');
    await expect(rows).toHaveCount(wanted.total + 1);
    await expect(rows.last()).toHaveAttribute('aria-rowindex', String(wanted.total + 1));
  }
});

test('says of every activity all of its values', async ({ page }) => {
  await open(page, `?view=table&table.columns=${record.facets.map(({ id }) => id).join(',')}`);
  const { titles: order } = expected('');
  const wanted = order.map(title => {
    const tags = record.activities.find(activity => activity.title === title)?.tags ?? {};
    const inWords = record.facets.map(({ id, values }) =>
      (tags[id] ?? [])
        .map(tag => values.find(value => value.id === tag))
        .map(value => value?.short ?? value?.label)
        .join('\u00a0· '),
    );
    return [title, ...inWords];
  });
  expect(await cells(page)).toEqual(wanted);
});

test('is put in order by its headers, and the link keeps it', async ({ page }) => {
  await open(page, '?view=table&region=africa');
  const { titles: oldest } = expected('region=africa');
  await expect(header(page, 'Date')).toHaveAttribute('aria-sort', 'ascending');
  await button(page, 'Date').click();
  await expect(header(page, 'Date')).toHaveAttribute('aria-sort', 'descending');
  await expect(titles(page)).toHaveText([...oldest].reverse());
  expect(linkOf(page)).toBe('region=africa&view=table&sort=-date');
  await button(page, 'Title').click();
  await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(page, 'Date')).not.toHaveAttribute('aria-sort');
  await expect(titles(page)).toHaveText([...oldest].sort(new Intl.Collator('en').compare));
  await page.reload();
  await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');
  await page.goBack();
  await expect(titles(page)).toHaveText([...oldest].reverse());
});

test('is put in order by a facet, those without a value last, and the link keeps it', async ({ page }) => {
  await open(page, '?view=table');
  const values = record.facets.find(({ id }) => id === 'region')?.values ?? [];
  const below = (broader: string | undefined): string[] =>
    values.filter(value => value.broader === broader).flatMap(({ id }) => [id, ...below(id)]);
  const regions = below(undefined);
  const rankOf = (title: string) => {
    const tags = record.activities.find(activity => activity.title === title)?.tags?.region ?? [];
    return regions.findIndex(id => tags.includes(id));
  };
  const { titles: oldest } = expected('');
  const inOrder = (way: 1 | -1) =>
    oldest.toSorted((a, b) => {
      const [one, other] = [rankOf(a), rankOf(b)];
      return one < 0 || other < 0 ? Number(one < 0) - Number(other < 0) : way * (one - other);
    });
  await header(page, 'Region').getByRole('button').click();
  await expect(header(page, 'Region')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(page, 'Date')).not.toHaveAttribute('aria-sort');
  await expect(titles(page)).toHaveText(inOrder(1));
  expect(linkOf(page)).toBe('view=table&table.sort=region');
  await header(page, 'Region').getByRole('button').click();
  await expect(header(page, 'Region')).toHaveAttribute('aria-sort', 'descending');
  await expect(titles(page)).toHaveText(inOrder(-1));
  await page.reload();
  await expect(titles(page)).toHaveText(inOrder(-1));
  await button(page, 'Date').click();
  await expect(titles(page)).toHaveText(oldest);
  expect(linkOf(page)).toBe('view=table');
});

test('shows the columns that are chosen, and the link keeps them', async ({ page, otherPerson }) => {
  await open(page, '?view=table&programme=glo-act');
  await button(page, 'Columns').click();
  for (const name of ['Place', 'Theme', 'Date']) await page.getByRole('checkbox', { name, exact: true }).uncheck();
  expect(linkOf(page)).toBe('programme=glo-act&view=table&table.columns=institution,programme,region');
  const other = await otherPerson();
  await open(other, page.url());
  for (const person of [page, other]) {
    await expect(table(person).getByRole('columnheader')).toHaveText([
      'Title',
      'Programme',
      'Region',
      'EU institution',
    ]);
  }
  await page.goBack();
  await expect(header(page, 'Date')).toBeVisible();
  await button(page, 'Usual columns').click();
  expect(linkOf(page)).toBe('programme=glo-act&view=table');
});

test('follows a value to everything that has it', async ({ page }) => {
  await open(page, '?view=table&programme=glo-act');
  await table(page).getByRole('link', { name: 'Colombia', exact: true }).first().click();
  await expectTotal(page, expected('region=co').total);
  expect(linkOf(page)).toBe('region=co&view=table');
});

test('is walked, sorted and opened by keys alone', async ({ page }) => {
  await open(page, '?view=table&programme=glo-act');
  const { titles: order } = expected('programme=glo-act');
  await button(page, 'Columns').focus();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Date')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(titles(page)).toHaveText([...order].reverse());
  await expect(button(page, 'Date')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(titles(page).first()).toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(titles(page).last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(table(page).locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(titles(page).last()).toBeFocused();
  await page.keyboard.press('Enter');
  const opened = page.getByRole('complementary');
  await expect(opened).toHaveAccessibleName(order[0] ?? '');
  await page.keyboard.press('Escape');
  await expect(opened).toHaveCount(0);
  await expect(titles(page).last()).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(button(page, 'Date')).toBeFocused();
});

test('shows what the keys stand on under its fixed header', async ({ page }) => {
  await open(page, '?view=table');
  await titles(page).last().focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('PageUp');
  const [row, head] = await Promise.all([
    page.locator(':focus').boundingBox(),
    table(page).getByRole('row').first().boundingBox(),
  ]);
  expect(row?.y).toBeGreaterThan((head?.y ?? 0) + (head?.height ?? 0) - 1);
  expect(head?.y).toBeGreaterThanOrEqual(55);
});

test('keeps its header in sight, and what is opened, where it scrolls by itself', async ({ page }) => {
  await open(page, '?view=table&table.columns=_date,_place,institution,programme,region,theme');
  await titles(page).nth(60).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  const frame = page.getByRole('region', { name: 'The table, scrolling sideways' });
  await expect(frame).toBeVisible();
  await expect(titles(page).nth(60)).toBeInViewport();
  await expect(button(page, 'Date')).toBeInViewport();
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => frame.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
});

test('says what to take away where nothing matches', async ({ page }) => {
  await open(page, '?view=table&programme=glo-act&q=zebra');
  await expect(table(page)).toHaveCount(0);
  await expect(page.getByText('No activity matches all of these filters.')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ ownProfile: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('scrolls in its own frame, and opens what is touched', async ({ page }) => {
    await open(page, '?view=table&region=africa');
    await expect(titles(page)).toHaveText(expected('region=africa').titles);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expect(table(page).getByRole('columnheader')).toHaveText(['Date', 'Title', 'Programme']);
    await titles(page).first().tap();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

test('Escape closes the columns, wherever the focus is, and gives it back', async ({ page }) => {
  await open(page, '?view=table');
  const columns = page.getByRole('button', { name: 'Columns', exact: true });
  await columns.click();
  await page.getByRole('checkbox', { name: 'Region', exact: true }).click();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Escape');
  await expect(columns).toHaveAttribute('aria-expanded', 'false');
  await expect(columns).toBeFocused();
});
