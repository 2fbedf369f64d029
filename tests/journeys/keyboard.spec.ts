import type { Page } from '@playwright/test';
import { box, expect, expectTotal, facet, linkOf, marks, open, searchBox, steps, test, timeline } from './journey';
import { expected, record } from './oracle';

function focused(page: Page) {
  return page.locator(':focus');
}

test('the first key leads past the filters to the results', async ({ page }) => {
  await open(page, '?view=list');
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveText('Skip to the results');
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveRole('heading');
  await expect(focused(page)).toContainText('89 activities');
});

test('arrows go through the boxes of a facet, space ticks one', async ({ page }) => {
  await open(page, '?view=list');
  await box(page, 'Container Control Programme (CCP)').focus();
  await page.keyboard.press('ArrowDown');
  await expect(box(page, 'GLO.ACT')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box(page, 'GLO.ACT')).toBeChecked();
  await expectTotal(page, 5);
  await expect(box(page, 'GLO.ACT')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(box(page, 'Container Control Programme (CCP)')).toBeFocused();
  await page.keyboard.press('Space');
  await expectTotal(page, expected('programme=glo-act,ccp').total);
});

test('a tree opens and a value is chosen alone or excluded without a mouse', async ({ page }) => {
  await open(page, '?view=list');
  const region = facet(page, 'Region');
  await box(page, 'Africa').focus();
  await page.keyboard.press('ArrowRight');
  await expect(box(page, 'Eastern Africa and Horn of Africa')).toBeVisible();
  await box(page, 'Eastern Africa and Horn of Africa').focus();
  const below = region.getByRole('button', { name: 'Values below Eastern Africa and Horn of Africa' });
  await page.keyboard.press('ArrowRight');
  await expect(below).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveAccessibleName('Only Eastern Africa and Horn of Africa');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveAccessibleName('Exclude Eastern Africa and Horn of Africa');
  await page.keyboard.press('Enter');
  await expect.poll(() => linkOf(page)).toBe('region=-eastern-africa&view=list');
  await expectTotal(page, expected('region=-eastern-africa').total);
  await expect(
    region.getByRole('checkbox', { name: /^Eastern Africa and Horn of Africa, .*excluded$/ }),
  ).not.toBeChecked();
});

/** Presses Tab until an element has the focus. Returns the number of presses. */
async function tabsTo(page: Page, selector: string): Promise<number> {
  for (let tabs = 1; tabs <= 60; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await focused(page).evaluate((element, wanted) => element.matches(wanted), selector)) return tabs;
  }
  return Number.POSITIVE_INFINITY;
}

test('at most twelve Tab stops lead to the first mark', async ({ page }) => {
  await open(page);
  await expect(marks(page).first()).toBeVisible();
  expect(await tabsTo(page, '.mark-button')).toBeLessThanOrEqual(12);
});

test('the link past the filters leads to the first mark in three more stops', async ({ page }) => {
  await open(page, '?programme=glo-act&from=2017&to=2018-06');
  await expect(marks(page).first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await tabsTo(page, '.mark-button')).toBe(3);
});

