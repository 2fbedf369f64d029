import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { follow, layoutFaults, linkIn, openRecord, type RecordName, showFilters, spaceText } from './layout';

const WIDTHS = [320, 360, 390, 600, 768, 800, 912, 1024, 1180, 1280, 1440, 1920];
const FIRST_WITH_FILTERS = 768;
/** The first width at which an opened activity is beside the panel. Below it, a dialog covers whichever panel is shown. */
const FIRST_BESIDE = 1184;
const PANELS = ['list', 'timeline', 'table', 'matrix', 'map'];

/** An activity to open, by record. */
const RECORDS: Record<RecordName, string> = {
  'eu-unodc': '2018-glo-act-steering-committee',
  wordy: 'a',
  'long-words': 'a2',
};

test.use({ ownProfile: true });

for (const [name, activity] of Object.entries(RECORDS)) {
  const title = `every panel of ${name} fits at every width, with and without filters and an opened activity`;
  test(title, { tag: name === 'eu-unodc' ? '@fonts' : [] }, async ({ page }) => {
    test.setTimeout(360_000);
    await openRecord(page, name, 'view=list');
    const faults: string[] = [];
    for (const panel of PANELS) {
      for (const opened of ['', `&activity=${activity}`]) {
        await follow(page, linkIn(name, `view=${panel}${opened}`));
        await expect(page.getByRole('radio', { name: panel, exact: false, includeHidden: true })).toBeChecked();
        for (const hasFilters of [true, false]) {
          await showFilters(page, hasFilters);
          const seen = WIDTHS.filter(width => hasFilters || width >= FIRST_WITH_FILTERS).filter(
            width => opened === '' || panel === PANELS[0] || width >= FIRST_BESIDE,
          );
          faults.push(...(await faultsByWidth(page, `${panel}${opened}${hasFilters ? '' : ', no filters'}`, seen)));
        }
      }
    }
    expect(faults).toEqual([]);
  });
}

async function faultsByWidth(page: Page, what: string, widths: readonly number[]): Promise<string[]> {
  const all: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    all.push(...(await layoutFaults(page)).map(fault => `${what}, ${width} px: ${fault}`));
    if (what.includes('activity=')) {
      await expect(page.locator('dialog:modal')).toHaveCount(width < FIRST_BESIDE ? 1 : 0);
    }
  }
  return all;
}

test('a facet of a long name and a value without a space fit', async ({ page }) => {
  await openRecord(page, 'label', 'view=timeline');
  const faults: string[] = [];
  for (const link of ['view=timeline', 'view=list&activity=x', 'view=matrix']) {
    await follow(page, linkIn('label', link));
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await layoutFaults(page)).map(fault => `${link}, ${width} px: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});

for (const name of ['no-facets']) {
  test(`${name}: without anything to filter by there is no column of filters and no way to show it`, async ({
    page,
  }) => {
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
  const lines = await page
    .getByRole('complementary')
    .getByText('Dear all,')
    .evaluate(element => {
      const style = getComputedStyle(element).whiteSpaceCollapse;
      return style === 'preserve-breaks' ? element.textContent.split('\n') : [style];
    });
  expect(lines).toEqual(['Dear all,', 'we have arrived.', '', 'Yours,', 'Ada']);
});

test('the header fits from 768 pixels on, also in long words', { tag: '@fonts' }, async ({ page }) => {
  for (const language of ['en', 'fr']) {
    await openRecord(page, 'eu-unodc', `lang=${language}`);
    for (const width of [768, 800, 912, 1024, 1180, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await headerFaults(page), `${language}, ${width} px`).toEqual([]);
    }
  }
  await page.getByRole('radiogroup').evaluate(group => {
    for (const label of group.querySelectorAll('label span')) {
      if (label.childElementCount === 0 && label.textContent) {
        label.textContent += label.textContent.slice(0, Math.ceil(label.textContent.length / 2));
      }
    }
  });
  for (const width of [768, 912, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await headerFaults(page), `half as long again, ${width} px`).toEqual([]);
  }
});

/** Returns parts of the header that overflow it or overlap. */
async function headerFaults(page: Page): Promise<string[]> {
  const faults = await layoutFaults(page);
  const cut = await page.locator('header').evaluate(header => {
    const frame = header.getBoundingClientRect();
    return [...header.querySelectorAll('a, search, label, button')].flatMap(element => {
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      const isWithin = left >= frame.left && right <= frame.right && top >= frame.top - 1 && bottom <= frame.bottom + 1;
      return isWithin && width >= 24 ? [] : [`“${element.textContent}” is cut`];
    });
  });
  return [...faults, ...cut];
}

test('every panel holds when readers space lines, letters and words', { tag: '@fonts' }, async ({ page }) => {
  await openRecord(page, 'eu-unodc');
  await spaceText(page);
  const faults: string[] = [];
  for (const panel of PANELS) {
    for (const opened of ['', '&activity=2018-glo-act-steering-committee']) {
      await follow(page, linkIn('eu-unodc', `view=${panel}${opened}&programme=glo-act,ccp`));
      for (const width of [320, 800, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        faults.push(...(await layoutFaults(page)).map(fault => `${panel}${opened}, ${width} px: ${fault}`));
      }
    }
  }
  expect(faults).toEqual([]);
});

test('every panel is read and worked at 400 % zoom', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 256 });
  await openRecord(page, 'eu-unodc');
  for (const panel of PANELS) {
    await page.getByRole('radio', { name: new RegExp(panel, 'i') }).check();
    expect(await layoutFaults(page), panel).toEqual([]);
    const sheet = page.getByRole('dialog');
    await page.locator('[aria-haspopup=dialog]', { hasText: 'Programme' }).click();
    // The actions of a row lie over its end while the pointer is on it.
    await page.mouse.move(0, 0);
    expect(await layoutFaults(page), 'one facet').toEqual([]);
    await sheet.getByRole('checkbox', { name: /^GLO\.ACT/ }).click();
    await sheet.getByRole('button', { name: 'Show 5 activities' }).click();
    await page.getByRole('button', { name: /^Filters/ }).click();
    expect(await layoutFaults(page), 'the filters').toEqual([]);
    await sheet.getByRole('button', { name: 'Remove filter: Programme: GLO.ACT' }).click();
    await sheet.getByRole('button', { name: 'Show 89 activities' }).click();
    await expect(page.getByRole('status')).toHaveText('89 of 89 activities');
  }
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Copy link' })).toBeInViewport();
  expect(await layoutFaults(page), 'the share dialog').toEqual([]);
});
