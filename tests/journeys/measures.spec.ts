import { box, expect, expectTotal, open, test } from './journey';

test('leaves its measures behind', async ({ page }) => {
  await open(page);
  await box(page, 'GLO.ACT').click();
  await expectTotal(page, 5);
  const measures = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('measure')
        .filter(({ name }) => name.startsWith('chronofacet:'))
        .map(({ name, duration }) => ({ name, duration })),
    );
  const namesOf = async () => [...new Set((await measures()).map(({ name }) => name))].sort();
  await expect.poll(namesOf).toEqual(['chronofacet:answer', 'chronofacet:load', 'chronofacet:render']);
  const all = await measures();
  expect(all.filter(({ name }) => name === 'chronofacet:load')).toHaveLength(1);
  expect(all.filter(({ name }) => name === 'chronofacet:answer').length).toBeGreaterThan(1);
  expect(all.filter(({ name }) => name === 'chronofacet:render').length).toBeGreaterThan(1);
  for (const { duration } of all) expect(duration).toBeGreaterThan(0);
});
