import { expect, expectTotal, test } from '../journey';

const RECORD = 'some/sub/path/records/small.json';

/** Returns an address of the same server under another host name, and so another origin. Any page may read it. */
function stranger(page: URL, path: string): string {
  return `http://localhost:${page.port}/${path}`;
}

test.describe('a redirect of the own site', () => {
  // The browser logs the request that it blocks. A single pattern, as Playwright treats a list of two as a fixture
  // definition.
  test.use({ tolerated: [/Failed to load resource|Fetch API cannot load|another origin: http:\/\/localhost/] });

  for (const [name, base] of [
    ['with a policy in its headers', './'],
    ['without any policy in its headers', '/plain/'],
  ] as const) {
    test(`shows no data of another site: ${name}`, async ({ page, request, baseURL }) => {
      const site = new URL(base, baseURL);
      const there = stranger(site, RECORD);
      const back = new URL('records/small.json', site).href;
      const twice = stranger(site, `plain/go?to=${encodeURIComponent(back)}`);
      for (const to of [there, there.replace('http:', ''), twice]) {
        await page.goto(`${site.href}?data=${encodeURIComponent(`go?to=${encodeURIComponent(to)}`)}`);
        await expect(page.getByRole('alert')).toContainText(/leads on to another one|could not be reached/);
        await expect(page.getByText('Harbours')).toHaveCount(0);
      }
      expect(await (await request.get('stranger-count')).json()).toBe(0);
      await page.getByRole('button', { name: 'Open the record of this site' }).click();
      await expectTotal(page, 89);
    });
  }

  test('is followed within the site', async ({ page, baseURL }) => {
    await page.goto(`${baseURL}?data=${encodeURIComponent('go?to=records/small.json')}`);
    await expectTotal(page, 4, 4);
  });
});
