import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import { expectNoViolationIn } from '../axe';
import { expect, FAILED_LOADS, test } from '../journey';

/** What the browser says of frames that may not load the files beside their page, or store anything. */
const REFUSED = [
  ...FAILED_LOADS,
  /^request to another origin: http:\/\/(127\.0\.0\.1|localhost):/,
  /blocked by CORS policy/,
  /Blocked script execution in .* because the document's frame is sandboxed/,
  /Failed to read the 'localStorage' property/,
  // axe asks for the styles again, and takes longer than browsers wait for the use of what the page asked for early.
  /Couldn't load preload assets/,
  /was preloaded using link preload but not used/,
];
test.use({ tolerated: [REFUSED, { scope: 'test' }], ownProfile: true });

const LINK = '?programme=glo-act&view=list&embed=1';

interface Framed {
  id: string;
  /** The host of the frame's page. `localhost` lets all pages read its files; the address of the same server does not. */
  host: 'localhost' | '127.0.0.1';
  sandbox: string | null;
}

/** The page around the frames, and its policy. */
let [hostPage, policy] = ['', ''];
const host = createServer(async (request, response) => {
  const isScript = request.url === '/embed.js';
  response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', policy);
  response.end(isScript ? await readFile('dist/embed.js') : hostPage);
});
test.beforeAll(() => new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve)));
test.afterAll(() => new Promise(resolve => host.close(resolve)));

/**
 * Opens a page with frames. It loads `embed.js` from the explorer, or, where its policy allows scripts of its own origin
 * only, its own copy.
 */
async function openHost(
  page: Page,
  baseURL = '',
  { frames, isStrict }: { frames: readonly Framed[]; isStrict: boolean },
): Promise<void> {
  const { port, pathname } = new URL(baseURL);
  const script = isStrict ? 'embed.js' : new URL('embed.js', baseURL).href;
  policy = isStrict ? "default-src 'none'; script-src 'self'; frame-src *; style-src 'none'" : 'frame-src *';
  const elements = frames.map(({ id, host, sandbox }) => {
    const address = `http://${host}:${port}${pathname}${LINK}`.replaceAll('&', '&amp;');
    const attribute = sandbox === null ? '' : ` sandbox="${sandbox}"`;
    return `<iframe data-chronofacet id="${id}" title="${id}" src="${address}"${attribute} width="700" height="90"></iframe>`;
  });
  hostPage = `<!doctype html><html lang="en"><title>Host</title>${elements.join('')}<script src="${script}" async></script>`;
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
}

const FREE: Framed = { id: 'free', host: '127.0.0.1', sandbox: null };

const inside = (page: Page, id: string) => page.frameLocator(`#${id}`);

/** Returns the frame of an element, for what no locator can do. */
async function frameOf(page: Page, id: string): Promise<Frame> {
  const frame = await (await page.locator(`#${id}`).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`There is no frame #${id}.`);
  return frame;
}

/** Returns by how much the frame is higher than what it shows. */
async function surplus(page: Page, id: string): Promise<number> {
  const outer = await page.locator(`#${id}`).evaluate(frame => frame.clientHeight);
  const foot = inside(page, id).getByRole('contentinfo');
  return outer - (await foot.evaluate(element => element.getBoundingClientRect().bottom + window.scrollY));
}

test('embeds run, with the height of their content, where scripts may run and their files may be read', async ({
  page,
  baseURL,
}) => {
  const frames: Framed[] = [
    FREE,
    { id: 'same-origin', host: '127.0.0.1', sandbox: 'allow-scripts allow-same-origin' },
    { id: 'no-origin', host: 'localhost', sandbox: 'allow-scripts' },
  ];
  await openHost(page, baseURL, { frames, isStrict: true });
  for (const { id } of frames) {
    await expect(inside(page, id).getByRole('contentinfo')).toContainText('From “EU–UNODC cooperation”');
    await expect(inside(page, id).getByRole('status')).toHaveText(/^\d+ of 89 activities/);
    await expect.poll(async () => Math.abs(await surplus(page, id))).toBeLessThanOrEqual(2);
  }
  const withoutOrigin = await frameOf(page, 'no-origin');
  expect(withoutOrigin.url()).toMatch(/^http:\/\/localhost/);
  await expectNoViolationIn(withoutOrigin);
});

test('the list of the record stands where an embed can’t run', async ({ page, baseURL }) => {
  const frames: Framed[] = [
    { id: 'unread', host: '127.0.0.1', sandbox: 'allow-scripts' },
    { id: 'no-script', host: '127.0.0.1', sandbox: '' },
    { id: 'no-script-read', host: 'localhost', sandbox: '' },
  ];
  await openHost(page, baseURL, { frames: [...frames, FREE], isStrict: false });
  for (const { id } of frames) {
    const frame = inside(page, id);
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('EU–UNODC cooperation');
    await expect(frame.getByRole('listitem')).toHaveCount(12);
  }
  await expect(inside(page, 'free').getByRole('contentinfo')).toContainText('From “EU–UNODC cooperation”');
  await expect.poll(async () => Math.abs(await surplus(page, 'free'))).toBeLessThanOrEqual(2);
  // Browsers refuse the styles as well, so axe does not know the ground that a dark page has by itself.
  await expectNoViolationIn(await frameOf(page, 'unread'), ['light']);
  const first = inside(page, 'no-script').getByRole('listitem').first().getByRole('link');
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expect(inside(page, 'no-script').getByRole('heading', { level: 1 })).toHaveText(title);
});
