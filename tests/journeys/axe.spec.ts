import type { Page } from '@playwright/test';
import { expectNoViolation, expectTargetsForMouse } from './axe';
import { expect, expectTotal, marks, open, searchBox, test, timeline } from './journey';

const OPENED = '?programme=glo-act&activity=2018-glo-act-steering-committee';

interface State {
  name: string;
  link: string;
  reach?: (page: Page) => Promise<void>;
}

async function share(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Share/ }).click();
  await expect(page.getByRole('dialog', { name: 'Share and cite' })).toBeVisible();
}

async function shareAsBibtex(page: Page): Promise<void> {
  await share(page);
  await page.getByRole('radio', { name: 'BibTeX' }).check();
  await page.getByRole('button', { name: 'CSV' }).click();
  await expect(page.getByText(/^Saved as/)).toBeVisible();
}

async function shareByHand(page: Page): Promise<void> {
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException('closed', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { value: { write: refuse, writeText: refuse } });
  });
  await share(page);
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByRole('textbox', { name: 'The text to copy' })).toBeVisible();
}

async function shareForLong(page: Page): Promise<void> {
  // The code that writes files never arrives.
  await page.route('**/export.worker-*.js', () => {});
  await share(page);
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
}

async function shareActivity(page: Page): Promise<void> {
  const opened = page.getByRole('complementary').or(page.getByRole('dialog'));
  await opened.getByRole('button', { name: 'Share and cite' }).click();
  await expect(page.getByRole('textbox', { name: 'Link to this activity' })).toBeVisible();
}

async function drawn(page: Page): Promise<void> {
  await expect(timeline(page)).toBeVisible();
  await expect(marks(page).first()).toBeVisible();
}

async function crossed(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Matrix', exact: true })).toBeVisible();
}

