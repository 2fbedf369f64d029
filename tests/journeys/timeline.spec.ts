import type { Locator, Page } from '@playwright/test';
import { box, expect, expectTotal, linkOf, marks, open, sentence, status, test, timeline, titles } from './journey';
import { spaceText } from './layout';
import { expected } from './oracle';

/** The drawn plane of the timeline. */
async function plane(page: Page) {
  const box = await timeline(page).locator('.vis-panel.vis-center').boundingBox();
  if (!box) throw new Error('no timeline is drawn');
  return box;
}

/** Waits until the status has the number for the page's link, even if the link changes meanwhile. */
async function expectAnswered(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const said = await status(page).textContent();
      return said?.startsWith(`${expected(linkOf(page)).total} of 89 activit`);
    })
    .toBe(true);
}

async function openTimeline(page: Page, link = ''): Promise<void> {
  await open(page, link);
  await expect(marks(page).first()).toBeVisible();
}

function isDescending(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, i) => i === 0 || number <= (numbers[i - 1] ?? 0));
}

/** Presses on the first mark and moves 60 px to the left. Returns where it was pressed. */
async function dragFirstMark(page: Page) {
  const shape = await marks(page).first().locator('.mark-shape').boundingBox();
  if (!shape) throw new Error('the mark has no shape');
  const [x, y] = [shape.x + 4, shape.y + 4];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 8 });
  return { x, y };
}

test('zooms about its middle with the buttons, and back', async ({ page }) => {
  await openTimeline(page);
  const tools = timeline(page).getByRole('toolbar');
  await expect(tools.getByRole('button', { name: 'Zoom out' })).toBeDisabled();
  await tools.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => linkOf(page)).toMatch(/^from=.*&to=.*/);
  await expectAnswered(page);
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
  await expectAnswered(page);
});

test('moves with a drag', async ({ page }) => {
  await openTimeline(page, '?from=2018&to=2020&gaps=show');
  const { x, y, width } = await plane(page);
  await page.mouse.move(x + width * 0.85, y + 100);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y + 100, { steps: 6 });
  await page.mouse.move(x + width * 0.6, y + 100, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => linkOf(page)).toMatch(/^from=2018-.*&to=2021-/);
  await expectAnswered(page);
});

test('is never drawn for other times than its own', async ({ page }) => {
  await page.addInitScript(() => {
    const years = new Set<string>();
    Object.assign(globalThis, { years });
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('.vis-time-axis .vis-text')) years.add(textContent ?? '');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await openTimeline(page, '?from=2018&to=2020&gaps=show');
  const seen = await page.evaluate(() => [...(Reflect.get(globalThis, 'years') as Set<string>)]);
  expect(seen).toContain('2019');
  expect(seen.filter(text => /\d{4}/.test(text) && !/^20(17|18|19|20|21)$/.test(text))).toEqual([]);
});

/** Returns the box of an element after it has stopped moving. */
async function restingBox(thing: Locator) {
  const boxes: Awaited<ReturnType<Locator['boundingBox']>>[] = [];
  await expect(async () => {
    boxes.push(await thing.boundingBox());
    expect(boxes.at(-1)).toEqual(boxes.at(-2));
  }).toPass({ intervals: [250] });
  return boxes.at(-1);
}

test('comes back, as long as it was, when it is dragged beyond the record', async ({ page }) => {
  const opened = page.locator('.mark[data-opened]:visible').first();
  for (const link of ['', 'from=2022']) {
    await openTimeline(page, link && `?${link}`);
    await marks(page).and(page.locator(':not([data-pile])')).last().click();
    await expect(opened).toBeVisible();
    const before = await restingBox(opened);
    const asked = linkOf(page);
    const { x, y, width } = await plane(page);
    await page.mouse.move(x + width / 2, y + 60);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 - 200, y + 60, { steps: 8 });
    expect((await opened.boundingBox())?.x).not.toBe(before?.x);
    await page.mouse.up();
    await expect.poll(async () => (await opened.boundingBox())?.x).toBe(before?.x);
    expect(linkOf(page)).toBe(asked);
  }
});

test('takes no mark out of the page to put it back while it is dragged', async ({ page }) => {
  await openTimeline(page, '?from=2018&to=2019');
  await dragFirstMark(page);
  await page.evaluate(() => {
    const taken = new Set<Node>();
    const backAgain: (string | undefined)[] = [];
    Object.assign(globalThis, { backAgain });
    const frame = document.querySelector('.vis-foreground');
    if (!frame) throw new Error('no timeline is drawn');
    new MutationObserver(records => {
      for (const { addedNodes, removedNodes } of records) {
        for (const node of removedNodes) taken.add(node);
        for (const node of addedNodes) if (taken.has(node)) backAgain.push(node.textContent ?? '');
      }
    }).observe(frame, { subtree: true, childList: true });
  });
  const { x, y } = await plane(page);
  await page.mouse.move(x + 300, y + 100, { steps: 8 });
  // Waits until the last step is drawn.
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => Reflect.get(globalThis, 'backAgain'))).toEqual([]);
  await page.mouse.up();
});

