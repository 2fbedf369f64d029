import type { Page } from '@playwright/test';
import { expect, expectTotal, linkOf, marks, open, sentence, status, test, timeline } from './journey';
import { expected } from './oracle';

/** The drawn plane of the timeline. */
async function plane(page: Page) {
  const box = await timeline(page).locator('.vis-panel.vis-center').boundingBox();
  if (!box) throw new Error('no timeline is drawn');
  return box;
}

async function openTimeline(page: Page, link = ''): Promise<void> {
  await open(page, link);
  await expect(marks(page).first()).toBeVisible();
}

test('zooms about its middle with the buttons, and back', async ({ page }) => {
  await openTimeline(page);
  const tools = timeline(page).getByRole('toolbar');
  await expect(tools.getByRole('button', { name: 'Zoom out' })).toBeDisabled();
  await tools.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => linkOf(page)).toMatch(/^from=.*&to=.*/);
  await expectTotal(page, expected(linkOf(page)).total);
  await tools.getByRole('button', { name: 'Zoom out' }).click();
  await expectTotal(page, 89);
  expect(linkOf(page)).toBe('');
});

test('moves half a window earlier and later with the buttons', async ({ page }) => {
  await openTimeline(page, '?from=2017-07&to=2017-12');
  const tools = timeline(page).getByRole('toolbar');
  await tools.getByRole('button', { name: 'Later' }).click();
  await expect.poll(() => linkOf(page)).toBe('from=2017-10&to=2018-04-02');
  await expectTotal(page, expected('from=2017-10&to=2018-04-02').total);
  await tools.getByRole('button', { name: 'Earlier' }).click();
  await expect.poll(() => linkOf(page)).toMatch(/^from=2017-0[67]/);
  await tools.getByRole('button', { name: 'Fit all' }).click();
  await expectTotal(page, 89);
});

test('zooms with Ctrl and the wheel; the wheel alone scrolls the page', async ({ page }) => {
  await openTimeline(page);
  const { x, y, width } = await plane(page);
  await page.mouse.move(x + width * 0.6, y + 200);
  await page.mouse.wheel(0, 240);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(linkOf(page)).toBe('');
  await page.mouse.wheel(0, -240);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(() => linkOf(page)).toMatch(/^from=\d{4}.*&to=\d{4}/);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expectTotal(page, expected(linkOf(page)).total);
});

test('moves with a drag', async ({ page }) => {
  await openTimeline(page, '?from=2018&to=2020');
  const { x, y, width } = await plane(page);
  await page.mouse.move(x + width * 0.85, y + 100);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y + 100, { steps: 6 });
  await page.mouse.move(x + width * 0.6, y + 100, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => linkOf(page)).toMatch(/^from=2018-.*&to=2021-/);
  await expectTotal(page, expected(linkOf(page)).total);
});

