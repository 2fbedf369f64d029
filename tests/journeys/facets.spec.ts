import type { Page } from '@playwright/test';
import { box, expect, expectTotal, facet, linkOf, open, test } from './journey';
import { expected, record } from './oracle';

// The browser stores which facets are folded, so each test needs its own profile.
test.use({ ownProfile: true });

const LIST = '?view=list';

async function labelsIn(page: Page, name: string): Promise<string[]> {
  const names = await facet(page, name)
    .getByRole('checkbox')
    .evaluateAll(all => all.map(one => one.getAttribute('aria-label') ?? ''));
  return names.map(label => label.replace(/, \d+ activit.*$/, ''));
}

function moreIn(page: Page, name: string) {
  return facet(page, name).getByRole('button', { name: new RegExp(`^\\d+ more in ${name}$`) });
}

test('every value has its course over the record, beside its label while the pointer is on the facet', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new PerformanceObserver(found => {
      const moved = found.getEntries().flatMap(entry => (entry as unknown as { sources: { node: Node }[] }).sources);
      const inPanel = moved.filter(({ node }) => node?.parentElement?.closest('fieldset'));
      document.documentElement.dataset.moved = String(
        Number(document.documentElement.dataset.moved ?? 0) + inPanel.length,
      );
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, LIST);
  const row = facet(page, 'Programme')
    .getByRole('listitem')
    .filter({ has: box(page, 'GLO.ACT') });
  const course = row.locator('svg path[fill^="url("]');
  await expect(course).toHaveAttribute('d', /^M/);
  await expect(course).toBeHidden();
  await facet(page, 'Programme').getByRole('checkbox').last().hover();
  await expect(course).toBeVisible();
  const height = (await row.boundingBox())?.height;
  expect(height).toBe(24);
  expect(await page.evaluate(() => Number(document.documentElement.dataset.moved ?? 0))).toBe(0);
  await page.getByRole('combobox', { name: 'Sort values' }).selectOption('by trend');
  await page.mouse.move(700, 5);
  await expect(
    facet(page, 'Region')
      .getByRole('listitem')
      .filter({ has: box(page, 'Africa') })
      .locator('svg path[fill^="url("]'),
  ).toBeVisible();
});

/** Returns each visible button of a row, and each sparkline, that lies over the label of any row. */
function covers(page: Page): Promise<string[]> {
  return page.locator('fieldset:has([data-facet-box])').evaluateAll(groups =>
    groups.flatMap(group => {
      const labels = [...group.querySelectorAll('label bdi')].flatMap(label => {
        const words = document.createRange();
        words.selectNodeContents(label);
        return [...words.getClientRects()].map(box => ({ box, text: label.textContent }));
      });
      /** What is seen of an element, without the parts that the elements around it cut off. */
      const seen = (one: Element) => {
        let { left, right, top, bottom } = one.getBoundingClientRect();
        for (let above = one.parentElement; above && above !== group; above = above.parentElement) {
          if (getComputedStyle(above).overflowX === 'visible') continue;
          const frame = above.getBoundingClientRect();
          [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
          [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
        }
        return { left, right, top, bottom };
      };
      const others = [...group.querySelectorAll('li button, label svg:has(path[fill^="url("])')].filter(one =>
        one.checkVisibility({ visibilityProperty: true }),
      );
      return others.flatMap(other => {
        const { left, right, top, bottom } = seen(other);
        if (left >= right || top >= bottom) return [];
        return labels
          .filter(
            ({ box }) => box.left < right - 1 && box.right > left + 1 && box.top < bottom - 4 && box.bottom > top + 4,
          )
          .map(({ text }) => `${other.getAttribute('aria-label') ?? 'a course'} over ${text}`);
      });
    }),
  );
}

for (const [width, height, size] of [
  [1440, 900, 1],
  [1440, 900, 2],
  [800, 1000, 1],
  [390, 844, 1],
  [390, 844, 2],
] as const) {
  test(`nothing covers the label of a value, ${width} pixels wide with text ${size} times as large`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, LIST);
    await page.evaluate(by => document.documentElement.style.setProperty('font-size', `${by * 100}%`), size);
    if (width < 900) await page.getByRole('button', { name: 'Region', exact: true }).click();
    await moreIn(page, 'Region').click();
    const rows = facet(page, 'Region').getByRole('listitem');
    const row = rows.filter({ has: box(page, 'Eastern Africa and Horn of Africa') });
    await row.hover();
    const more = row.getByRole('button', { name: /^More for/ });
    await expect(more).toBeVisible();
    expect(await covers(page)).toEqual([]);
    await more.click();
    const only = row.getByRole('button', { name: /^Only/ });
    await expect(only).toBeVisible();
    expect(await covers(page)).toEqual([]);
    await only.click();
    await expect.poll(() => linkOf(page)).toBe('region=eastern-africa&view=list');
  });
}

