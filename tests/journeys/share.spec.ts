import {
  box,
  expect,
  expectScreen,
  expectTotal,
  linkOf,
  list,
  marks,
  open,
  screenOf,
  searchBox,
  sentence,
  status,
  test,
  timeline,
  titles,
} from './journey';
import { titleOf } from './oracle';

test.describe('from the first look to a shared link', () => {
  test.use({ ownProfile: true, permissions: ['clipboard-read', 'clipboard-write'] });

  test('leads back, forward, through a reload and to another person', async ({ page, otherPerson }) => {
    await open(page);
    const start = await screenOf(page);

    await box(page, 'GLO.ACT').click();
    await expectTotal(page, 5);
    const filtered = await screenOf(page);

    await timeline(page).getByRole('button', { name: 'Zoom in' }).click();
    await expect(page.getByRole('textbox', { name: 'From' })).not.toHaveValue('');
    await expect(page.getByRole('textbox', { name: 'To' })).not.toHaveValue('');
    await expect.poll(async () => (await screenOf(page)).sentence).not.toEqual(filtered.sentence);

    await timeline(page).getByRole('button', { name: 'Fit all' }).click();
    await expectTotal(page, 5);
    const whole = await screenOf(page);
    const mark = marks(page).and(page.locator('[data-activity="2018-glo-act-steering-committee"]')).first();
    await mark.locator('.mark-shape').click();
    const opened = page.getByRole('complementary');
    await expect(opened).toHaveAccessibleName(titleOf('2018-glo-act-steering-committee'));
    expect(linkOf(page)).toBe('programme=glo-act&activity=2018-glo-act-steering-committee&timeline.whole=1');
    const there = await screenOf(page);

    await page.goBack();
    await expect(opened).toHaveCount(0);
    await expectScreen(page, whole);
    await page.goBack();
    await expectTotal(page, 89);
    await expectScreen(page, start);
    await page.goForward();
    await expectTotal(page, 5);
    await page.goForward();
    await expect(opened).toBeVisible();
    await expectScreen(page, there);

    await page.reload();
    await expect(opened).toBeVisible();
    await expectScreen(page, there);

    await page.getByRole('banner').getByRole('button', { name: 'Share and cite' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share and cite' });
    await expect(dialog).toContainText(String(there.sentence));
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(dialog.getByText('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(page.url());

    const theirs = await otherPerson();
    await open(theirs, link);
    await expect(theirs.getByRole('complementary')).toBeVisible();
    await expectScreen(theirs, there);
  });

  test('carries a window, lanes, a search and an opened activity', async ({ page, otherPerson }) => {
    await open(page, '?theme=human-trafficking,migrant-smuggling&from=2017&to=2018-06&lanes=institution');
    await searchBox(page).fill('committee');
    await expect(sentence(page)).toContainText('“committee”');
    await expect(status(page)).toContainText('“committee”');
    await marks(page).first().locator('.mark-shape').click();
    await expect(page.getByRole('complementary')).toBeVisible();
    const mine = await screenOf(page);
    await page.getByRole('banner').getByRole('button', { name: 'Share and cite' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const theirs = await otherPerson();
    await open(theirs, link);
    await expect(theirs.getByRole('complementary')).toBeVisible();
    await expectScreen(theirs, mine);
    await expect(theirs.getByRole('combobox', { name: 'Lanes' })).toHaveValue('institution');
  });
});

test('offers the link for copying by hand where the clipboard is closed', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('closed')) } });
  });
  await open(page, '?programme=ccp');
  await page.getByRole('banner').getByRole('button', { name: 'Share and cite' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Press Ctrl+C to copy the link.')).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Link to this view' });
  await expect(field).toHaveValue(page.url());
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(page.url().length);
});

test('keeps an activity open beside the list and gives its neighbours', async ({ page }) => {
  await open(page, '?view=list&programme=glo-act');
  const all = await titles(page).allTextContents();
  await titles(page).nth(1).click();
  const opened = page.getByRole('complementary');
  await expect(opened).toHaveAccessibleName(String(all[1]));
  await expect(list(page)).toBeVisible();
  await opened.getByRole('link', { name: /^Next:/ }).click();
  await expect(opened).toHaveAccessibleName(String(all[2]));
  await opened.getByRole('link', { name: /^Previous:/ }).click();
  await opened.getByRole('link', { name: /^Previous:/ }).click();
  await expect(opened).toHaveAccessibleName(String(all[0]));
  await expect(opened.getByRole('link', { name: /^Previous:/ })).toHaveCount(0);
});

test('follows a tag of the opened activity to everything that has it', async ({ page }) => {
  await open(page, '?activity=2018-glo-act-steering-committee');
  await page.getByRole('complementary').getByRole('link', { name: 'GLO.ACT', exact: true }).click();
  await expectTotal(page, 5);
  expect(linkOf(page)).toBe('programme=glo-act');
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('opens the permalink of an activity without the filters', async ({ page }) => {
  await open(page, '?programme=glo-act&activity=2018-glo-act-steering-committee');
  await page.getByRole('link', { name: 'This activity by itself' }).click();
  await expectTotal(page, 89);
  expect(linkOf(page)).toBe('activity=2018-glo-act-steering-committee');
});

for (const width of [1440, 1024]) {
  test(`leaves the headline to read, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, '?programme=glo-act,ccp&theme=human-trafficking');
    const words = await page.locator('#results').evaluate(headline => {
      const range = document.createRange();
      range.selectNodeContents(headline);
      return range.getBoundingClientRect().toJSON();
    });
    await page.getByRole('button', { name: /^Share/ }).click();
    const panel = await page.getByRole('dialog', { name: 'Share and cite' }).boundingBox();
    expect((panel?.x ?? 0) >= words.right || (panel?.y ?? 0) >= words.bottom).toBe(true);
    expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(900);
  });
}
