import type { Locator, Page } from '@playwright/test';
import { box, expect, expectTotal, linkOf, marks, open, searchBox, test, timeline } from './journey';

/** Returns the number of clearly different colours in an element's screenshot. */
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

const PANELS = ['timeline', 'list', 'table', 'matrix', 'map'] as const;

/** Opens a panel and waits until it is drawn. */
async function openPanel(page: Page, panel: string, more = ''): Promise<void> {
  await open(page, `?view=${panel}${more}`);
  const drawn = {
    timeline: marks(page).first(),
    list: page.getByRole('list', { name: 'Activities' }),
    table: page.getByRole('grid'),
    matrix: page.getByRole('region', { name: 'Matrix', exact: true }),
    map: page.getByRole('region', { name: 'Map', exact: true }),
  }[panel];
  await expect(drawn ?? page.locator('main')).toBeVisible();
}

test.describe('with reduced motion', () => {
  test.use({ ownProfile: true, contextOptions: { reducedMotion: 'reduce' } });

  for (const panel of PANELS) {
    test(`nothing of the ${panel} moves by itself`, async ({ page }) => {
      await openPanel(page, panel);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap(element => {
          const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
          const lasts = (durations: string) => durations.split(', ').some(duration => Number.parseFloat(duration) > 0);
          const isMoving =
            lasts(transitionDuration) ||
            (animationName !== 'none' && lasts(animationDuration)) ||
            scrollBehavior === 'smooth';
          return isMoving ? [element.outerHTML.slice(0, 100)] : [];
        }),
      );
      expect(moving).toEqual([]);
    });
  }

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

/** Switches the page to right-to-left. */
async function fromRightToLeft(page: Page): Promise<void> {
  await page.route(
    url => url.pathname === '/',
    async route => {
      const response = await route.fetch();
      const body = (await response.text()).replace('<html lang="en">', '<html lang="en" dir="rtl">');
      await route.fulfill({ response, body });
    },
  );
}

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

for (const [where, viewport] of Object.entries(SIZES)) {
  test.describe(`from right to left, ${where}`, () => {
    test.use({ ownProfile: true, viewport });

    for (const panel of PANELS) {
      test(`the ${panel} fits, and time runs from left to right`, async ({ page }) => {
        await fromRightToLeft(page);
        await openPanel(page, panel, '&from=2018&to=2022');
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl');
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond).toBeLessThanOrEqual(0);
        const start = await page.getByRole('slider', { name: 'Start of the window' }).boundingBox();
        const end = await page.getByRole('slider', { name: 'End of the window' }).boundingBox();
        expect(start?.x).toBeLessThan(end?.x ?? 0);
        await page.getByRole('slider', { name: 'Start of the window' }).press('ArrowRight');
        await expect.poll(() => linkOf(page)).toContain('from=2018-02');
      });
    }
  });
}

test.describe('from right to left', () => {
  test.use({ ownProfile: true });

  test('marks and piles stand clear of the names of the lanes, and arrows follow time', async ({ page }) => {
    await fromRightToLeft(page);
    await openPanel(page, 'timeline');
    const axis = await page.locator('.vis-panel.vis-center').boundingBox();
    const names = await page.locator('.vis-panel.vis-left').boundingBox();
    expect((names?.x ?? 0) + (names?.width ?? 0)).toBeLessThanOrEqual((axis?.x ?? 0) + 1);
    for (const pile of await page.locator('.mark-pile:visible').all()) {
      expect((await pile.boundingBox())?.x).toBeGreaterThanOrEqual((axis?.x ?? 0) - 1);
    }
    await page.locator('.mark-button[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    const first = await page.locator(':focus').boundingBox();
    await page.keyboard.press('ArrowRight');
    const second = await page.locator(':focus').boundingBox();
    expect(second?.x).toBeGreaterThan(first?.x ?? 0);
  });

  test('the left arrow leads on through the columns of the table and into a facet', async ({ page }) => {
    await fromRightToLeft(page);
    await openPanel(page, 'table');
    const cell = page.locator('td[tabindex="0"], tr [tabindex="0"]').first();
    await cell.focus();
    const before = await page.locator(':focus').boundingBox();
    await page.keyboard.press('ArrowLeft');
    const after = await page.locator(':focus').boundingBox();
    expect(after?.x).toBeLessThan(before?.x ?? 0);
    await box(page, 'Africa').focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('button', { name: 'Values below Africa' })).toHaveAttribute('aria-expanded', 'true');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`with forced colours, ${colorScheme}`, () => {
    test.use({ ownProfile: true, colorScheme, contextOptions: { forcedColors: 'active' } });

    for (const panel of PANELS) {
      test(`the focus is seen all over the ${panel}`, async ({ page }) => {
        await openPanel(page, panel, '&programme=glo-act');
        const unseen: string[] = [];
        for (let tabs = 0; tabs < 25; tabs += 1) {
          const before = await page.locator(':focus').count();
          await page.keyboard.press('Tab');
          const focused = page.locator(':focus');
          if (before > 0 && (await focused.count()) === 0) break;
          const isSeen = await focused.evaluate(element => {
            const parts = [element, element.parentElement, ...element.querySelectorAll('*')];
            return (
              element.closest('search') !== null ||
              parts.some(part => {
                const { outlineStyle, outlineWidth, boxShadow } = part
                  ? getComputedStyle(part)
                  : new CSSStyleDeclaration();
                return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
              })
            );
          });
          if (!isSeen) unseen.push(await focused.evaluate(element => element.outerHTML.slice(0, 120)));
        }
        expect(unseen).toEqual([]);
      });
    }

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
  await expect(searchBox(page)).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(5);
});

for (const [theme, media] of Object.entries({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
} as const)) {
  test(`the title of an opened activity shows that it has the focus, ${theme}`, async ({ page }) => {
    await page.emulateMedia(media);
    await openPanel(page, 'list', '&programme=glo-act');
    await page.getByRole('list', { name: 'Activities' }).getByRole('link').first().click();
    const title = page.getByRole('complementary').getByRole('heading').first();
    await expect(title).toBeFocused();
    const line = await title.evaluate(element => {
      const { borderInlineStartWidth, borderInlineStartColor } = getComputedStyle(element);
      return {
        width: borderInlineStartWidth,
        colour: borderInlineStartColor,
        ground: getComputedStyle(document.body.parentElement as Element).backgroundColor,
      };
    });
    expect(line.width).toBe('2px');
    expect(line.colour).not.toBe(line.ground);
    const words = await title.boundingBox();
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).focus();
    const text = await title.evaluate(element => getComputedStyle(element).borderInlineStartWidth);
    expect(text).toBe('0px');
    expect((await title.boundingBox())?.height).toBe(words?.height);
  });
}
