import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, startFirefox } from './firefox';
import { run, temporaryFolder } from './programs';

const folder = temporaryFolder();
const DOWNLOADS = folder.pathOf('downloads');

let firefox: Firefox;
beforeAll(async () => {
  firefox = await startFirefox(folder.pathOf('profile'), DOWNLOADS);
});
afterAll(() => firefox?.stop());

const dataset = (...args: string[]) => run(process.execPath, ['scripts/dataset.mjs', ...args]);

/** Waits until a script of the page returns something true. */
async function waitFor(script: string, ...args: readonly unknown[]): Promise<void> {
  await expect.poll(() => firefox.evaluate(script, ...args), { timeout: 60_000, message: script }).toBeTruthy();
}

/** Clicks the first element of a kind whose name begins with a text. */
async function click(selector: string, name: string): Promise<void> {
  const found = `[...document.querySelectorAll(arguments[0])].find(element =>
    (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim().startsWith(arguments[1]))`;
  await waitFor(`return ${found} !== undefined`, selector, name);
  await firefox.evaluate(`${found}.click()`, selector, name);
}

const VIEWS = [
  ['Timeline', 'main [data-activity]'],
  ['List', 'main li time'],
  ['Table', 'main [role=grid]'],
  ['Matrix', 'main table:not([role=grid])'],
  ['Map', 'main svg circle, main svg path'],
] as const;

const STATUS = "(document.querySelector('[role=status]')?.textContent ?? '')";

describe.each([
  ['89', () => 'tests/journeys/records/eu-unodc-89.json'],
  [
    '10,000',
    () => {
      dataset('generate', '--count', '10000', '--seed', '4', '--out', folder.pathOf('record.json'));
      return folder.pathOf('record.json');
    },
  ],
])('one HTML file of %s activities', (total, record) => {
  it('opens from disk in Firefox without a network, shows five views, filters, searches and exports', async () => {
    if (!existsSync('dist/single')) throw new Error('There is no build in dist. Run npm run build first.');
    const file = folder.pathOf(`${total}.html`);
    dataset('site', record(), '--single', '--out', file);
    await firefox.open(pathToFileURL(file).href);
    await waitFor(`return ${STATUS} === arguments[0]`, `${total} of ${total} activities`);
    for (const [view, part] of VIEWS) {
      await click('[role=radio], input[type=radio]', view);
      await waitFor('return document.querySelector(arguments[0]) !== null', part);
    }
    await click('[role=radio], input[type=radio]', 'List');
    const before = String(await firefox.evaluate(`return ${STATUS}`));
    await firefox.evaluate("document.querySelector('nav input[type=checkbox], aside input[type=checkbox]').click()");
    await waitFor(`return ${STATUS} !== arguments[0]`, before);
    const filtered = String(await firefox.evaluate(`return ${STATUS}`));
    const word = await firefox.evaluate(
      "return document.querySelector('main li h3 a, main li h4 a').textContent.match(/\\p{L}{3,}/u)[0]",
    );
    // A search that is in the address is there after the page has been loaded again.
    await firefox.open(`${await firefox.evaluate('return location.href')}&q=${encodeURIComponent(String(word))}`);
    await waitFor(
      `return / of /.test(${STATUS}) && ${STATUS} !== arguments[0] && !${STATUS}.startsWith('0 ')`,
      filtered,
    );
    const found = Number.parseInt(String(await firefox.evaluate(`return ${STATUS}`)).replace(/,/g, ''), 10);
    expect(found).toBeGreaterThan(0);
    await click('button', 'Share and cite');
    const earlier = readdirSync(DOWNLOADS);
    await click('dialog button, [role=dialog] button', 'CSV');
    const saved = () => readdirSync(DOWNLOADS).find(name => name.endsWith('.csv') && !earlier.includes(name)) ?? '';
    await expect
      .poll(() => saved() !== '' && readFileSync(join(DOWNLOADS, saved())).length > 0, { timeout: 60_000 })
      .toBe(true);
    expect(readFileSync(join(DOWNLOADS, saved()), 'utf8').match(/\r\n/g)).toHaveLength(found + 1);
    const loaded = 'return performance.getEntriesByType("resource").map(({ name }) => name.slice(0, 5))';
    expect(await firefox.evaluate(loaded)).not.toContain('http:');
  });
});
