import { box, expect, expectTotal, linkOf, marks, open, status, steps, test } from './journey';
import { expected } from './oracle';

const LINK = 'programme=ccp,glo-act&region=-europe&q=committee&from=2017&to=2018-06&view=list&sort=-date';

test('clearing all filters can be undone, exactly', async ({ page }) => {
  await open(page, `?${LINK}`);
  const before = await steps(page);
  await page.getByRole('button', { name: 'Clear all filters' }).press('Enter');
  await expectTotal(page, 89);
  const undo = page.getByRole('button', { name: 'Undo clear' });
  await expect(undo).toBeFocused();
  await expect(page.getByText('All filters are cleared. They can be brought back.')).toBeAttached();
  await expect(status(page)).toHaveCount(1);
  await undo.press('Enter');
  await expect.poll(() => linkOf(page)).toBe(LINK);
  await expectTotal(page, expected(LINK).total);
  await expect(undo).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Clear all filters' })).toBeFocused();
  expect(await steps(page)).toBe(before + 2);
});

test('the offer stays until the next choice, and Back undoes as well', async ({ page }) => {
  await open(page, `?${LINK}`);
  const undo = page.getByRole('button', { name: 'Undo clear' });
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expectTotal(page, 89);
  await page.goBack();
  await expect.poll(() => linkOf(page)).toBe(LINK);
  await expect(undo).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(undo).toBeVisible();
  await box(page, 'GLO.ACT').click();
  await expectTotal(page, 5);
  await expect(undo).toHaveCount(0);
  await page.goBack();
  await expectTotal(page, 89);
  await expect(undo).toHaveCount(0);
});

test('the offer goes with a window that is brushed', async ({ page }) => {
  await open(page, '?programme=glo-act');
  await expect(marks(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page.getByRole('button', { name: 'Undo clear' })).toBeVisible();
  await page.getByRole('slider', { name: 'Start of the window' }).press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Undo clear' })).toHaveCount(0);
});

test('where nothing is found, clearing can be undone too', async ({ page }) => {
  await open(page, '?programme=glo-act&q=zebra&view=list');
  await page.getByRole('main').getByRole('button', { name: 'Clear all filters' }).last().click();
  await expectTotal(page, 89);
  await expect(page.getByRole('button', { name: 'Undo clear' })).toBeFocused();
  await page.getByRole('button', { name: 'Undo clear' }).click();
  await expect.poll(() => linkOf(page)).toBe('programme=glo-act&q=zebra&view=list');
});

test('a chip that goes leaves the focus to the next, the last one to the results', async ({ page }) => {
  await open(page, '?programme=glo-act&region=-europe&view=list');
  await page.getByRole('button', { name: 'Remove filter: Programme: GLO.ACT' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove filter: Region: not Europe' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectTotal(page, 89);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ ownProfile: true, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('the sheet clears and brings back', async ({ page }) => {
    await open(page, '?programme=glo-act&from=2017');
    await page.getByRole('button', { name: 'Filters, 2 applied' }).tap();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByRole('button', { name: 'Clear all' }).tap();
    await expect(sheet.getByRole('button', { name: 'Show 89 activities' })).toBeVisible();
    await sheet.getByRole('button', { name: 'Undo clear' }).tap();
    await expect.poll(() => linkOf(page)).toBe('programme=glo-act&from=2017');
    await expect(sheet.getByRole('button', { name: 'Clear all' })).toBeVisible();
  });
});