const ON_A_DESK: readonly State[] = [
  { name: 'the start', link: '', reach: drawn },
  {
    name: 'the timeline, filtered',
    link: '?theme=human-trafficking,migrant-smuggling&region=-africa&from=2017&to=2018-06&lanes=theme',
    reach: drawn,
  },
  { name: 'the timeline of partial dates', link: '?from=2022&to=2024-07&lanes=none', reach: drawn },
  { name: 'the list', link: '?view=list' },
  { name: 'the list, searched', link: '?view=list&q=migrant+smuggling&sort=title' },
  { name: 'the table', link: '?view=table' },
  {
    name: 'the table, scrolling sideways with its columns to choose',
    link: `${OPENED}&view=table&table.columns=_date,_place,institution,programme,region,theme`,
    reach: page => page.getByRole('button', { name: 'Columns', exact: true }).click(),
  },
  { name: 'the map', link: '?view=map&region=africa,br,-be' },
  { name: 'the matrix', link: '?view=matrix', reach: crossed },
  {
    name: 'the matrix, opened',
    link: '?view=matrix&theme=human-trafficking,terrorism&lanes=region&lanes.across=institution',
    reach: async page => {
      await crossed(page);
      await page
        .getByRole('button', { name: /European Commission/ })
        .last()
        .click();
      await expect(page.getByRole('columnheader', { name: 'DG HOME' })).toBeVisible();
    },
  },
  {
    name: 'the record’s own page',
    link: '?view=list&about=1',
    reach: page => expect(page.getByRole('dialog')).toContainText('a known day'),
  },
  { name: 'silence folded, a lane opened', link: '?gaps=fold&lanes=region&lanes.open=africa', reach: drawn },
  {
    name: 'a pile opened in place',
    link: '',
    reach: async page => {
      await drawn(page);
      await marks(page).and(page.locator('[data-pile]')).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'a comparison', link: '?institution=eeas&compare=institution%3Deuropean-commission', reach: drawn },
  {
    name: 'a comparison of two years, with the list of a side open',
    link: '?from=2017&to=2017&compare=from%3D2018%26to%3D2018',
    reach: page =>
      page
        .getByRole('group', { name: 'B', exact: true })
        .getByRole('button', { name: /^Window/ })
        .click(),
  },
  {
    name: 'the keys',
    link: '?view=list&programme=glo-act',
    reach: page => page.getByRole('button', { name: 'Keyboard shortcuts' }).click(),
  },
  { name: 'a bare view for a frame', link: '?view=list&programme=glo-act&embed=1' },
  { name: 'an opened activity', link: OPENED, reach: drawn },
  { name: 'sharing', link: '?programme=glo-act', reach: share },
  { name: 'a citation for a reference manager', link: '?programme=glo-act', reach: shareAsBibtex },
  { name: 'sharing an activity', link: OPENED, reach: shareActivity },
  { name: 'a text to copy by hand', link: '?programme=glo-act', reach: shareByHand },
  { name: 'a file that takes long', link: '?programme=glo-act', reach: shareForLong },
  { name: 'nothing found', link: '?programme=glo-act&q=zebra' },
  { name: 'a bad link', link: '?activity=nowhere&from=yesterday&programme=nowhere' },
  {
    name: 'a bad date in the window',
    link: '?view=list&programme=glo-act',
    reach: async page => {
      await page.getByRole('textbox', { name: 'From' }).fill('soon');
      await page.getByRole('textbox', { name: 'From' }).press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'the periods',
    // Only the sentence of an empty result is below the list of periods.
    link: '?view=list&from=2019&to=2020',
    reach: async page => {
      await page.getByRole('button', { name: 'Periods' }).click();
      await expect(page.getByRole('button', { name: /^Busiest month/ })).toBeVisible();
    },
  },
  {
    name: 'the undoing of a clearing',
    link: '?view=list&programme=glo-act',
    reach: async page => {
      await page.getByRole('button', { name: 'Clear all filters' }).click();
      await expect(page.getByRole('button', { name: 'Undo clear' })).toBeVisible();
    },
  },
  {
    name: 'the courses of all values, and what acts on one',
    link: '?view=list',
    reach: async page => {
      await page.getByRole('combobox', { name: 'Sort values' }).selectOption('by trend');
      await page.getByRole('checkbox', { name: /^Africa/ }).hover();
      await page.getByRole('button', { name: 'More for Africa' }).click();
      await expect(page.getByRole('button', { name: 'Exclude Africa' })).toBeVisible();
    },
  },
  {
    name: 'a long facet, searched',
    link: '?view=list&from=2017&to=2018-06',
    reach: async page => {
      await page.getByRole('button', { name: /more in Region$/ }).click();
      await page.getByRole('searchbox', { name: 'Search in Region' }).fill('africa');
      await expect(page.getByText(/values found$/)).toBeAttached();
    },
  },
];

const ON_A_PHONE: readonly State[] = [
  { name: 'the list', link: '?from=2018-05' },
  { name: 'the list, filtered', link: '?programme=glo-act,ccp&q=committee&from=2017&to=2018-06' },
  { name: 'the timeline', link: '?view=timeline', reach: drawn },
  { name: 'the timeline in colours', link: '?view=timeline&colour=institution', reach: drawn },
  { name: 'the table', link: '?view=table' },
  {
    name: 'the columns of the table',
    link: '?view=table',
    reach: page => page.getByRole('button', { name: 'Columns', exact: true }).click(),
  },
  { name: 'a comparison', link: '?institution=eeas&compare=institution%3Deuropean-commission' },
  { name: 'the map', link: '?view=map' },
  { name: 'the matrix', link: '?view=matrix', reach: crossed },
  {
    name: 'the filters',
    link: '?region=africa,-sahel',
    reach: async page => {
      await page.getByRole('button', { name: /^Filters/ }).click();
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    },
  },
  {
    name: 'one facet and a search in the filters',
    link: '?region=africa',
    reach: async page => {
      await page.getByRole('button', { name: /^Filters/ }).click();
      const sheet = page.getByRole('dialog', { name: 'Filters' });
      await sheet.getByRole('button', { name: 'Region', exact: true }).click();
      await sheet.getByRole('searchbox', { name: 'Search all values' }).fill('nig');
      await expect(sheet.getByRole('group')).not.toHaveCount(4);
    },
  },
  {
    name: 'the periods in the filters',
    link: '?from=2018',
    reach: async page => {
      await page.getByRole('button', { name: /^Filters/ }).click();
      const sheet = page.getByRole('dialog', { name: 'Filters' });
      await sheet.getByRole('button', { name: 'Years', exact: true }).click();
      await sheet.getByRole('button', { name: 'Periods' }).click();
    },
  },
  { name: 'an opened activity', link: OPENED, reach: page => expect(page.getByRole('dialog')).toBeVisible() },
  { name: 'sharing', link: '?programme=glo-act', reach: share },
  { name: 'sharing an activity', link: OPENED, reach: shareActivity },
  { name: 'nothing found', link: '?programme=glo-act&q=zebra', reach: page => expectTotal(page, 0) },
  {
    name: 'the search',
    link: '?programme=glo-act',
    reach: async page => {
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(searchBox(page)).toBeVisible();
    },
  },
];

/** In a long table axe takes long, as it reads every element. */
test.describe.configure({ timeout: 120_000 });

function check(states: readonly State[], also?: (page: Page) => Promise<void>): void {
  for (const { name, link, reach } of states) {
    test(name, async ({ page }) => {
      await open(page, link);
      await reach?.(page);
      await expectNoViolation(page);
      await also?.(page);
    });
  }
}

test.describe('no rule of accessibility is broken at a desk by', () => {
  check(ON_A_DESK);
});

test.describe('no rule of accessibility is broken by what a reader keeps', () => {
  test.use({ ownProfile: true });
  check([
    {
      name: 'hidden filters and compact rows',
      link: '?view=list&programme=glo-act',
      reach: async page => {
        await page.getByRole('button', { name: 'Compact rows' }).click();
        await page.getByRole('button', { name: 'Hide filters' }).click();
        await expect(page.getByRole('button', { name: 'Show filters' })).toBeVisible();
      },
    },
    {
      name: 'folded groups',
      link: '?view=list&programme=glo-act',
      reach: async page => {
        await page.getByRole('button', { name: 'Programme', exact: true }).click();
        await page.getByRole('button', { name: 'Region', exact: true }).click();
      },
    },
  ]);
});

test.describe('no rule of accessibility is broken on a phone, or in a window as narrow with a mouse, by', () => {
  test.use({ ownProfile: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  check(ON_A_PHONE, expectTargetsForMouse);
});
