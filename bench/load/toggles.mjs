import { rest } from '../browser.mjs';

/** The durations of the page's measures `chronofacet:answer` and `chronofacet:render`. */
/** @typedef {{ size: number, answers: number[], renders: number[] }} Toggled */

const MAX_BOXES = 30;
const LARGEST_JSON = 10_000;
const PAUSE_MS = 120;

/**
 * Clicks the facets' checkboxes in turn and collects the page's own measures.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {number} size
 * @returns {Promise<Toggled>}
 */
export async function toggleInPage({ browser, origin, data }, size) {
  const file = await data.file(size, size > LARGEST_JSON ? 'cfpack' : 'json');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/app/?data=/data/${file}&from=2010&to=2019`);
    await page.locator('.vis-item').first().waitFor({ timeout: 60_000 });
    await rest(browser);
    await page.evaluate(() => performance.clearMeasures());
    const boxes = await page.locator('input[data-facet-box]').count();
    await page.evaluate(clickAll, { order: clicksOver(Math.min(MAX_BOXES, boxes)), pause: PAUSE_MS });
    const timesOf = (/** @type {string} */ name) =>
      page.evaluate(wanted => performance.getEntriesByName(wanted).map(({ duration }) => duration), name);
    return { size, answers: await timesOf('chronofacet:answer'), renders: await timesOf('chronofacet:render') };
  } finally {
    await context.close();
  }
}

/**
 * Returns an order that checks the next box and unchecks the one before. No choice occurs twice, because the page caches
 * replies.
 *
 * @param {number} count
 */
function clicksOver(count) {
  return Array.from({ length: count }, (_, box) => (box === 0 ? [box] : [box, box - 1])).flat();
}

/**
 * Runs in the page, so that Playwright's own lookups and messages do not affect the times.
 *
 * @param {{ order: readonly number[], pause: number }} clicks
 */
async function clickAll({ order, pause }) {
  const painted = () => performance.getEntriesByName('chronofacet:render').length;
  for (const box of order) {
    const before = painted();
    document.querySelectorAll('input[data-facet-box]')[box]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    while (painted() === before) await new Promise(resolve => setTimeout(resolve, 10));
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}
