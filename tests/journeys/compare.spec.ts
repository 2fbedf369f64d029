import type { Page } from '@playwright/test';
import { box, expect, expectTotal, linkOf, marks, open, test, timeline } from './journey';
import { expected } from './oracle';

/** Returns the numbers of the comparison: in both, only in A, only in B. */
async function numbers(page: Page): Promise<number[]> {
  const said = await page.getByRole('region', { name: 'Comparison' }).getByText('In both').textContent();
  return [...(said ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

function oracleNumbers(a: string, b: string): number[] {
  const [inA, inB] = [expected(a).titles, expected(b).titles];
  const both = inA.filter(title => inB.includes(title)).length;
  return [both, inA.length - both, inB.length - both];
}

test('compares the present view with what one filters next', async ({ page }) => {
  await open(page, '?theme=human-trafficking');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const bar = page.getByRole('region', { name: 'Comparison' });
  await expect(bar).toContainText('on human trafficking');
  expect(linkOf(page)).toBe('theme=human-trafficking&compare=theme%3Dhuman-trafficking');
  await box(page, 'Migrant smuggling').click();
  await box(page, 'Human trafficking').click();
  await expectTotal(page, expected('theme=migrant-smuggling').total);
  await expect.poll(() => numbers(page)).toEqual(oracleNumbers('theme=migrant-smuggling', 'theme=human-trafficking'));
  await bar.getByRole('button', { name: 'Swap A and B' }).click();
  await expectTotal(page, expected('theme=human-trafficking').total);
  await expect.poll(() => numbers(page)).toEqual(oracleNumbers('theme=human-trafficking', 'theme=migrant-smuggling'));
  await bar.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(bar).toHaveCount(0);
  expect(linkOf(page)).toBe('theme=human-trafficking');
  await page.goBack();
  await expect(bar).toBeVisible();
});

test('opens a comparison from its link, over one window, in two lanes', async ({ page }) => {
  const link = 'institution=eeas&q=border&from=2017&to=2018-06&compare=institution%3Deuropean-commission';
  await open(page, `?${link}`);
  const window = '&from=2017&to=2018-06';
  const wanted = oracleNumbers(`institution=eeas&q=border${window}`, `institution=european-commission${window}`);
  await expect.poll(() => numbers(page)).toEqual(wanted);
  await expect(marks(page).first()).toBeVisible();
  const labels = timeline(page).locator('.lane-label');
  await expect(labels).toHaveCount(2);
  await expect(labels.first()).toHaveText(new RegExp(`^A${(wanted[0] ?? 0) + (wanted[1] ?? 0)}`));
});

test('compares with the whole record', async ({ page }) => {
  await open(page, '?programme=glo-act&compare=v%3D1');
  await expect.poll(() => numbers(page)).toEqual([5, 0, 84]);
});