test('every facet takes one Tab stop', async ({ page }) => {
  await open(page, '?view=list');
  await box(page, 'Container Control Programme (CCP)').focus();
  for (const name of record.facets.slice(1).map(({ label }) => label)) {
    await page.keyboard.press('Tab');
    await expect(facet(page, name).locator(':focus')).toHaveRole('checkbox');
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(focused(page)).toHaveRole('checkbox');
});

test('the controls of the timeline take one Tab stop, and typing in its boxes stays typing', async ({ page }) => {
  await open(page, '?programme=glo-act&from=2017&to=2018-06');
  const toolbar = timeline(page).getByRole('toolbar');
  await expect(toolbar.locator(':is(button, select, input):not([tabindex="-1"])')).toHaveCount(1);
  await toolbar.getByRole('combobox', { name: 'Lanes' }).focus();
  await page.keyboard.press('End');
  await expect(toolbar.getByRole('combobox', { name: 'Lanes' })).toBeFocused();
  const from = toolbar.getByRole('textbox', { name: 'From' });
  for (let i = 0; i < 5 && !(await from.evaluate(box => box === document.activeElement)); i += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(from).toBeFocused();
  await from.fill('2018');
  await page.keyboard.press('ArrowLeft');
  await expect(from).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(toolbar.getByRole('textbox', { name: 'To' })).toBeFocused();
});

test('a button that can no more be used keeps the focus', async ({ page }) => {
  await open(page, '?from=2018&to=2018');
  const fitAll = timeline(page).getByRole('button', { name: 'Fit all' });
  await fitAll.press('Enter');
  await expect(fitAll).toBeDisabled();
  await expect(fitAll).toBeFocused();
});

test('arrows switch between timeline and list', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: 'Timeline' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'List' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'List' })).toBeFocused();
  expect(linkOf(page)).toBe('view=list');
  await page.keyboard.press('ArrowLeft');
  await expect(timeline(page)).toBeVisible();
});

test('a slash leads to the search', async ({ page }) => {
  await open(page, '?view=list');
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
  await expect(searchBox(page)).toHaveValue('');
});

test.describe('on the timeline', () => {
  test('one mark is in the tab order and keys walk to the others', async ({ page }) => {
    await open(page, '?programme=glo-act&lanes=theme&from=2017&to=2018-06');
    await expect(marks(page).first()).toBeVisible();
    const inOrder = marks(page).and(page.locator('[tabindex="0"]'));
    await expect(inOrder).toHaveCount(1);
    await inOrder.focus();
    const keyOf = () => focused(page).getAttribute('data-key');
    const laneOf = async () => (await keyOf())?.split(' ')[0];
    await page.keyboard.press('Home');
    const first = await keyOf();
    await page.keyboard.press('ArrowRight');
    await expect.poll(keyOf).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(keyOf).toBe(first);
    await page.keyboard.press('End');
    await expect.poll(keyOf).not.toBe(first);
    await page.keyboard.press('Home');
    await expect.poll(keyOf).toBe(first);
    const lane = await laneOf();
    await page.keyboard.press('ArrowDown');
    await expect.poll(laneOf).not.toBe(lane);
    await page.keyboard.press('ArrowUp');
    await expect.poll(laneOf).toBe(lane);
    await expect(inOrder).toHaveCount(1);
    await expect(inOrder).toBeFocused();
  });

  test('Enter opens a mark, Escape closes it and the focus is back', async ({ page }) => {
    await open(page, '?programme=glo-act&from=2017&to=2018-06');
    const start = marks(page).and(page.locator('[tabindex="0"]'));
    await start.focus();
    await page.keyboard.press('End');
    const name = await focused(page).getAttribute('aria-label');
    const id = String(await focused(page).getAttribute('data-activity'));
    await page.keyboard.press('Enter');
    const opened = page.getByRole('complementary');
    await expect(opened).toBeVisible();
    await expect(opened.getByRole('heading').first()).toBeFocused();
    expect(name).toContain(String(await opened.getByRole('heading').first().textContent()));
    expect(linkOf(page)).toContain(`activity=${id}`);
    await page.keyboard.press('Escape');
    await expect(opened).toHaveCount(0);
    await expect(focused(page)).toHaveAttribute('data-activity', id);
    await expect(focused(page)).toBeVisible();
  });

  test('the focus comes back where the activity stands in a pile', async ({ page }) => {
    await open(page, '?activity=2017-unodc-at-20');
    const opened = page.getByRole('complementary');
    await opened.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(opened).toHaveCount(0);
    await expect(focused(page)).toHaveClass(/\bmark\b/);
    await expect(focused(page)).toBeVisible();
  });

  test('plus and minus zoom about the mark that has the focus', async ({ page }) => {
    await open(page, '?programme=glo-act');
    await marks(page).and(page.locator('[tabindex="0"]')).focus();
    await page.keyboard.press('End');
    const key = String(await focused(page).getAttribute('data-key'));
    await page.keyboard.press('+');
    await expect.poll(() => linkOf(page)).toMatch(/^programme=glo-act&(from|to)=/);
    const near = linkOf(page);
    await page.keyboard.press('+');
    await expect.poll(() => linkOf(page)).not.toBe(near);
    await expect(focused(page)).toHaveAttribute('data-key', key);
    await expect(focused(page).locator('.mark-shape')).toBeInViewport();
    const nearer = linkOf(page);
    await page.keyboard.press('-');
    await expect.poll(() => linkOf(page)).not.toBe(nearer);
    await expect(focused(page)).toHaveAttribute('data-key', key);
  });

  test('a key that leads out of the window brings the window along', async ({ page }) => {
    await open(page, '?theme=drug-policy&lanes=none&from=2017-01&to=2017-06');
    await marks(page).and(page.locator('[tabindex="0"]')).focus();
    const before = linkOf(page);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => linkOf(page)).not.toBe(before);
    await expect(focused(page)).toHaveClass(/\bmark\b/);
    await expect(focused(page).locator('.mark-shape')).toBeInViewport();
  });
});

