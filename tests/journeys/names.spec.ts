import { box, expect, facet, list, marks, open, searchBox, status, test, timeline } from './journey';
import { record } from './oracle';

test('says what assistive technology is promised', async ({ page }) => {
  await open(page);
  await expect(status(page)).toHaveText('89 of 89 activities');
  await expect(page.getByRole('combobox', { name: 'Search activities', exact: true })).toBeVisible();
  const view = page.getByRole('radiogroup', { name: 'View', exact: true });
  await expect(view.getByRole('radio', { name: 'Timeline', exact: true })).toBeChecked();
  await expect(view.getByRole('radio', { name: 'List', exact: true })).not.toBeChecked();
  const toolbar = timeline(page).getByRole('toolbar');
  for (const name of ['Zoom in', 'Zoom out', 'Earlier', 'Later', 'Fit all']) {
    await expect(toolbar.getByRole('button', { name, exact: true })).toBeVisible();
  }
  for (const name of ['From', 'To']) {
    await expect(page.getByRole('textbox', { name, exact: true })).toBeVisible();
  }
});

test('names nothing on the timeline like one of its controls', async ({ page }) => {
  await open(page);
  await expect(marks(page).first()).toBeVisible();
  for (const name of ['Zoom in', 'Zoom out', 'Earlier', 'Later', 'Fit all', 'Copy link', 'Clear all filters']) {
    const count = ['Copy link', 'Clear all filters'].includes(name) ? 0 : 1;
    await expect(page.getByRole('button', { name }), name).toHaveCount(count);
  }
});

test('names a group for every facet and a checkbox with its count for every value', async ({ page }) => {
  await open(page, '?view=list');
  for (const { label } of record.facets) {
    const boxes = facet(page, label).getByRole('checkbox');
    await expect(boxes.first()).toBeVisible();
    for (const name of await boxes.evaluateAll(all => all.map(one => one.getAttribute('aria-label')))) {
      expect(name).toMatch(/^\S.*, \d+ activit(y|ies)$/);
    }
  }
  await expect(
    facet(page, 'Programme').getByRole('checkbox', { name: 'GLO.ACT, 5 activities', exact: true }),
  ).toBeVisible();
});

test('names every active filter and the way to clear them all', async ({ page }) => {
  await open(page, '?programme=glo-act&region=-europe&q=committee&from=2017&to=2018&view=list');
  for (const name of ['Programme: GLO.ACT', 'Region: not Europe', 'Search: “committee”', 'Window: 2017 – 2018']) {
    await expect(page.getByRole('button', { name: `Remove filter: ${name}`, exact: true })).toBeVisible();
  }
  await expect(status(page)).toHaveText(
    /^\d+ of 89 activities\. Filters: .*GLO\.ACT.*not Europe.*“committee”.*2017 – 2018/,
  );
  await page.getByRole('button', { name: 'Clear all filters', exact: true }).click();
  await expect(status(page)).toHaveText('89 of 89 activities');
  await expect(page.getByRole('button', { name: /^Remove filter/ })).toHaveCount(0);
});

test('groups the list under years, each activity with a heading that is a link and a time', async ({ page }) => {
  await open(page, '?view=list');
  const items = list(page).getByRole('listitem');
  await expect(items).toHaveCount(89);
  await expect(list(page).getByRole('heading', { level: 3 }).getByRole('link')).toHaveCount(89);
  await expect(items.locator('time')).toHaveCount(89);
  await expect(list(page).getByRole('heading', { level: 2 })).toHaveText([/^2017/, /^2018/, /^2022/, /^2023/, /^2024/]);
});

test('names the opened activity by its title, with a way to close it', async ({ page }) => {
  await open(page, '?activity=2018-glo-act-steering-committee');
  const opened = page.getByRole('complementary', { name: /^Fifth GLO\.ACT steering committee/ });
  await expect(opened.getByRole('heading', { name: /^Fifth GLO\.ACT steering committee/ })).toBeVisible();
  await opened.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(opened).toHaveCount(0);
});

test('names the share dialog', async ({ page }) => {
  await open(page, '?view=list');
  await page.getByRole('button', { name: 'Share and cite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share and cite', exact: true });
  await expect(dialog.getByRole('button', { name: 'Copy link', exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(dialog).toHaveCount(0);
});

test('says a problem in an alert', async ({ page }) => {
  await open(page, '?activity=nowhere&view=list');
  await expect(page.getByRole('alert')).toContainText('nowhere');
});

test('speaks the number of a box again when the selection changes', async ({ page }) => {
  await open(page, '?view=list');
  await expect(box(page, 'Africa')).toHaveAccessibleName('Africa, 23 activities');
  await searchBox(page).fill('GLO.ACT');
  await expect(box(page, 'Africa')).not.toHaveAccessibleName('Africa, 23 activities');
});

test.describe('between a phone and a desk', () => {
  test.use({ ownProfile: true, viewport: { width: 1024, height: 768 } });

  test('opens an activity over the results and goes back to where it was opened', async ({ page }) => {
    await open(page, '?view=list&programme=glo-act');
    const link = list(page).getByRole('link', { name: /^Fifth GLO\.ACT steering committee/ });
    await link.click();
    const opened = page.getByRole('dialog', { name: /^Fifth GLO\.ACT steering committee/ });
    await expect(opened).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(opened).toHaveCount(0);
    await expect(link).toBeFocused();
  });
});
