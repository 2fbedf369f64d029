import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { follow, layoutFaults, linkIn, openRecord, type RecordName, showFilters } from './layout';

const WIDTHS = [320, 360, 390, 600, 768, 800, 912, 1024, 1180, 1280, 1440, 1920];
const FIRST_WITH_FILTERS = 768;
const PANELS = ['list', 'timeline', 'table', 'matrix', 'map'];

/** Each record with the activity that is opened in it. */
const RECORDS: Record<RecordName, string> = {
  'eu-unodc': '2018-glo-act-steering-committee',
  wordy: 'a',
  'long-words': 'a2',
};

test.use({ ownProfile: true });

for (const [name, activity] of Object.entries(RECORDS)) {
  test(`every panel of ${name} fits at every width, with and without filters and an opened activity`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await openRecord(page, name, 'view=list');
    const faults: string[] = [];
    for (const panel of PANELS) {
      for (const opened of ['', `&activity=${activity}`]) {
        await follow(page, linkIn(name, `view=${panel}${opened}`));
        await expect(page.getByRole('radio', { name: panel, exact: false, includeHidden: true })).toBeChecked();
        for (const hasFilters of [true, false]) {
          await showFilters(page, hasFilters);
          faults.push(
            ...(await faultsByWidth(page, `${panel}${opened}${hasFilters ? '' : ', no filters'}`, hasFilters)),
          );
        }
      }
    }
    expect(faults).toEqual([]);
  });
}

async function faultsByWidth(page: Page, what: string, hasFilters: boolean): Promise<string[]> {
  const all: string[] = [];
  for (const width of WIDTHS.filter(each => hasFilters || each >= FIRST_WITH_FILTERS)) {
    await page.setViewportSize({ width, height: 900 });
    all.push(...(await layoutFaults(page)).map(fault => `${what}, ${width} px: ${fault}`));
  }
  return all;
}

for (const name of ['no-facets']) {
  test(`${name}: without anything to filter by there is no column of filters and no way to show it`, async ({ page }) => {
    await openRecord(page, name);
    await expect(page.getByRole('navigation', { name: 'Filters' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Filters' })).toHaveCount(0);
    const results = await page.getByRole('main').boundingBox();
    expect(results?.width).toBe(1440);
  });
}

test('an empty facet is passed over', async ({ page }) => {
  await openRecord(page, 'empty-facet-first');
  const facets = page.getByRole('navigation', { name: 'Filters' }).getByRole('group');
  await expect(facets.first()).toHaveAccessibleName('Venue');
});

test('line ends of a summary stay, with one blank line at most', async ({ page }) => {
  await openRecord(page, 'no-facets', 'activity=a');
  const lines = await page.getByText('Dear all,').evaluate(element => (element as HTMLElement).innerText.split('\n'));
  expect(lines).toEqual(['Dear all,', 'we have arrived.', '', 'Yours,', 'Ada']);
});
