import { once } from 'node:events';
import { chmodSync, readdirSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../build/security-headers.mjs';
import { BROWSER_ARGS, findOrInstallBrowser } from '../../scripts/find-browser.mjs';
import { observatoryScore } from './observatory';
import { makeSite, temporaryFolder } from './programs';
import { type Answer, ask, startApache, startNginx, type WebServer } from './web-servers';

const folder = temporaryFolder();
const BELOW = 'below/timeline/';
/** The longest link that the page writes has 64,000 characters. */
const LONG = `?view=list&q=${'x'.repeat(60_000)}`;

let browser: Browser;

function configOf(example: string): string[] {
  return ['--config', `public/examples/${example}/explorer.json`];
}

beforeAll(async () => {
  makeSite('public/examples/arabic/record.json', folder.pathOf('www'), 'https://example.org/', ...configOf('arabic'));
  makeSite(
    'public/examples/republic/record.json',
    folder.pathOf(`www/${BELOW}`),
    `https://example.org/${BELOW}`,
    ...configOf('republic'),
  );
  // The servers drop the rights of the administrator.
  chmodSync(folder.pathOf('.'), 0o755);
  browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: BROWSER_ARGS });
});

afterAll(() => browser?.close());

describe.each([
  ['nginx', startNginx],
  ['Apache', startApache],
] as const)('the documented configuration of %s', (name, startServer) => {
  let server: WebServer;
  beforeAll(async () => {
    server = await startServer(folder.pathOf(name), folder.pathOf('www'));
  });
  afterAll(() => server?.stop());

  const asset = (ending: string) =>
    `assets/${readdirSync(folder.pathOf('www/assets')).find(file => file.endsWith(ending))}`;

  it('sends the security headers with every answer', async () => {
    const { 'Content-Security-Policy': policy, ...others } = securityHeaders([]);
    const paths = ['', 'browse/', 'explorer.json', 'data/arabic-history.json', asset('.js'), BELOW, 'not-there'];
    for (const path of paths) {
      const { headers } = await ask(server.url + path);
      expect(headers['content-security-policy'], path).toBe(policy?.replace('ancestors *', "ancestors 'self'"));
      for (const [header, value] of Object.entries(others)) expect(headers[header.toLowerCase()], path).toBe(value);
    }
  });

  it('lets other sites show embedded views and the pages of activities, and nothing else', async () => {
    for (const path of ['?embed=1', '?view=list&embed=1', 'activity/baghdad/', `${BELOW}?embed=1&view=list`]) {
      expect((await ask(server.url + path)).headers['content-security-policy'], path).toMatch(/; frame-ancestors \*$/);
    }
    for (const path of ['?embed=10', '?notembed=1', '?q=/activity/', 'subject/science/']) {
      expect((await ask(server.url + path)).headers['content-security-policy'], path).toMatch(/ancestors 'self'$/);
    }
  });

  it('lets browsers keep files with a hash in their name, and asks again for others', async () => {
    for (const path of [asset('.js'), asset('.woff2'), BELOW + asset('.css')]) {
      expect((await ask(server.url + path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    // A file that comes a moment later must not be missing for a year.
    expect((await ask(`${server.url}assets/index-00000000.js`)).headers['cache-control']).toBe('no-cache');
    for (const path of ['', 'explorer.json', 'data/arabic-history.json']) {
      const first = await ask(server.url + path, { 'Accept-Encoding': 'gzip' });
      expect(first.headers['cache-control'], path).toBe('no-cache');
      const again = { 'Accept-Encoding': 'gzip', 'If-None-Match': first.headers.etag ?? '' };
      expect((await ask(server.url + path, again)).status, path).toBe(304);
    }
  });

  it('packs text, and says of what kind each file is', async () => {
    const kinds: Record<string, string> = {
      '': 'text/html; charset=utf-8',
      [asset('.js')]: 'text/javascript; charset=utf-8',
      [asset('.css')]: 'text/css; charset=utf-8',
      'data/arabic-history.json': 'application/json',
      'schema/dataset-1.json': 'application/json',
      'index.md': 'text/markdown; charset=utf-8',
      'calendar.ics': 'text/calendar; charset=utf-8',
      'icon.svg': 'image/svg+xml',
      'feed.xml': 'xml',
    };
    for (const [path, kind] of Object.entries(kinds)) {
      const { status, headers } = await ask(server.url + path, { 'Accept-Encoding': 'gzip' });
      expect([status, headers['content-type']], path).toEqual([200, expect.stringContaining(kind)]);
      const isTiny = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY) < 200;
      if (!isTiny) expect(headers['content-encoding'], path).toBe('gzip');
    }
    expect((await ask(server.url + asset('.woff2'))).headers['content-type']).toBe('font/woff2');
  });

  it('answers 404 for what is not there, shows no folders, and takes long links', async () => {
    const missing = [
      'nothing',
      'assets/index-00000000.js',
      'activity/nobody/',
      '../../../etc/passwd',
      `${BELOW}nothing`,
    ];
    for (const path of missing) expect((await ask(server.url + path)).status, path).toBe(404);
    expect([403, 404]).toContain((await ask(`${server.url}assets/`)).status);
    expect((await ask(server.url + LONG)).status).toBe(200);
    const { status, headers } = await ask(`${server.url}browse`);
    expect([status, new URL(headers.location ?? '', server.url).pathname]).toEqual([301, '/browse/']);
  });

  it('leads from http to https, and gets A+ by the rules of Mozilla’s Observatory', async () => {
    const plain = await askPlainly(server.plainUrl);
    expect(plain.headers.location).toMatch(/^https:\/\/[^/]+\/$/);
    const { score, points } = observatoryScore(await ask(server.url), plain);
    expect(Object.values(points).filter(value => value < 0)).toEqual([]);
    expect(score).toBeGreaterThanOrEqual(100);
  });

  it.each([
    ['', 'تاريخ العلم والمدن', '28 activities'],
    [BELOW, 'Roman Republic', '27 activities'],
  ])('serves the explorer at /%s without a violation of the policy', async (path, title, count) => {
    const page = await browser.newPage({ ignoreHTTPSErrors: true, locale: 'en-GB' });
    const complaints = complaintsOf(page);
    await page.goto(server.url + path);
    await page.getByRole('banner').getByText(title).waitFor();
    await page.getByRole('status').filter({ hasText: count }).first().waitFor();
    await page.getByRole('radio', { name: 'List' }).press('Space');
    const link = page.getByRole('list', { name: 'Activities' }).getByRole('link').first();
    await link.click();
    const pageLink = page.getByRole('link', { name: 'This activity’s page' });
    await pageLink.waitFor();
    // A part that is still being fetched when the page is left would count as a complaint.
    await page.waitForLoadState('networkidle');
    await pageLink.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Open the timeline' }).click();
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows an embedded view in a frame of another origin, and nothing else', async () => {
    const page = await browser.newPage({ ignoreHTTPSErrors: true, locale: 'en-GB' });
    // A page that the browser takes for one of the Internet may not frame a server of this computer, so another server has it.
    const frameOf = (address = '') => `<iframe src="${server.url}${address}" width="600" height="400"></iframe>`;
    const hostServer = createServer(({ url }, response) =>
      response.setHeader('Content-Type', 'text/html').end(frameOf(url?.slice(1))),
    ).listen(0, '127.0.0.1');
    await once(hostServer, 'listening');
    const host = `http://127.0.0.1:${Object(hostServer.address()).port}/`;
    await page.goto(`${host}?embed=1&view=list`);
    await page.frameLocator('iframe').getByRole('list', { name: 'Activities' }).waitFor();
    const refused = page.waitForEvent('console', message => message.text().includes('frame-ancestors'));
    await page.goto(host);
    await refused;
    await page.goto(`${host}activity/baghdad/`);
    await page.frameLocator('iframe').getByRole('link', { name: 'Open the timeline' }).click();
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    expect(page.url()).toBe(`${server.url}?lanes=subject&activity=baghdad`);
    hostServer.close();
    await page.close();
  });
});

/** Collects what the browser reports: errors, failed requests and violations of the policy. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

/** Asks a server without TLS. */
function askPlainly(url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, response => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers as Answer['headers'], body: '' });
    })
      .on('error', reject)
      .end();
  });
}
