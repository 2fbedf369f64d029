import { readFile } from 'node:fs/promises';
import { expect, open, test, titles } from './journey';
import { openRecord } from './layout';

for (const timezoneId of ['America/New_York', 'Pacific/Kiritimati']) {
  test.describe(`a clock time is shown as it is written in ${timezoneId}`, () => {
    test.use({ ownProfile: true, timezoneId });

    test('in the list, in the order of the day, and in the opened activity', async ({ page }) => {
      await openRecord(page, 'times-kept', 'view=list&activity=z-breakfast');
      const items = page
        .getByRole('list', { name: 'Activities' })
        .getByRole('listitem')
        .filter({ has: page.locator('time') });
      await expect(items.locator('time')).toHaveText([
        '20 August',
        '20 August at 09:00 UTC+2',
        '20 August, 12:30–14:00',
        '20 August at 18:30',
        '21 August at 08:00 UTC',
      ]);
      await expect(items.locator('time').nth(1)).toHaveAttribute('datetime', '2026-08-20T09:00+02:00');
      await expect(page.getByRole('complementary', { name: 'Breakfast walk' })).toContainText(
        'Thursday, 20 August 2026 at 09:00 UTC+2',
      );
    });

    test('in the table and on the timeline', async ({ page }) => {
      await openRecord(page, 'times-kept', 'view=table');
      await expect(page.getByRole('grid').locator('time')).toHaveText([
        '20 August 2026',
        '20 August 2026 at 09:00 UTC+2',
        '20 August 2026, 12:30–14:00',
        '20 August 2026 at 18:30',
        '21 August 2026 at 08:00 UTC',
      ]);
      await openRecord(page, 'times-kept', 'lanes=none');
      const mark = page.locator('button[data-activity="b-next"]:visible');
      await expect(mark).toHaveAccessibleName(/21 August 2026 at 08:00\sUTC/);
    });
  });
}

test('times that stood in the titles for want of a place order the day once they are in the dates', async ({
  page,
}) => {
  const document = JSON.parse(await readFile('tests/cases/page/times-lost.json', 'utf8'));
  for (const activity of document.activities) {
    const [title, time] = activity.title.split(', ');
    Object.assign(activity, { title, date: `${activity.date}T${time}` });
  }
  await page.route('**/data/times.json', route => route.fulfill({ json: document }));
  await open(page, '?data=data/times.json&view=list');
  await expect(titles(page)).toHaveText(['Breakfast walk', 'Lunch talk', 'Evening concert']);
  const times = page.getByRole('list', { name: 'Activities', exact: true }).locator('time');
  await expect(times).toHaveText(['20 August at 09:00', '20 August at 12:30', '20 August at 18:30']);
});