test('the values stand by number or by name, and never move with a choice', async ({ page }) => {
  await open(page, LIST);
  const order = page.getByRole('combobox', { name: 'Sort values' });
  await moreIn(page, 'Theme').click();
  await order.selectOption('by name');
  const { values = [] } = record.facets.find(({ label }) => label === 'Theme') ?? {};
  const byName = values.map(({ label }) => label).sort(new Intl.Collator('en-GB', { numeric: true }).compare);
  const shownByName = await labelsIn(page, 'Theme');
  expect(shownByName.filter(label => byName.includes(label))).toEqual(
    byName.filter(label => shownByName.includes(label)),
  );
  await order.selectOption('by number');
  const counts = expected('').counts.get('Theme') ?? new Map<string, number>();
  const numbers = (await labelsIn(page, 'Theme'))
    .filter(label => counts.has(label))
    .map(label => counts.get(label) ?? 0);
  const known = numbers.slice(0, -1);
  expect(known).toEqual([...known].sort((a, b) => b - a));
  const before = await labelsIn(page, 'Theme');
  await box(page, 'GLO.ACT').click();
  await expectTotal(page, 5);
  expect(await labelsIn(page, 'Theme')).toEqual(before);
  await page.reload();
  await expect(order).toHaveValue('count');
});

test('a long facet shows the rest, and is searched with what is above', async ({ page }) => {
  await open(page, LIST);
  await moreIn(page, 'Region').press('Enter');
  await expect(page.locator(':focus')).toHaveRole('checkbox');
  await expect(box(page, 'Sahel')).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search in Region' });
  await search.fill('sahél');
  await expect(facet(page, 'Region').getByText('1 value found')).toBeAttached();
  expect(await labelsIn(page, 'Region')).toEqual(['Africa', 'Sahel']);
  await search.fill('zz');
  await expect(facet(page, 'Region').getByText('No value begins like that.')).toBeVisible();
  await facet(page, 'Region').getByRole('button', { name: 'Fewer in Region' }).press('Enter');
  await expect(moreIn(page, 'Region')).toBeFocused();
});

for (const way of ['a click', 'the space bar'] as const) {
  test(`with Shift, ${way} ticks a range and clears it`, async ({ page }) => {
    await open(page, LIST);
    const { values = [] } = record.facets.find(({ label }) => label === 'Theme') ?? {};
    const boxes = facet(page, 'Theme').getByRole('checkbox');
    await expect(boxes.first()).toBeVisible();
    const names = (await labelsIn(page, 'Theme')).slice(1, 4);
    const ids = names.flatMap(name => values.find(({ label }) => label === name)?.id ?? []);
    if (way === 'a click') {
      await boxes.nth(1).click();
      await boxes.nth(3).click({ modifiers: ['Shift'] });
    } else {
      await boxes.nth(1).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+Space');
    }
    const link = `theme=${ids.toSorted().join(',')}`;
    await expect.poll(() => linkOf(page)).toBe(`${link}&view=list`);
    await expectTotal(page, expected(link).total);
    for (const place of [1, 2, 3]) await expect(boxes.nth(place)).toBeChecked();
    if (way === 'a click') await boxes.nth(1).click({ modifiers: ['Shift'] });
    else {
      await boxes.nth(1).focus();
      await page.keyboard.press('Shift+Space');
    }
    await expect.poll(() => linkOf(page)).toBe('view=list');
  });
}

test('a group folds, says what is chosen in it, and stays folded', async ({ page }) => {
  await open(page, `${LIST}&theme=human-trafficking,migrant-smuggling`);
  const head = facet(page, 'Theme').getByRole('button', { name: 'Theme', exact: true });
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await head.press('Enter');
  await expect(head).toBeFocused();
  await expect(facet(page, 'Theme').getByRole('checkbox')).toHaveCount(0);
  await expect(facet(page, 'Theme')).toContainText('Human trafficking and Migrant smuggling');
  await expect(page.getByRole('button', { name: 'Remove filter: Theme: Human trafficking' })).toBeVisible();
  await page.reload();
  await expect(facet(page, 'Theme')).toContainText('Human trafficking and Migrant smuggling');
  await expect(facet(page, 'Region').getByRole('checkbox').first()).toBeVisible();
  await head.click();
  await expect(box(page, 'Human trafficking')).toBeChecked();
});

test('the panel leaves its room to the results, and stays away', async ({ page }) => {
  await open(page, '?programme=glo-act');
  const before = await page.getByRole('region', { name: 'Timeline', exact: true }).boundingBox();
  await page.getByRole('button', { name: 'Hide filters' }).press('Enter');
  const show = page.getByRole('button', { name: 'Show filters' });
  await expect(show).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Filters' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove filter: Programme: GLO.ACT' })).toBeVisible();
  const after = await page.getByRole('region', { name: 'Timeline', exact: true }).boundingBox();
  expect(after?.width).toBeGreaterThan((before?.width ?? 0) + 200);
  await page.reload();
  await expect(show).toBeVisible();
  await show.click();
  await expect(page.getByRole('button', { name: 'Hide filters' })).toBeFocused();
  await expect(box(page, 'GLO.ACT')).toBeChecked();
});

test('works where the browser keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('closed', 'SecurityError');
      },
    });
  });
  await open(page, LIST);
  await page.getByRole('button', { name: 'Hide filters' }).click();
  await page.getByRole('button', { name: 'Show filters' }).click();
  await facet(page, 'Theme').getByRole('button', { name: 'Theme', exact: true }).click();
  await expect(facet(page, 'Theme').getByRole('checkbox')).toHaveCount(0);
});
