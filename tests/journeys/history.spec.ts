import { box, expect, expectTotal, linkOf, marks, open, searchBox, steps, test, timeline, titles } from './journey';

test('a choice is a step that can be gone back to', async ({ page }) => {
  await open(page);
  const before = await steps(page);
  await box(page, 'GLO.ACT').click();
  await expectTotal(page, 5);
  await expect.poll(() => steps(page)).toBe(before + 1);
  await page.getByRole('radio', { name: 'List' }).check();
  await expect(titles(page)).toHaveCount(5);
  await expect.poll(() => steps(page)).toBe(before + 2);
  await titles(page).first().click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await expect.poll(() => steps(page)).toBe(before + 3);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expectTotal(page, 89);
  await expect.poll(() => steps(page)).toBe(before + 4);
});

test('typing refines the present step', async ({ page }) => {
  await open(page, '?view=list');
  const before = await steps(page);
  await searchBox(page).pressSequentially('traffick', { delay: 60 });
  await expect.poll(() => linkOf(page)).toBe('q=traffick&view=list');
  await expect.poll(() => steps(page)).toBe(before);
});

test('zooming, panning and brushing refine the present step', async ({ page }) => {
  await open(page);
  await expect(marks(page).first()).toBeVisible();
  const before = await steps(page);
  const links = new Set<string>();
  const settled = async () => {
    await expect.poll(() => links.has(linkOf(page))).toBe(false);
    links.add(linkOf(page));
    await expect.poll(() => steps(page)).toBe(before);
  };
  links.add('');
  const tools = timeline(page).getByRole('toolbar');
  await tools.getByRole('button', { name: 'Zoom in' }).click();
  await settled();
  await tools.getByRole('button', { name: 'Later' }).click();
  await settled();
  await tools.getByRole('button', { name: 'Zoom in' }).click();
  await settled();
  await page.getByRole('slider', { name: 'Start of the window' }).press('ArrowLeft');
  await settled();
});

test('a window that is typed in and entered is a step', async ({ page }) => {
  await open(page, '?view=list');
  const before = await steps(page);
  await page.getByRole('textbox', { name: 'From' }).fill('2018');
  await page.getByRole('textbox', { name: 'From' }).press('Enter');
  await expect.poll(() => linkOf(page)).toBe('from=2018&view=list');
  await expect.poll(() => steps(page)).toBe(before + 1);
  await page.goBack();
  await expectTotal(page, 89);
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('');
});
