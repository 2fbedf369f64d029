import { expect, linkOf, marks, open, test, timeline } from './journey';

const LINK = '?from=2017&to=2018-06&lanes=region';

test('a mark says its title, date and values under the pointer, until Escape', async ({ page }) => {
  await open(page, LINK);
  const mark = marks(page).and(page.locator('[data-activity="2017-firearms-programme-talks"]')).first();
  await mark.hover();
  const tip = page.getByRole('tooltip');
  await expect(tip).toContainText('Global Firearms Programme discussed with DG HOME');
  await expect(tip).toContainText('14–15 September 2017');
  await expect(tip).toContainText('EU institution: DG DEVCO, DG HOME, EEAS');
  await expect(mark).toHaveAttribute('aria-describedby', (await tip.getAttribute('id')) ?? 'none');
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await expect(timeline(page).locator('.mark[title], .mark [title]')).toHaveCount(0);
});

test('a mark with the focus says the same, and Escape leaves the opened activity open', async ({ page }) => {
  await open(page, `${LINK}&activity=2018-glo-act-steering-committee`);
  await expect(page.getByRole('complementary')).toBeVisible();
  await marks(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
  await expect(page.getByRole('complementary')).toBeVisible();
});

test('the axis stays below the header while the lanes scroll', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await open(page, LINK);
  await expect(marks(page).first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 420));
  const axis = timeline(page).locator('.vis-panel.vis-top');
  await expect.poll(async () => (await axis.boundingBox())?.y).toBe(56);
  const plane = await timeline(page).locator('.vis-panel.vis-center').boundingBox();
  expect((await axis.boundingBox())?.x).toBeCloseTo(plane?.x ?? 0, 0);
});

test('the line of the opened activity runs through its own lanes only', async ({ page }) => {
  await open(page, `${LINK}&activity=2017-firearms-programme-talks`);
  const opened = timeline(page).locator('.mark[data-opened]:visible');
  await expect(opened).not.toHaveCount(0);
  const faults = await opened.evaluateAll(all =>
    all.filter(mark => {
      const lane = mark.closest('.vis-group')?.getBoundingClientRect();
      const line = getComputedStyle(mark, '::before');
      const top = mark.getBoundingClientRect().top + Number.parseFloat(line.top);
      const height = Number.parseFloat(line.height);
      return !lane || Math.abs(top - lane.top) > 2 || Math.abs(height - lane.height) > 2;
    }),
  );
  expect(faults).toEqual([]);
});

test.describe('by touch', () => {
  test.use({ ownProfile: true });

  test('a finger held on a mark shows its tooltip, which stays, and lifting it opens nothing', async ({ page }) => {
    await open(page, LINK);
    const mark = marks(page).and(page.locator('[data-activity="2017-firearms-programme-talks"]')).first();
    const { x = 0, y = 0, height = 0 } = (await mark.boundingBox()) ?? {};
    const touch = await page.context().newCDPSession(page);
    const press = () =>
      touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + 6, y: y + height / 2 }] });
    const lift = () => touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await press();
    const tip = page.getByRole('tooltip');
    await expect(tip).toContainText('Global Firearms Programme discussed with DG HOME');
    const clicked = page.evaluate(
      () => new Promise<void>(resolve => addEventListener('click', () => resolve(), { capture: true, once: true })),
    );
    await lift();
    await clicked;
    await expect(tip).toBeVisible();
    expect(linkOf(page)).not.toContain('activity=');
    await press();
    await lift();
    await expect.poll(() => linkOf(page)).toContain('activity=2017-firearms-programme-talks');
    await expect(tip).toBeHidden();
  });
});
