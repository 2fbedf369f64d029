import type { Locator, Page } from '@playwright/test';
import { escaped, expect, expectTotal, linkOf, open, test } from './journey';
import { expected, record } from './oracle';

const FACET = record.facets.find(({ values }) => values.some(({ id }) => id === 'bf'));

function map(page: Page): Locator {
  return page.getByRole('region', { name: 'Map', exact: true });
}

/** The checkbox of a place in the list. */
function place(page: Page, name: string): Locator {
  return map(page).getByRole('button', { name: new RegExp(`^${escaped(name)}, \\d+ activit`) });
}

/** A country on the picture. */
function shape(page: Page, id: string): Locator {
  return map(page).locator(`[data-place="${id}"]`).last();
}

/** Returns the counts of the list by place. */
async function numbers(page: Page): Promise<Record<string, number>> {
  const names = await map(page)
    .getByRole('button')
    .evaluateAll(all => all.map(one => one.querySelector('.sr-only')?.textContent ?? ''));
  return Object.fromEntries(
    names.map(name => {
      const [, label = name, count] = /^(.*), (\d+) activit(?:y|ies)(?:, excluded)?$/.exec(name) ?? [];
      return [label, Number(count)];
    }),
  );
}

test('has the same numbers as the facet, whatever the selection', async ({ page }) => {
  for (const link of [
    '',
    'region=ng',
    'region=africa,-sahel',
    'theme=human-trafficking&from=2017&to=2018-06',
    'region=co,ve&region.mode=all',
    'q=smuggling',
  ]) {
    await open(page, `?${link}${link && '&'}view=map`);
    await expect(map(page)).toBeVisible();
    expect(await numbers(page)).toEqual(Object.fromEntries(expected(link).counts.get(FACET?.label ?? '') ?? []));
  }
});

test('filters with a click on a country as its box does, and undoes it with Back', async ({ page }) => {
  await open(page, '?view=map');
  await shape(page, 'br').click();
  await expectTotal(page, expected('region=br').total);
  expect(linkOf(page)).toBe('region=br&view=map');
  await expect(place(page, 'Brazil')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Remove filter: Region: Brazil' })).toBeVisible();
  const dot = await shape(page, 'mu').boundingBox();
  await page.mouse.click(dot?.x ?? 0, dot?.y ?? 0);
  await expectTotal(page, expected('region=br,mu').total);
  await page.goBack();
  await page.goBack();
  await expectTotal(page, 89);
  await expect(place(page, 'Brazil')).toHaveAttribute('aria-pressed', 'false');
});

test('opens from its link as it was', async ({ page, otherPerson }) => {
  await open(page, '?view=map&theme=human-trafficking');
  await place(page, 'Africa').click();
  await expectTotal(page, expected('theme=human-trafficking&region=africa').total);
  const other = await otherPerson();
  await open(other, page.url());
  await expect(place(other, 'Africa')).toHaveAttribute('aria-pressed', 'true');
  expect(await numbers(other)).toEqual(await numbers(page));
});

test('shows a country in the list that is pointed at on the map, and the other way round', async ({ page }) => {
  await open(page, '?view=map');
  await shape(page, 'au').hover();
  const name = map(page).locator('p', { hasText: 'Australia' });
  await expect(name).toBeVisible();
  await expect(place(page, 'Australia')).toHaveClass(/bg-raised/);
  await place(page, 'Pakistan').hover();
  await expect(name).toHaveCount(0);
  await expect(map(page).locator('p', { hasText: 'Pakistan' })).toBeVisible();
});

test('is used by keys alone', async ({ page }) => {
  await open(page, '?view=map');
  await page.getByRole('textbox', { name: 'To' }).focus();
  await page.keyboard.press('Tab');
  const names = Object.keys(await numbers(page));
  await expect(place(page, names[0] ?? '')).toBeFocused();
  for (let i = 0; i < names.indexOf('Nigeria'); i += 1) await page.keyboard.press('Tab');
  await expect(place(page, 'Nigeria')).toBeFocused();
  await page.keyboard.press('Space');
  await expectTotal(page, expected('region=ng').total);
  await expect(place(page, 'Nigeria')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectTotal(page, 89);
});

test('says that a record has no countries', async ({ page }) => {
  await page.route('**/data/small.json', route => route.fulfill({ path: 'tests/journeys/records/small.json' }));
  await page.goto('?view=map&data=data/small.json');
  await expect(page.getByText('This record names no countries')).toBeVisible();
  await page.getByRole('link', { name: 'See its activities as a list' }).click();
  await expect(page.getByRole('list', { name: 'Activities' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ ownProfile: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('is no wider than the screen, and filters by touch', async ({ page }) => {
    await open(page, '?view=map');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await place(page, 'Nigeria').tap();
    await expectTotal(page, expected('region=ng').total);
    await shape(page, 'br').tap();
    await expectTotal(page, expected('region=br,ng').total);
  });
});

test('is made of the places of activities where no facet has countries', async ({ page }) => {
  await page.route('**/data/places.json', route =>
    route.fulfill({ path: 'tests/cases/page/places-no-country-facet.json' }),
  );
  await open(page, '?data=data/places.json&view=map');
  const places = map(page).getByRole('list', { name: 'Places' });
  await expect(places.getByRole('listitem')).toHaveText([/^United States, 2 activities/, /^Denmark, 1 activity/]);
  await expect(map(page).locator('path[data-place="US"]').first()).toBeVisible();
  await places.getByText('United States').click();
  await places.getByRole('link', { name: /Main street/ }).click();
  expect(linkOf(page)).toContain('activity=p1');
  await open(page, '?data=data/places.json&view=map&subject=farm');
  await expect(places.getByRole('listitem')).toHaveText([/^United States, 1 activity/]);
});