test('opens nothing when a drag begins on a mark', async ({ page }) => {
  await openTimeline(page, '?programme=glo-act&from=2017&to=2018-06');
  const shape = await marks(page).first().locator('.mark-shape').boundingBox();
  if (!shape) throw new Error('the mark has no shape');
  await page.mouse.move(shape.x + 4, shape.y + 4);
  await page.mouse.down();
  await page.mouse.move(shape.x - 60, shape.y + 4, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => linkOf(page)).not.toBe('programme=glo-act&from=2017&to=2018-06');
  expect(linkOf(page)).not.toContain('activity');
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('takes a pile apart with a click', async ({ page }) => {
  await openTimeline(page);
  const pile = marks(page).and(page.locator('[data-pile]')).first();
  const before = await marks(page).count();
  const size = Number(/^\d+/.exec((await pile.getAttribute('aria-label')) ?? '')?.[0]);
  expect(size).toBeGreaterThan(1);
  await pile.click();
  await expect.poll(() => linkOf(page)).toMatch(/^from=/);
  await expect.poll(() => marks(page).count()).not.toBe(before);
  await expectTotal(page, expected(linkOf(page)).total);
  expect(expected(linkOf(page)).total).toBeGreaterThanOrEqual(size);
});

test('is brushed from the strip above it', async ({ page }) => {
  await openTimeline(page);
  const strip = page.getByRole('region', { name: 'The whole record over time' });
  const box = await strip.boundingBox();
  if (!box) throw new Error('no strip is drawn');
  await page.mouse.move(box.x + box.width * 0.04, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.19, box.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => linkOf(page)).toMatch(/^from=2017-0\d&to=2018-0\d$/);
  await expectTotal(page, expected(linkOf(page)).total);
  await expect(sentence(page)).toContainText('2018');
});

test('puts an activity in the lane of each of its values', async ({ page }) => {
  await openTimeline(page, '?lanes=theme&activity=2018-glo-act-steering-committee');
  const opened = timeline(page).locator('button[data-activity="2018-glo-act-steering-committee"][aria-current="true"]');
  await expect(opened).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption('None');
  await expect(opened).toHaveCount(1);
  expect(linkOf(page)).toBe('lanes=none&activity=2018-glo-act-steering-committee');
});

interface Drawn {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const CROWDED = [
  '',
  '?from=2017&to=2018-06',
  '?from=2017&to=2018-06&lanes=theme',
  '?from=2017&to=2018-06&lanes=none',
  '?from=2022-08&to=2024-07&lanes=theme',
  '?from=2018-02&to=2018-03&lanes=institution',
  '?theme=human-trafficking,migrant-smuggling&from=2017&to=2018-06&lanes=institution&activity=2018-glo-act-steering-committee',
];

for (const link of CROWDED) {
  test(`draws nothing over a label, and none out of view: ${link || 'the whole record'}`, async ({ page }) => {
    await openTimeline(page, link);
    // Until the drawing rests.
    await expect(status(page)).toHaveText(/\d/);
    await page.waitForTimeout(300);
    const { labels, leaders } = await timeline(page).evaluate(region => {
      const seen = (selector: string) =>
        [...region.querySelectorAll<HTMLElement>(`.mark:not([hidden]) > ${selector}:not([hidden])`)].flatMap(
          element => {
            const { left, right, top, bottom } = element.getBoundingClientRect();
            return right > left ? [{ text: element.closest('button')?.title ?? '', left, right, top, bottom }] : [];
          },
        );
      return { labels: seen('.mark-label') as Drawn[], leaders: seen('.mark-leader') as Drawn[] };
    });
    const { x, width } = await plane(page);
    expect(labels.length).toBeGreaterThan(5);
    const overlap = (a: Drawn, b: Drawn, by: number) =>
      a.left + by < b.right && b.left + by < a.right && a.top + by < b.bottom && b.top + by < a.bottom;
    const faults: string[] = [];
    labels.forEach((label, i) => {
      if (label.left < x - 1 || label.right > x + width + 1) {
        if (label.left < x + width && label.right > x) faults.push(`“${label.text}” is cut`);
      }
      for (const other of labels.slice(i + 1)) {
        if (overlap(label, other, 2)) faults.push(`“${label.text}” is drawn over “${other.text}”`);
      }
      for (const leader of leaders) {
        if (leader.text !== label.text && overlap(leader, label, 3)) {
          faults.push(`the leader of “${leader.text}” goes through “${label.text}”`);
        }
      }
    });
    const spilled = await timeline(page)
      .locator('.vis-label')
      .evaluateAll(lanes =>
        lanes.flatMap(lane => {
          const name = lane.querySelector('.lane-label > :first-child');
          const isSpilled = name && name.getBoundingClientRect().bottom > lane.getBoundingClientRect().bottom;
          return isSpilled ? [`the name of the lane “${name.textContent}” is drawn over the next`] : [];
        }),
      );
    expect([...faults, ...spilled]).toEqual([]);
  });
}
