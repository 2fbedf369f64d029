import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, marks, open, test, timeline } from './journey';
import { expected, record } from './oracle';

/** Opens one of the cases under `tests/cases/page/`. */
async function openCase(page: Page, name: string, link = ''): Promise<void> {
  await page.route('**/data/case.json', route => route.fulfill({ path: `tests/cases/page/${name}.json` }));
  await open(page, `?data=data/case.json${link}`);
  await expect(marks(page).first()).toBeVisible();
}

/** The labels for gaps, which lanes show where they have no marks. */
function silences(page: Page) {
  return timeline(page).locator('.lane-silence:visible');
}

test('a lane that holds activities does not say that nothing is recorded', async ({ page }) => {
  await openCase(page, 'lanes-say-nothing-recorded');
  await expect(timeline(page).locator('.lane-label')).toHaveCount(4);
  await expect(silences(page)).toHaveCount(0);
});

test('lanes that filters empty are one line, which shows them again', async ({ page }) => {
  await open(page, '?programme=glo-act&lanes=institution');
  await expect(marks(page).first()).toBeVisible();
  const values = record.facets.find(({ id }) => id === 'institution')?.values ?? [];
  const countsOf = (link: string) => expected(link).counts.get('EU institution') ?? new Map<string, number>();
  const [all, left] = [countsOf(''), countsOf('programme=glo-act')];
  const tops = values.filter(({ broader }) => broader === undefined);
  const emptied = tops.filter(({ label }) => left.get(label) === 0);
  expect(emptied.length).toBeGreaterThan(1);
  const names = emptied.map(({ short, label }) => short ?? label).join(', ');
  const labels = timeline(page).locator('.lane-label');
  await expect(timeline(page).getByText(`None of the ${expected('programme=glo-act').total}: ${names}`)).toBeVisible();
  const matched = await labels.count();
  await expect(silences(page)).toHaveCount(0);
  await timeline(page).getByRole('button', { name: 'Show these lanes' }).click();
  await expect(labels).toHaveCount(matched + emptied.length);
  await expect(silences(page)).toHaveText(emptied.map(({ label }) => `None of the ${all.get(label)}`));
  await timeline(page).getByRole('button', { name: 'Hide these lanes' }).press('Enter');
  await expect(labels).toHaveCount(matched);
});

test('lanes of thousands of values are those of the max frequent, and one of the others', async ({ page }) => {
  await openCase(page, 'tags-4000', '&lanes=tag');
  await expect(timeline(page).locator('.lane-label')).toHaveCount(51);
  const others = timeline(page).locator('.lane-label', { hasText: 'Other values (3,950)' });
  await expect(others.locator('.lane-count')).toHaveText(/\d/);
  await expect(silences(page)).toHaveCount(0);
  const heights = await timeline(page)
    .locator('canvas')
    .evaluateAll(all => all.map(canvas => (canvas as HTMLCanvasElement).height));
  expect(Math.max(...heights)).toBeLessThanOrEqual(4096);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6000);
});

test('a facet of thousands of values begins with the most frequent', async ({ page }) => {
  await openCase(page, 'tags-4000');
  const boxes = page.getByRole('group', { name: 'Tag' }).getByRole('checkbox');
  await expect(boxes.first()).toHaveAccessibleName('tag-3999, 900 activities');
  const names = await boxes.evaluateAll(all => all.map(box => box.getAttribute('aria-label') ?? ''));
  const counts = names.map(name => Number(/, (\d+) activit/.exec(name)?.[1]));
  expect(counts.length).toBeGreaterThan(3);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test('labels of marks are cut between characters, near their limit', async ({ page }) => {
  await openCase(page, 'scripts');
  const label = (id: string) => timeline(page).locator(`.mark:has([data-activity="${id}"]) .mark-label`);
  await expect(label('em-1')).toHaveText(`A${'🎓'.repeat(18)}`);
  await expect(label('em-2')).toHaveText(/^Family 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦 day$/u);
  await expect(label('zh-1')).toHaveText('联合国毒品和犯罪问题办公室与欧盟委员会举行边境管理联合培训…');
  await expect(label('de-1')).toHaveText('EU-Grenzschutzkoordinierungsk…');
});

test('an address that is the title of a mark is cut near the limit', async ({ page }) => {
  const document = JSON.parse(await readFile('tests/cases/page/label.json', 'utf8'));
  const address: string = document.facets[0].values[0].label;
  document.activities[0].title = address;
  await page.route('**/data/case.json', route => route.fulfill({ json: document }));
  await open(page, '?data=data/case.json');
  const label = timeline(page).locator('.mark:has([data-activity="x"]) .mark-label');
  await expect(label).toHaveText(`${address.slice(0, 29)}…`);
});

test('a value may be called constructor', async ({ page }) => {
  const values = ['constructor', 'prototype', 'talk'].map(id => ({ id, label: `The ${id}` }));
  const document = {
    format: 'chronofacet-dataset/1',
    id: 'constructor',
    title: 'Names that every object knows',
    facets: [{ id: 'constructor', label: 'Kind', values }],
    activities: values.map(({ id }, i) => ({
      id,
      date: `201${i}`,
      title: `Of ${id}`,
      tags: { constructor: [id] },
    })),
  };
  await page.route('**/data/case.json', route => route.fulfill({ json: document }));
  await open(page, '?data=data/case.json&constructor=-talk');
  await expect(marks(page)).toHaveCount(2);
  await expect(timeline(page).locator('.lane-label')).toHaveCount(2);
  await expect(timeline(page).getByText('None of the 2: The talk')).toBeVisible();
});

test('the open end of the window is the end of the record', async ({ page }) => {
  await openCase(page, 'outlier');
  await expect(page.getByRole('textbox', { name: 'To' })).toHaveAttribute('placeholder', '11 Oct 2918');
  await expect(page.getByRole('slider', { name: 'End of the window' })).toHaveAttribute(
    'aria-valuetext',
    '11 October 2918',
  );
});

test('zooming in is off where the record is a day', async ({ page }) => {
  await openCase(page, 'one-item');
  const tools = timeline(page).getByRole('toolbar');
  for (const name of ['Zoom in', 'Zoom out', 'Fit all', 'Earlier', 'Later']) {
    await expect(tools.getByRole('button', { name })).toBeDisabled();
  }
});

test('a facet without values is passed over', async ({ page }) => {
  await openCase(page, 'empty-facet-first');
  await expect(timeline(page).locator('.lane-label')).toHaveText([/Hall X/, /Hall Y/]);
  await expect(page.getByRole('group', { name: 'Category' })).toHaveCount(0);
});

test('the matrix passes over a facet without values', async ({ page }) => {
  await openCase(page, 'empty-facet-first');
  await page.getByRole('radio', { name: 'Matrix' }).check();
  await expect(page.getByText('This record has only one: Venue.')).toBeVisible();
});

test('zooming in is off where the window is a day', async ({ page }) => {
  await openCase(page, 'one-day', '&from=2021-03-28&to=2021-03-28');
  const tools = timeline(page).getByRole('toolbar');
  await expect(tools.getByRole('button', { name: 'Zoom out' })).toBeEnabled();
  await expect(tools.getByRole('button', { name: 'Zoom in' })).toBeDisabled();
});

test('a pile of one day does not offer to zoom in', async ({ page }) => {
  await openCase(page, 'one-day');
  await marks(page).and(page.locator('[data-pile]')).first().click();
  const opened = page.getByRole('dialog');
  await expect(opened.getByRole('listitem').first()).toBeVisible();
  await expect(opened.getByRole('button', { name: 'Zoom in' })).toHaveCount(0);
});
