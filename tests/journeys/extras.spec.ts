import type { Page } from '@playwright/test';
import { expect, list, open, test, timeline, titles } from './journey';

/** A red square of four pixels. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==';

/** A dataset with what the format offers beyond title, date and facets: no date, a time of day, fields and an image. */
const DATASET = {
  format: 'chronofacet-dataset/1',
  id: 'extras',
  title: 'Extras',
  fields: [
    { id: 'cost', label: 'Cost', type: 'number' },
    { id: 'room', label: 'Room', type: 'text' },
  ],
  activities: [
    { id: 'ten', date: '2020-05-01T10:30', title: 'At ten', values: { cost: 1000, room: 'Blue hall' } },
    { id: 'nine', date: '2020-05-01T09:00', title: 'At nine', values: { cost: 20 } },
    {
      id: 'seen',
      date: '2021-03',
      title: 'With a picture',
      values: { cost: 300 },
      image: { src: 'data/dot.png', alt: 'A red square', credit: 'The archive' },
    },
    { id: 'never', date: '', title: 'On no known day' },
  ],
};

async function openExtras(page: Page, link: string, dataset: unknown = DATASET): Promise<void> {
  await page.route('**/data/extras.json', route => route.fulfill({ json: dataset }));
  await page.route('**/data/dot.png', route =>
    route.fulfill({ body: Buffer.from(DOT, 'base64'), contentType: 'image/png' }),
  );
  await open(page, `?data=data/extras.json&${link}`);
}

test('activities of one day are in the order of their hours, and those without a date come last', async ({ page }) => {
  await openExtras(page, 'view=list');
  await expect(titles(page)).toHaveText(['At nine', 'At ten', 'With a picture', 'On no known day']);
  await expect(list(page)).toContainText('10:30');
  await expect(page.getByRole('heading', { name: /^No date/ })).toBeVisible();
  await openExtras(page, 'view=list&from=1900&to=2100');
  await expect(titles(page)).toHaveText(['At nine', 'At ten', 'With a picture']);
  await openExtras(page, '');
  await expect(timeline(page)).toContainText('1 activity has no date');
});

test('a dataset without any date shows its activities as a list in place of the timeline', async ({ page }) => {
  const activities = DATASET.activities.map(activity => ({ ...activity, date: '' }));
  await openExtras(page, 'view=timeline', { ...DATASET, activities });
  await expect(titles(page)).toHaveText(['On no known day', 'At nine', 'With a picture', 'At ten']);
  await expect(page.getByRole('heading', { name: /^No date/ })).toBeVisible();
});

test('fields are columns that sort as numbers, are shown with the activity, and are searched', async ({ page }) => {
  await openExtras(page, 'view=table&table.columns=_date,cost');
  const table = page.getByRole('grid', { name: 'Activities', exact: true });
  await table.getByRole('columnheader', { name: 'Cost', exact: true }).getByRole('button').click();
  await expect(table.getByRole('rowheader')).toHaveText(['At nine', 'With a picture', 'At ten', 'On no known day']);
  await openExtras(page, 'view=list&q=blue&activity=ten');
  await expect(titles(page)).toHaveText(['At ten']);
  const opened = page.getByRole('complementary');
  await expect(opened).toContainText('Cost');
  await expect(opened).toContainText('1,000');
  await expect(opened).toContainText('Blue hall');
});

test('an image is small in the list, and in the opened activity it has its credit', async ({ page }) => {
  await openExtras(page, 'view=list&activity=seen');
  const image = page.getByRole('complementary').getByRole('img', { name: 'A red square' });
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(2);
  await expect(page.getByRole('complementary')).toContainText('The archive');
  const small = list(page).locator('img');
  await expect(small).toHaveCount(1);
  expect((await small.boundingBox())?.width ?? 0).toBeLessThan(100);
});
