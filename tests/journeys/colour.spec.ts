import type { Page } from '@playwright/test';
import { expect, expectTotal, linkOf, list, marks, open, test, timeline } from './journey';
import { expected } from './oracle';

const PICKED = 'colour=institution:european-parliament,eeas';
const NARROWED = 'programme=glo-act,ccp&from=2017&to=2018-06';

function legend(page: Page) {
  return page.getByRole('list', { name: 'EU institution', exact: true });
}

/** The marks with a colour, whatever it is. */
function coloured(page: Page) {
  return timeline(page).locator('.mark[data-colours]');
}

test('colours nothing by default', async ({ page }) => {
  await open(page);
  await expect(marks(page).first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Colour' })).toHaveValue('');
  await expect(page.locator('.timeline-frame[data-coloured]')).toHaveCount(0);
  await expect(legend(page)).toHaveCount(0);
});

test('picks out three values by keyboard, exchanges one, and keeps them in the link', async ({ page }) => {
  await open(page);
  await expect(marks(page).first()).toBeVisible();
  const choice = page.getByRole('combobox', { name: 'Colour', exact: true });
  await choice.focus();
  await page.keyboard.type('EU');
  await expect(choice).toHaveValue('institution');
  await expect.poll(() => linkOf(page)).toBe('colour=institution');
  await expect(legend(page).getByRole('listitem')).toHaveCount(3);
  await expect(coloured(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('combobox', { name: 'Colour 3' }).selectOption('european-parliament');
  await expect.poll(() => linkOf(page)).toMatch(/^colour=institution:[a-z-]+,[a-z-]+,european-parliament$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Change', exact: true })).toBeFocused();
  await expect(legend(page).getByRole('listitem').last()).toContainText('Parliament');
});

test('counts in the legend what the selection has, as the contract says', async ({ page }) => {
  await open(page, `?${NARROWED}&${PICKED}`);
  const counts = expected(NARROWED).counts.get('EU institution');
  const items = legend(page).getByRole('listitem');
  await expect(items).toHaveText([
    `Parliament ${counts?.get('European Parliament')}`,
    `EEAS ${counts?.get('European External Action Service (EEAS)')}`,
  ]);
});

test('says a mark of a colour in words and in bold, and splits a mark of two', async ({ page }) => {
  await open(page, '?colour=institution:european-commission,eeas&from=2017&to=2018-06&lanes=none');
  const mark = coloured(page).filter({ visible: true });
  await expect(mark.first()).toBeVisible();
  for (const button of await mark.locator('.mark-button:not([data-pile])').all()) {
    await expect(button).toHaveAccessibleName(/EU institution: European/);
  }
  const label = coloured(page).locator('.mark-label:visible').first();
  await expect(label).toHaveCSS('font-weight', '600');
  await expect(timeline(page).locator('.mark[data-colours="0 1"]').first()).toBeAttached();
});

test('has the same colours in the list, with their names for screen readers', async ({ page }) => {
  await open(page, `?view=list&programme=glo-act&${PICKED}`);
  await expectTotal(page, 5);
  await expect(legend(page).getByRole('listitem')).toHaveCount(2);
  const eeas = expected('programme=glo-act&institution=eeas').total;
  await expect(list(page).getByText(/^EU institution: .*EEAS/)).toHaveCount(eeas);
});

test('stacks the strip, as high as without colours', async ({ page }) => {
  await open(page, '?colour=institution');
  const strip = page.getByRole('region', { name: 'The whole record over time' });
  const layers = strip.locator('path[style*="--colour-"]');
  await expect(layers.first()).toBeAttached();
  const whole = await strip.locator('g.text-context path').first().getAttribute('d');
  const shapes = await layers.evaluateAll(paths => paths.map(path => path.getAttribute('d')));
  // The layers are painted from the highest to the lowest. Nothing is filtered, so the highest is the whole record.
  expect(shapes[0]).toBe(whole);
  await expect(layers.last()).toHaveAttribute('style', /--colour-1/);
});

test('has light colours on paper', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, `?${PICKED}`);
  await expect(coloured(page).first()).toBeAttached();
  const colour = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--colour-1'));
  expect(await colour()).toBe('#f58a3c');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await colour()).toBe('#d0570c');
});
