import { kilobytes, ms } from '../report.mjs';
import { median } from '../statistics.mjs';

const LARGEST = 100_000;

/** A phone on a common mobile network. */
const SLOW = { latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 625_000, offline: false };
const SLOWER_PROCESSOR = 4;

/** Links to the shipped dataset: the default view and the list. */
const LINKS = { 'the address alone': '', 'the list': '?view=list' };

/**
 * @typedef {{ scripts: { name: string, bytes: number }[], styles: number, paint: number, readable: number }} Visit
 */

/**
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measurePaint(bench) {
  const rows = [];
  /** @type {Visit[]} */
  let listVisits = [];
  /** @type {boolean[]} */
  const isListFirst = [];
  for (const [name, link] of Object.entries(LINKS)) {
    const visits = [];
    for (let run = 0; run < bench.options.repeat; run += 1) visits.push(await visit(bench, link));
    listVisits = visits;
    const [first] = visits;
    const isReadable = await isReadableWithoutTimeline(bench, link);
    isListFirst.push(isReadable);
    rows.push([
      name,
      kilobytes(first ? scriptBytes(first) : Number.NaN),
      kilobytes(first?.styles ?? Number.NaN),
      ms(median(visits.map(({ paint }) => paint))),
      ms(median(visits.map(({ readable }) => readable))),
      isReadable ? 'yes' : 'no',
    ]);
  }
  const table = {
    caption: 'The shipped dataset, over 10 Mbit/s with a processor four times slower',
    columns: [
      '',
      'script before the first paint, gz',
      'styles',
      'first paint',
      'first activity readable',
      'readable while the timeline’s code is held back',
    ],
    rows,
  };
  const bytes = Math.max(...listVisits.map(scriptBytes));
  const parts = {
    caption: 'What the script is made of',
    columns: ['file', 'gz'],
    rows: (listVisits[0]?.scripts ?? []).map(({ name, bytes: size }) => [name, kilobytes(size)]),
  };
  return {
    tables: [table, parts],
    targets: [
      {
        what: 'shipped dataset: script before the first paint',
        atLeast: '≤ 100 kB',
        measured: kilobytes(bytes),
        kept: bytes <= LARGEST,
      },
      {
        what: 'shipped dataset: list readable before the timeline’s code arrives',
        atLeast: 'yes',
        measured: Object.keys(LINKS)
          .map((name, i) => `${name}: ${isListFirst[i] ? 'yes' : 'no'}`)
          .join('; '),
        kept: isListFirst.every(Boolean),
      },
    ],
  };
}

/** @param {Visit} visited */
function scriptBytes({ scripts }) {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {string} link
 * @returns {Promise<Visit>}
 */
async function visit({ browser, origin }, link) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
    await page.goto(`${origin}/app/${link}`, { waitUntil: 'commit' });
    await page.waitForFunction(isReadable, null, { polling: 'raf', timeout: 60_000 });
    const readable = await page.evaluate(() => performance.now());
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    const resources = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(entry => {
        const { name, encodedBodySize, responseEnd } = /** @type {PerformanceResourceTiming} */ (entry);
        return { name: new URL(name).pathname.split('/').at(-1) ?? '', bytes: encodedBodySize, end: responseEnd };
      }),
    );
    const before = resources.filter(({ end }) => end <= paint);
    const scripts = before.filter(({ name }) => name.endsWith('.js'));
    const styles = before.filter(({ name }) => name.endsWith('.css')).reduce((sum, { bytes }) => sum + bytes, 0);
    return { scripts, styles, paint, readable };
  } finally {
    await context.close();
  }
}

/** Runs in the page: whether an activity is shown, in the list or as a mark of the timeline. */
function isReadable() {
  const shown = [...document.querySelectorAll('main ol li h3, main ol li h2, .vis-item button')];
  return shown.some(element => element.checkVisibility());
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {string} link
 */
async function isReadableWithoutTimeline({ browser, origin }, link) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.route('**/Timeline-*.js', () => {});
    await page.goto(`${origin}/app/${link}`, { waitUntil: 'commit' });
    return await page.waitForFunction(isReadable, null, { timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  } finally {
    await context.close();
  }
}
