import type { Page } from '@playwright/test';
import { expect, expectTotal, list, marks, open, sentence, test } from './journey';
import { follow } from './layout';
import { expected } from './oracle';

for (const timezoneId of ['America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu']) {
  test.describe(`a day is the same day in ${timezoneId}`, () => {
    test.use({ ownProfile: true, timezoneId });

    test('in the list, the opened activity, the strip and the window', async ({ page }) => {
      await open(page, '?view=list&from=2018-02-06&to=2018-02-06&activity=2018-glo-act-steering-committee');
      await expectTotal(page, expected('from=2018-02-06&to=2018-02-06').total);
      await expect(sentence(page)).toHaveText(/, 6 February 2018$/);
      await expect(page.locator('time').first()).toHaveText('6 February');
      await expect(page.locator('time').first()).toHaveAttribute('datetime', '2018-02-06');
      await expect(page.getByRole('complementary')).toContainText('Tuesday, 6 February 2018');
      await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('6 Feb 2018');
      const start = page.getByRole('slider', { name: 'Start of the window' });
      await expect(start).toHaveAttribute('aria-valuetext', '6 February 2018');
    });

    test('on the timeline', async ({ page }) => {
      await open(page, '?from=2018-02-01&to=2018-02-14&lanes=none&activity=2018-glo-act-steering-committee');
      const mark = page.locator('button[data-activity="2018-glo-act-steering-committee"]:visible');
      await expect(mark).toHaveAccessibleName(/, 6 February 2018$/);
      const shape = await mark.locator('.mark-shape').boundingBox();
      const plane = await page.locator('.vis-panel.vis-center').boundingBox();
      if (!shape || !plane) throw new Error('nothing is drawn');
      // Noon of the sixth of fourteen days, between the padding of the timeline.
      const share = (shape.x + shape.width / 2 - plane.x - 12) / (plane.width - 24);
      expect(share).toBeGreaterThan(5.3 / 14);
      expect(share).toBeLessThan(5.7 / 14);
      await mark.hover();
      await expect(page.getByRole('tooltip')).toContainText('6 February 2018');
    });
  });
}

/** Time zones with unusual offsets or clock changes, and locales with other calendars or digits. */
const READERS: readonly [string, string][] = [
  ['UTC', 'en-GB'],
  ['America/New_York', 'en-US'],
  ['Pacific/Apia', 'fr-FR'],
  ['Europe/Amsterdam', 'de-DE'],
  ['Asia/Tehran', 'fa-IR'],
  ['Africa/Cairo', 'ar-EG'],
  ['Asia/Bangkok', 'th-TH'],
  ['Asia/Tokyo', 'ja-JP'],
  ['America/Sao_Paulo', 'en-US'],
  ['Australia/Lord_Howe', 'en-GB'],
  ['Africa/Monrovia', 'fr-FR'],
  ['Pacific/Kiritimati', 'ar-EG'],
];

const DAYS = [
  ['500 BC', 'some time between 500 BC and 400 BC'],
  ['44 BC', '10–15 March'],
  ['2 BC', '30 December 2 BC – 3 January 1 AD'],
  ['1 BC', '29 February'],
  ['1 AD', '1 January'],
  ['1492', '12–14 October'],
  ['1582', '10 October'],
  ['1883', '18 November'],
  ['1940', '16–17 May'],
  ['2011', '30 December'],
  ['2018', '4 November'],
  ['2019', '31 March'],
  ['2019', 'October'],
  ['2019', '31 December 2019 – 1 January 2020'],
  ['2020', '2020'],
  ['2021', 'some day from 28 March 2021 to 31 October 2021'],
];

/** Returns the dates of the list by the year of their heading. */
async function listed(page: Page): Promise<string[][]> {
  const dates = await list(page)
    .getByRole('listitem')
    .evaluateAll(items =>
      items.map(item => [
        item.querySelector('h2 > span')?.textContent ?? '',
        item.querySelector('time')?.textContent ?? '',
      ]),
    );
  let over = '';
  return dates.map(([year = '', date = '']) => {
    over = year || over;
    return [over, date.replace(/[\u00a0\u2009\u202f]/g, ' ')];
  });
}

for (const [timezoneId, locale] of READERS) {
  test.describe(`the days of a record in ${timezoneId} for a browser in ${locale}`, () => {
    test.use({ ownProfile: true, timezoneId, locale });

    test('are the same as everywhere', async ({ page }) => {
      await page
        .context()
        .route('**/data/days.json', route => route.fulfill({ path: 'tests/journeys/records/days.json' }));
      await open(page, '?data=data/days.json&view=list&lang=en');
      expect(await listed(page)).toEqual([['No first day', '400 BC or earlier'], ...DAYS]);
      await follow(page, '?data=data/days.json&lang=en&from=2011-12-28&to=2012-01-01');
      await expect(sentence(page)).toHaveText('1 activity, 28 December 2011 – 1 January 2012');
      await expect(marks(page)).toHaveAccessibleName('A day that Samoa skipped, 30 December 2011');
      const days = page.locator('.vis-time-axis .vis-minor:not(.vis-measure)').filter({ hasText: /\d/ });
      await expect(days.filter({ hasText: 'Fri 30' })).toHaveCount(1);
    });
  });
}
