import { expect, open, test } from './journey';

const host = (src: string) => `<!doctype html><title>Host</title><meta charset="utf-8">
<iframe data-chronofacet id="view" src="${src}" width="700" height="100"></iframe>
<iframe data-chronofacet id="other" src="other.html" width="700" height="120"></iframe>
<script src="embed.js" async></script>`;

test('an embedded view says where it comes from and fits the height of its frame', async ({ page }) => {
  await page.route('**/host.html', route =>
    route.fulfill({ contentType: 'text/html', body: host('./?programme=glo-act&view=list&embed=1') }),
  );
  await page.route('**/other.html', route => route.fulfill({ contentType: 'text/html', body: '<p>Another page</p>' }));
  await page.goto('host.html');
  const frame = page.frameLocator('#view');
  await expect(frame.getByRole('contentinfo')).toContainText('From “EU–UNODC cooperation”');
  await expect(frame.getByRole('contentinfo').getByRole('link', { name: /^CC/ })).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Open and filter' })).toBeVisible();
  const heights = async () => {
    const box = await page.locator('#view').boundingBox();
    const inside = await frame.locator('html').evaluate(html => html.scrollHeight);
    return [box?.height ?? 0, inside] as const;
  };
  await expect
    .poll(async () => {
      const [outer, inner] = await heights();
      return outer > 200 && Math.abs(outer - inner) <= 6;
    })
    .toBe(true);
  // A message from another window is ignored, and one of a frame changes that frame alone.
  await page.evaluate(() => window.postMessage({ type: 'chronofacet', version: 1, height: 999 }, '*'));
  const other = page.frames().find(candidate => candidate.url().endsWith('other.html'));
  await other?.evaluate(() => window.parent.postMessage({ type: 'chronofacet', version: 1, height: 321 }, '*'));
  await expect.poll(async () => (await page.locator('#other').boundingBox())?.height).toBeGreaterThan(320);
  const [outer] = await heights();
  expect(outer).not.toBe(999);
});

test.describe('with the clipboard', () => {
  test.use({ ownProfile: true, permissions: ['clipboard-read', 'clipboard-write'] });

  test('“Share and cite” gives the code of the view, with a preview', async ({ page }) => {
    await open(page, '?programme=glo-act&view=list');
    await page.getByRole('button', { name: 'Share and cite' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share and cite' });
    await dialog.getByText('Embed', { exact: true }).click();
    const code = dialog.getByRole('textbox', { name: 'Code for your page' });
    await expect(code).toHaveValue(/<iframe data-chronofacet src="[^"]*\?programme=glo-act&amp;view=list&amp;embed=1"/);
    await expect(code).toHaveValue(/embed\.js" async><\/script>$/);
    const preview = page.frameLocator('iframe[title="Preview of the embedded view"]');
    await expect(preview.getByRole('heading', { level: 1 })).toContainText('GLO.ACT');
    await dialog.getByRole('button', { name: 'Copy code' }).click();
    await expect(dialog.getByText('Code copied.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());
  });
});
