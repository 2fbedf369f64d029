import { box, expect, expectTotal, open, sentence, test } from './journey';

const TITLE = 'EU–UNODC cooperation';

test('the page says what the record is while nothing is filtered, and the strip stays where it is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, '?view=list');
  await expect(sentence(page)).toHaveText(`89 activities of ${TITLE}, 2017 – 2024`);
  await expect(page).toHaveTitle(`89 activities of ${TITLE}, 2017 – 2024`);
  const standfirst = page.locator('.standfirst');
  await expect(standfirst).toContainText('Activities of the European Union and the United Nations Office');
  const lines = await standfirst.evaluate(({ clientHeight }) => clientHeight / 24);
  expect(lines).toBeLessThanOrEqual(2);
  const strip = page.getByRole('region', { name: 'The whole record over time' });
  const before = await strip.boundingBox();
  await box(page, 'GLO.ACT').check();
  await expectTotal(page, 5);
  await expect(standfirst).toHaveCount(0);
  await expect(sentence(page)).not.toContainText(TITLE);
  await expect(page).toHaveTitle(new RegExp(`– ${TITLE}$`));
  expect(await strip.boundingBox()).toEqual(before);
});

for (const width of [320, 390, 768]) {
  test(`the introduction ends in its link within two lines on a screen of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, '?view=list');
    const standfirst = page.locator('.standfirst');
    const link = standfirst.getByRole('link', { name: 'About this record' });
    await expect(standfirst).toHaveClass(/is-cut/);
    const [around, inside] = [await standfirst.boundingBox(), await link.boundingBox()];
    if (!around || !inside) throw new Error('no introduction is shown');
    expect(around.height).toBeLessThanOrEqual(48);
    expect(inside.y + inside.height).toBeLessThanOrEqual(around.y + around.height + 0.5);
    expect(inside.x + inside.width).toBeLessThanOrEqual(around.x + around.width + 0.5);
  });
}

test('notes on the coverage have words on a phone, or one button shows all of them', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '?view=list');
  const strip = page.getByRole('region', { name: 'The whole record over time' });
  await expect(strip.getByRole('button', { name: /76 · The news page lists/ })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 844 });
  await open(page, '?view=list');
  const words = strip.getByText(/^ · /).or(strip.getByRole('button', { name: 'What the sources cover, in 2 periods' }));
  await expect(words.first()).toBeVisible();
  for (const one of await words.all()) {
    const size = await one.boundingBox();
    expect(size?.width).toBeGreaterThan(48);
  }
});

test('boxes show dates as readers write them, and still read those of links', async ({ page }) => {
  await open(page, '?view=list&from=2017-01-05&to=2018-06');
  const from = page.getByRole('textbox', { name: 'From' });
  await expect(from).toHaveValue('5 Jan 2017');
  await expect(page.getByRole('textbox', { name: 'To' })).toHaveValue('Jun 2018');
  await from.fill('2017-03');
  await from.press('Enter');
  await expect(from).toHaveValue('Mar 2017');
  await expect(page).toHaveURL(/from=2017-03&/);
});
