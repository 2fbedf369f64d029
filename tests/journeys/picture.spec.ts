import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, marks, open, test, timeline } from './journey';
import { record } from './oracle';

test.use({ ownProfile: true });

/** Takes a file from “Share and cite”. */
async function taken(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  const button = page.getByRole('dialog').getByRole('button', { name, exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a picture of the whole view is taken along as SVG, whatever part of it is on the screen', async ({ page }) => {
  await open(page, '?view=list');
  const { name, bytes } = await taken(page, 'SVG');
  expect(name).toMatch(/\.svg$/);
  const svg = bytes.toString('utf8');
  for (const { title } of record.activities) expect(svg).toContain(title.replaceAll('&', '&amp;'));
  expect(svg).toContain(`${record.activities.length} activities`);
});

test('the PNG has two pixels for each pixel of the SVG, and shows it', async ({ page }) => {
  await open(page, '');
  const { name, bytes } = await taken(page, 'PNG');
  expect(name).toMatch(/\.png$/);
  const { width, inks } = await page.evaluate(async data => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data: pixels = new Uint8ClampedArray() } = context?.getImageData(0, 0, image.width, image.height) ?? {};
    const seen = new Set<string>();
    for (let i = 0; i < pixels.length; i += 4) seen.add(pixels.slice(i, i + 4).join());
    return { width: image.width, inks: [...seen] };
  }, bytes.toString('base64'));
  expect(width).toBe(2400);
  // Paper, ink and marks.
  expect(inks).toEqual(expect.arrayContaining(['251,250,246,255', '110,113,119,255']));
});

test('marks are where the page draws them, and the PNG has their colours there', async ({ page }) => {
  await open(page, '?from=2017&to=2018-06&gaps=show&lanes=none');
  await expect(marks(page).first()).toBeVisible();
  const centres = await timeline(page)
    .locator('[data-key]')
    .evaluateAll(boxes =>
      boxes.map(box => {
        const { left, width } = box.getBoundingClientRect();
        return [box.querySelector('button')?.getAttribute('aria-label') ?? '', left + width / 2] as const;
      }),
    );
  const onPage = new Map(
    record.activities.flatMap(({ id, title }) => {
      const found = centres.find(([name]) => name.startsWith(`${title}, `));
      return found ? [[id, found[1]] as const] : [];
    }),
  );
  const svg = (await taken(page, 'SVG')).bytes.toString('utf8');
  const button = page.getByRole('dialog').getByRole('button', { name: 'PNG', exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const picture = (await readFile(await download.path())).toString('base64');
  const drawn = await page.evaluate(
    async ([text, data]) => {
      const place = document.body.appendChild(document.createElement('div'));
      place
        .attachShadow({ mode: 'open' })
        .append(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement);
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d', { willReadFrequently: true });
      context?.drawImage(image, 0, 0);
      const origin = place.shadowRoot?.querySelector('svg')?.getBoundingClientRect();
      return [...(place.shadowRoot?.querySelectorAll('title + circle') ?? [])].map(circle => {
        const { left, top, width, height } = circle.getBoundingClientRect();
        const [x, y] = [left + width / 2 - (origin?.left ?? 0), top + height / 2 - (origin?.top ?? 0)];
        const [red = 0, green = 0, blue = 0] =
          context?.getImageData(Math.round(2 * x), Math.round(2 * y), 1, 1).data ?? [];
        const ink = `#${[red, green, blue].map(part => part.toString(16).padStart(2, '0')).join('')}`;
        return { title: circle.previousElementSibling?.textContent ?? '', x, ink, fill: circle.getAttribute('fill') };
      });
    },
    [svg, picture] as const,
  );
  expect(drawn.filter(({ ink, fill }) => ink !== fill)).toEqual([]);
  const pairs = drawn
    .flatMap(({ title, x }) => {
      const id = record.activities.find(activity => title.startsWith(activity.title))?.id ?? '';
      const other = onPage.get(id);
      return other === undefined ? [] : [[x, other] as const];
    })
    .sort(([a], [b]) => a - b);
  expect(pairs.length).toBeGreaterThan(8);
  const [[first, firstOnPage], [last, lastOnPage]] = [pairs[0] ?? [0, 0], pairs.at(-1) ?? [1, 1]];
  const scale = (lastOnPage - firstOnPage) / (last - first);
  const off = pairs.filter(([x, other]) => Math.abs(firstOnPage + (x - first) * scale - other) > 2);
  expect(off).toEqual([]);
});

test('“Print” loads the activities and opens the browser’s print dialog', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.documentElement.dataset.printedEntries = String(document.querySelectorAll('.printed-entry').length);
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await open(page, '?view=matrix');
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed-entries', String(record.activities.length));
});

test('a picture of the opened activity shows it alone', async ({ page }) => {
  const [{ id, title } = { id: '', title: '' }] = record.activities;
  await page.addInitScript(() => {
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint'));
      document.documentElement.dataset.printed = document.querySelector('.printed')?.textContent ?? '';
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await open(page, `?activity=${id}`);
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /^Share/ })
    .click();
  const button = page.getByRole('dialog').getByRole('button', { name: 'SVG', exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toContain(title);
  expect(svg).toContain('1 of 89');
  await page.getByRole('dialog').getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', new RegExp(`activity=${id}`));
  const printed = String(await page.locator('html').getAttribute('data-printed'));
  expect(printed).toContain(title);
  expect(record.activities.filter(other => printed.includes(other.title)).map(other => other.id)).toEqual([id]);
});