test('arrows move the sides of the window on the strip', async ({ page }) => {
  await open(page, '?view=list');
  const before = await steps(page);
  const start = page.getByRole('slider', { name: 'Start of the window' });
  const end = page.getByRole('slider', { name: 'End of the window' });
  await expect(start).toHaveAttribute('aria-valuetext', '1 January 2017');
  await expect(end).toHaveAttribute('aria-valuetext', '31 July 2024');
  await start.press('ArrowRight');
  await expect.poll(() => linkOf(page)).toBe('from=2017-02&view=list');
  await start.press('PageUp');
  await expect.poll(() => linkOf(page)).toBe('from=2018-02&view=list');
  await end.press('ArrowLeft');
  await expect.poll(() => linkOf(page)).toBe('from=2018-02&to=2024-06&view=list');
  await expectTotal(page, expected('from=2018-02&to=2024-06').total);
  await expect(start).toHaveAttribute('aria-valuetext', '1 February 2018');
  await expect(end).toHaveAttribute('aria-valuetext', '30 June 2024');
  await end.press('End');
  await start.press('Home');
  await expect.poll(() => linkOf(page)).toBe('view=list');
  expect(await steps(page)).toBe(before);
});

test('a dialog keeps the focus, and Escape gives it back', async ({ page }) => {
  await open(page, '?view=list');
  const share = page.getByRole('button', { name: 'Share and cite' });
  await share.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share and cite' });
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused();
  const visited = new Set<string>();
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press('Tab');
    const where = await dialog.evaluate(element => {
      const active = document.activeElement;
      if (active === null || active === document.body) return 'browser';
      return element.contains(active) ? (active.getAttribute('aria-label') ?? active.textContent) : 'outside';
    });
    visited.add(where);
  }
  expect(visited).not.toContain('outside');
  expect([...visited]).toEqual(
    expect.arrayContaining(['Close', 'Link to this view', expect.stringMatching(/^Copy link/)]),
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(share).toBeFocused();
});

test('everything shows where the focus is', async ({ page }) => {
  await open(page, '?view=list&programme=glo-act');
  const unseen: string[] = [];
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement | null;
      if (!active || active === document.body) return null;
      const seen = (element: Element | null, pseudo?: string) => {
        if (!element) return false;
        const style = getComputedStyle(element, pseudo);
        return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
      };
      const parts = [active, active.parentElement, active.closest('search'), ...active.querySelectorAll('*')];
      const bordered = active.closest('search') !== null;
      return bordered || parts.some(part => seen(part)) ? null : active.outerHTML.slice(0, 120);
    });
    if (fault) unseen.push(fault);
  }
  expect(unseen).toEqual([]);
});