test('opens nothing when a drag begins on a mark', async ({ page }) => {
  await openTimeline(page, '?programme=glo-act&from=2017&to=2018-06');
  await dragFirstMark(page);
  await page.mouse.up();
  await expect.poll(() => linkOf(page)).not.toBe('programme=glo-act&from=2017&to=2018-06');
  expect(linkOf(page)).not.toContain('activity');
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('opens nothing when a drag comes back to where it began', async ({ page }) => {
  await openTimeline(page, '?programme=glo-act&from=2017&to=2018-06');
  const { x, y } = await dragFirstMark(page);
  await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
  // A click that opened something would have done so by the time a key is handled.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(linkOf(page)).not.toContain('activity');
});

test('opens a pile in place, and takes it apart', async ({ page }) => {
  await openTimeline(page);
  const pile = marks(page).and(page.locator('[data-pile]')).first();
  const before = await marks(page).count();
  const name = String(await pile.getAttribute('aria-label'));
  const size = Number(/^\d+/.exec(name)?.[0]);
  expect(size).toBeGreaterThan(1);
  await pile.focus();
  await page.keyboard.press('Enter');
  const opened = page.getByRole('dialog', { name: name.replace(/, [^,]*: show them$/, '') });
  await expect(opened.getByRole('listitem')).toHaveCount(size);
  await expect(opened.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opened).toHaveCount(0);
  await expect(pile).toBeFocused();
  await pile.click();
  await opened.getByRole('button', { name: 'Zoom in' }).click();
  await expect(opened).toHaveCount(0);
  await expect.poll(() => linkOf(page)).toMatch(/^from=/);
  await expect.poll(() => marks(page).count()).not.toBe(before);
  await expectAnswered(page);
  expect(expected(linkOf(page)).total).toBeGreaterThanOrEqual(size);
});

test('opens a pile at the foot of the screen above it, so that all of its list is in view', async ({ page }) => {
  await openTimeline(page);
  const piles = marks(page).and(page.locator('[data-pile]'));
  for (const edge of ['end', 'start'] as const) {
    await piles.last().evaluate((pile, block) => pile.scrollIntoView({ block }), edge);
    const scrolled = await page.evaluate(() => scrollY);
    await piles.last().evaluate((pile: HTMLElement) => pile.click());
    await expect(page.getByRole('dialog')).toBeInViewport({ ratio: 1 });
    // The focus may bring the last pixels of the pile into view.
    expect(Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(12);
    await page.keyboard.press('Escape');
  }
});

test('opens an activity from a pile', async ({ page }) => {
  await openTimeline(page);
  await marks(page).and(page.locator('[data-pile]')).first().click();
  const link = page.getByRole('dialog').getByRole('link').last();
  const text = String(await link.textContent());
  await link.click();
  const opened = page.getByRole('complementary');
  await expect(opened).toBeVisible();
  expect(text).toContain(String(await opened.getByRole('heading').first().textContent()));
});

test('is brushed from the strip above it', async ({ page }) => {
  await openTimeline(page, '?gaps=show');
  const strip = page.getByRole('region', { name: 'The whole record over time' });
  const box = await strip.boundingBox();
  if (!box) throw new Error('no strip is drawn');
  const side = await page.getByRole('slider', { name: 'Start of the window' }).boundingBox();
  const y = side ? side.y + side.height / 2 : 0;
  await page.mouse.move(box.x + box.width * 0.04, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.19, y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => linkOf(page)).toMatch(/^from=2017-0\d&to=2018-0\d&gaps=show$/);
  await expectAnswered(page);
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
  '?',
  '?from=2017&to=2018-06',
  '?from=2017&to=2018-06&lanes=theme',
  '?from=2017&to=2018-06&lanes=none',
  '?from=2022-08&to=2024-07&lanes=theme',
  '?from=2018-02&to=2018-03&lanes=institution',
  '?theme=human-trafficking,migrant-smuggling&from=2017&to=2018-06&lanes=institution&activity=2018-glo-act-steering-committee',
];

/** Returns labels that are cut off or overlap, and leaders and lane names that overlap anything. */
async function faultsOf(page: Page): Promise<string[]> {
  const { labels, leaders, spilled } = await timeline(page).evaluate(region => {
    const seen = (selector: string): Drawn[] =>
      [...region.querySelectorAll(`.mark:not([hidden]) > ${selector}:not([hidden])`)].flatMap(element => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const text = element.closest('.mark')?.querySelector('button')?.getAttribute('aria-label') ?? '';
        return right > left ? [{ text, left, right, top, bottom }] : [];
      });
    const lanes = [...region.querySelectorAll('.vis-label')].filter(lane => {
      const name = lane.querySelector('.lane-label > :first-child');
      return name && name.getBoundingClientRect().bottom > lane.getBoundingClientRect().bottom;
    });
    return {
      labels: seen('.mark-label'),
      leaders: seen('.mark-leader'),
      spilled: lanes.map(lane => `the name of the lane “${lane.textContent}” is drawn over the next`),
    };
  });
  expect(labels.length).toBeGreaterThan(5);
  const { x, width } = await plane(page);
  const overlap = (a: Drawn, b: Drawn, by: number) =>
    a.left + by < b.right && b.left + by < a.right && a.top + by < b.bottom && b.top + by < a.bottom;
  const isCut = ({ left, right }: Drawn) => (left < x - 1 && right > x) || (right > x + width + 1 && left < x + width);
  return labels
    .flatMap((label, i) => [
      ...(isCut(label) ? [`“${label.text}” is cut`] : []),
      ...labels
        .slice(i + 1)
        .filter(other => overlap(label, other, 2))
        .map(other => `“${label.text}” is drawn over “${other.text}”`),
      ...leaders
        .filter(leader => leader.text !== label.text && overlap(leader, label, 3))
        .map(leader => `the leader of “${leader.text}” goes through “${label.text}”`),
    ])
    .concat(spilled);
}

test('draws nothing over a label, and none out of view', { tag: '@fonts' }, async ({ page }) => {
  for (const link of CROWDED) {
    await test.step(link, async () => {
      await openTimeline(page, link);
      await expect.poll(() => faultsOf(page)).toEqual([]);
    });
  }
});

test('draws nothing over a label when readers space letters and words', async ({ page }) => {
  await openTimeline(page, '?from=2017&to=2018-06');
  await spaceText(page);
  await expect.poll(() => faultsOf(page)).toEqual([]);
});

test('opens a lane into those below it, and the link keeps it', async ({ page }) => {
  await openTimeline(page, '?lanes=region');
  const toggle = timeline(page).getByRole('button', { name: 'Lanes below Africa' });
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  const lane = (name: string) => timeline(page).locator('.lane-label', { hasText: name });
  await expect(lane('Sahel')).toHaveCount(0);
  await toggle.press('Enter');
  await expect(lane('Sahel')).toBeVisible();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await expect(toggle).toBeFocused();
  expect(linkOf(page)).toBe('lanes=region&lanes.open=africa');
  await page.reload();
  await expect(lane('Sahel')).toBeVisible();
  await toggle.click();
  await expect(lane('Sahel')).toHaveCount(0);
  expect(linkOf(page)).toBe('lanes=region');
});

test('orders the lanes by number', async ({ page }) => {
  await openTimeline(page, '?lanes=institution');
  await timeline(page).getByRole('combobox', { name: 'Order' }).selectOption('By number');
  await expect.poll(() => linkOf(page)).toBe('lanes=institution&lanes.sort=count');
  const numbers = async () => {
    const labels = await timeline(page)
      .locator('.lane-label')
      .evaluateAll(all =>
        all
          .map(label => ({
            top: label.getBoundingClientRect().top,
            text: label.querySelector('.lane-count')?.textContent,
          }))
          .sort((a, b) => a.top - b.top),
      );
    // The lane of activities without a value is last in any order.
    return labels.slice(0, -1).map(({ text }) => Number(text));
  };
  await expect.poll(async () => isDescending(await numbers())).toBe(true);
});

test('is kept while another panel is shown, and then shows what was chosen there', async ({ page }) => {
  await openTimeline(page);
  const frame = await page.locator('.timeline-frame').elementHandle();
  const before = await marks(page).count();
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await expect(titles(page).first()).toBeVisible();
  await expect(page.locator('.timeline-frame')).toHaveCount(0);
  await box(page, 'Migrant smuggling').click();
  const link = linkOf(page).replace('&view=list', '');
  await expectTotal(page, expected(link).total);
  await page.getByRole('radio', { name: 'Timeline', exact: true }).click();
  await expect(marks(page).first()).toBeVisible();
  expect(await frame?.evaluate(element => element.isConnected)).toBe(true);
  await expect.poll(() => marks(page).count()).toBeLessThan(before);
  await page.reload();
  await expect(marks(page).first()).toBeVisible();
  const fresh = await marks(page).evaluateAll(found => found.map(mark => mark.getAttribute('aria-label')).sort());
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await expect(titles(page).first()).toBeVisible();
  await page.getByRole('radio', { name: 'Timeline', exact: true }).click();
  const names = () => marks(page).evaluateAll(found => found.map(mark => mark.getAttribute('aria-label')).sort());
  await expect.poll(names).toEqual(fresh);
  await marks(page).first().click();
  await expect(page.getByRole('complementary').or(page.getByRole('dialog'))).toBeVisible();
});
