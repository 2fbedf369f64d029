import type { Locator, Page } from '@playwright/test';
import { box, expect, expectTotal, linkOf, marks, open, test, timeline } from './journey';

/** How many clearly different colours a part of the page is painted in. */
async function coloursOf(page: Page, part: Locator): Promise<number> {
  const png = (await part.screenshot()).toString('base64');
  return page.evaluate(async data => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data: pixels } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const seen: number[][] = [];
    for (let i = 0; i < pixels.length; i += 4) {
      const colour = [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0];
      const isKnown = seen.some(known =>
        known.every((value, channel) => Math.abs(value - (colour[channel] ?? 0)) < 60),
      );
      if (!isKnown) seen.push(colour);
    }
    return seen.length;
  }, png);
}

test.describe('with reduced motion', () => {
  test.use({ ownProfile: true, contextOptions: { reducedMotion: 'reduce' } });

  test('zooms at once', async ({ page }) => {
    await open(page, '?programme=glo-act');
    await expect(marks(page).first()).toBeVisible();
    await timeline(page).getByRole('button', { name: 'Zoom in', exact: true }).click();
    await expect.poll(() => linkOf(page)).toMatch(/from=/);
    const moving = await page.evaluate(
      () => document.getAnimations().filter(one => one.playState === 'running').length,
    );
    expect(moving).toBe(0);
    await timeline(page).getByRole('button', { name: 'Fit all' }).click();
    await expectTotal(page, 5);
    await expect(marks(page).first()).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with forced colours, ${colorScheme}`, () => {
    test.use({ ownProfile: true, colorScheme, contextOptions: { forcedColors: 'active' } });

    test('marks, boxes and the opened mark are seen', async ({ page }) => {
      await open(page, '?programme=glo-act&from=2017&to=2018-06&activity=2018-glo-act-steering-committee');
      await expect(page.getByRole('complementary')).toBeVisible();
      const shapes = marks(page).locator('.mark-shape');
      await expect.poll(() => shapes.count()).toBeGreaterThan(4);
      expect(await coloursOf(page, shapes.first())).toBeGreaterThan(1);
      expect(await coloursOf(page, marks(page).and(page.locator('[aria-current="true"]')).first())).toBeGreaterThan(1);
      const ticked = await coloursOf(page, box(page, 'GLO.ACT'));
      expect(ticked).toBeGreaterThan(1);
      await box(page, 'GLO.ACT').click();
      await expect(box(page, 'GLO.ACT')).not.toBeChecked();
    });
  });
}

test('keeps the window and loses the controls on paper', async ({ page }) => {
  await open(page, '?view=list&programme=glo-act');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(5);
});
