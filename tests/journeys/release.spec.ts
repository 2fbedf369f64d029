import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { expect, FAILED_LOADS, sentence, test } from './journey';

const FIRST = join(import.meta.dirname, '../../dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** React logs errors that a boundary caught. */
const CAUGHT = /Failed to fetch dynamically imported module|Unable to preload CSS/;
test.use({ ownProfile: true, tolerated: [[...FAILED_LOADS, CAUGHT, /^request to another origin/], { scope: 'test' }] });

/** Makes a build in which every file with a hash has another name, as after a change of the code. */
function makeSecond(folder: string): string {
  for (const part of ['index.html', 'explorer.json', 'icon.svg', 'assets', 'data']) {
    cpSync(join(FIRST, part), join(folder, part), { recursive: true });
  }
  const assets = join(folder, 'assets');
  const names = new Map(readdirSync(assets).map(name => [name, name.replace(/\.(?=\w+$)/, '2.')]));
  const renamed = (text: string) => text.replace(/[\w.-]+\.(?:js|css|woff2)/g, name => names.get(name) ?? name);
  for (const [name, other] of names) {
    renameSync(join(assets, name), join(assets, other));
    if (/\.(js|css)$/.test(name))
      writeFileSync(join(assets, other), renamed(readFileSync(join(assets, other), 'utf8')));
  }
  writeFileSync(join(folder, 'index.html'), renamed(readFileSync(join(folder, 'index.html'), 'utf8')));
  return folder;
}

let server: Server;
let folder = FIRST;
let asked: string[] = [];

test.beforeEach(async () => {
  folder = FIRST;
  server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    asked.push(pathname);
    try {
      const file = join(folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/json');
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end('not found');
    }
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
});

test.afterEach(() => server.close());

test('a page left open says that a new release is there, and loads anew where code of the old one is gone', async ({
  page,
}, { outputDir }) => {
  const second = makeSecond(join(outputDir, 'second'));
  const url = `http://127.0.0.1:${Object(server.address()).port}/?view=list&theme=maritime`;
  const isOfSecond = () => asked.filter(path => path.startsWith('/assets/')).every(path => /2\.\w+$/.test(path));
  const pages = () => asked.filter(path => path === '/');
  await page.clock.install();
  await page.goto(url);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  const words = (await sentence(page).textContent()) ?? '';
  await page.waitForLoadState('networkidle');
  asked = [];

  // Nobody asks while nobody comes back, and the first release says nothing about itself.
  const comeBack = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await comeBack();
  expect(pages()).toEqual([]);
  await page.clock.fastForward('06:00');
  await comeBack();
  await expect.poll(pages).toEqual(['/']);
  await expect(page.getByText('A new version of this page is available.')).toHaveCount(0);

  await page.evaluate(() => {
    history.pushState(null, '', `${location.search}&q=${'x'.repeat(61_970)}`);
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await page.getByRole('checkbox').first().click();
  const refusal = page.getByText('This was not done');
  await expect(refusal).toBeVisible();
  // Servers refuse an address that is as long as this.
  await page.goBack();
  await expect(sentence(page)).toHaveText(words);

  folder = second;
  await page.clock.fastForward('06:00');
  await comeBack();
  const notice = page.getByText('A new version of this page is available.');
  await expect(notice).toBeVisible();

  // Both notes at the foot of the page can be read.
  const above = await notice.boundingBox();
  const below = await refusal.boundingBox();
  expect((above?.y ?? Number.NaN) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? Number.NaN);
  asked = [];
  await page.getByRole('link', { name: 'Load it' }).click();
  await expect(sentence(page)).toHaveText(words);
  await expect(page.getByText('A new version of this page is available.')).toHaveCount(0);
  expect(isOfSecond()).toBe(true);

  // Back to the first release, whose code of the matrix then disappears.
  folder = FIRST;
  await page.reload();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  folder = second;
  await page.getByRole('radio', { name: 'Matrix' }).press('Space');
  await expect(page.getByRole('region', { name: 'Matrix', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/view=matrix.*theme=maritime|theme=maritime.*view=matrix/);
  await expect(page.getByRole('alert')).toHaveCount(0);
});
