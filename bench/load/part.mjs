import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { megabytes, ms, ratio, seconds, thousands } from '../report.mjs';
import { median, p95, warm } from '../statistics.mjs';
import { toggleInPage } from './toggles.mjs';

const SIZES = [100_000, 1_000_000];

/** The size limit of a JSON text is 500 MB. For larger sizes the packed form replaces NDJSON. */
const MAX_IN_JSON = 100_000;
const FORMS = /** @type {const} */ ({ csv: 'CSV', json: 'row JSON', ndjson: 'NDJSON', cfpack: 'packed' });

/** The largest ratio of reading a form to decoding and parsing its text alone. */
const MAX_OVER_PARSING = 2.5;

const PAPAPARSE = fileURLToPath(import.meta.resolve('papaparse/papaparse.min.js'));

/** In milliseconds, until the first answer. */
const LONGEST = 120_000;

/** @typedef {{ size: number, form: keyof typeof FORMS, bytes: number, loads: number[], parsing: number[],
 *   longTasks: number[] }} Loading `parsing`: decoding and parsing alone, in milliseconds; empty for the packed form. */

/**
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measureLoad(bench) {
  const sizes = bench.options.sizes ?? SIZES;
  /** @type {Loading[]} */
  const loadings = [];
  for (const size of sizes) {
    const forms = /** @type {(keyof typeof FORMS)[]} */ (
      size <= MAX_IN_JSON ? ['csv', 'json', 'ndjson', 'cfpack'] : ['cfpack']
    );
    for (const form of forms) {
      bench.tell(`${FORMS[form]} at ${thousands(size)}`);
      loadings.push(await measureLoading(bench, size, form));
    }
  }
  const toggles = [];
  for (const size of sizes) {
    bench.tell(`toggling in the page at ${thousands(size)}`);
    toggles.push(await toggleInPage(bench, size));
  }
  return { tables: [loadTable(loadings), toggleTable(toggles)], targets: targetsOf(loadings, toggles) };
}

/**
 * Opens a dataset several times, each time in a new browser profile.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {number} size
 * @param {keyof typeof FORMS} form
 * @returns {Promise<Loading>}
 */
async function measureLoading({ browser, origin, data, options }, size, form) {
  const file = await data.file(size, form);
  const { size: bytes } = statSync(join(data.folder, file));
  /** @type {Loading} */
  const loading = { size, form, bytes, loads: [], parsing: [], longTasks: [] };
  for (let run = 0; run < options.repeat; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    await page.addInitScript(watchLongTasks);
    await page.goto(`${origin}/app/?data=/data/${file}`);
    await page.waitForFunction(() => performance.getEntriesByName('chronofacet:load').length > 0, null, {
      timeout: LONGEST,
      polling: 100,
    });
    // The first answer is painted, including the timeline.
    await page.locator('.vis-item').first().waitFor({ timeout: LONGEST });
    const seen = await page.evaluate(() => ({
      load: performance.getEntriesByName('chronofacet:load')[0]?.duration ?? Number.NaN,
      longTasks: globalThis.longTasks,
    }));
    loading.loads.push(seen.load);
    loading.longTasks.push(Math.max(0, ...seen.longTasks));
    await context.close();
    if (form !== 'cfpack') loading.parsing.push(await measureParsing(browser, `${origin}/data/${file}`, form));
  }
  return loading;
}

/**
 * Decodes and parses a file that has already arrived, in an empty page.
 *
 * @param {import('../run.mjs').Bench['browser']} browser
 * @param {string} address
 * @param {'csv' | 'json' | 'ndjson'} form
 */
async function measureParsing(browser, address, form) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.route('**/empty', route => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(new URL('/empty', address).href);
    await page.addScriptTag({ path: PAPAPARSE });
    return await page.evaluate(parse, { address, form });
  } finally {
    await context.close();
  }
}

/**
 * Runs in the page.
 *
 * @param {{ address: string, form: 'csv' | 'json' | 'ndjson' }} file
 */
async function parse({ address, form }) {
  const bytes = await (await fetch(address)).arrayBuffer();
  const start = performance.now();
  const text = new TextDecoder().decode(bytes);
  if (form === 'json') JSON.parse(text);
  else if (form === 'csv') globalThis.Papa.parse(text, { delimiter: ',' });
  else for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
  return performance.now() - start;
}

/** Runs in the page before its own scripts. */
function watchLongTasks() {
  const longTasks = /** @type {number[]} */ ([]);
  globalThis.longTasks = longTasks;
  new PerformanceObserver(list => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
}

/** @param {readonly Loading[]} loadings */
function loadTable(loadings) {
  return {
    caption: 'From the fetch to the first answer, in a browser that has seen nothing',
    columns: [
      '',
      'file',
      'median',
      'p95',
      'over decoding and parsing alone',
      'over row JSON',
      'main thread: longest task over 50 ms, median',
      'n',
    ],
    rows: loadings.map(({ size, form, bytes, loads, parsing, longTasks }) => {
      const rows = loadings.find(other => other.size === size && other.form === 'json');
      return [
        `${thousands(size)}, ${FORMS[form]}`,
        megabytes(bytes),
        seconds(median(loads)),
        seconds(p95(loads)),
        parsing.length > 0 ? ratio(median(loads), median(parsing)) : '',
        rows && form !== 'json' ? ratio(median(loads), median(rows.loads)) : '',
        median(longTasks) > 0 ? ms(median(longTasks)) : 'none',
        String(loads.length),
      ];
    }),
  };
}

/** @param {readonly import('./toggles.mjs').Toggled[]} toggles */
function toggleTable(toggles) {
  return {
    caption: 'A box of a facet is clicked, in the page',
    columns: ['', 'question → answer, median', 'p95', 'answer → painted, median', 'p95', 'n'],
    rows: toggles.map(({ size, answers, renders }) => [
      thousands(size),
      ...[answers, renders].flatMap(times => [ms(median(warm(times))), ms(p95(warm(times)))]),
      String(warm(answers).length),
    ]),
  };
}

/**
 * @param {readonly Loading[]} loadings
 * @param {readonly import('./toggles.mjs').Toggled[]} toggles
 */
function targetsOf(loadings, toggles) {
  const at = (/** @type {number} */ size, /** @type {string} */ form) =>
    loadings.find(loading => loading.size === size && loading.form === form);
  const [rows, packed, million] = [at(100_000, 'json'), at(100_000, 'cfpack'), at(1_000_000, 'cfpack')];
  const share = median(packed?.loads ?? []) / median(rows?.loads ?? []);
  const load = median(million?.loads ?? []);
  const longTask = Math.max(...loadings.map(({ longTasks }) => median(longTasks)));
  const answer = p95(warm(toggles.find(({ size }) => size === 1_000_000)?.answers ?? []));
  const judged = (/** @type {number} */ value, /** @type {number} */ bound) =>
    Number.isFinite(value) ? value <= bound : null;
  const overParsing = loadings
    .filter(({ parsing }) => parsing.length > 0)
    .map(({ size, form, loads, parsing }) => {
      const over = median(loads) / median(parsing);
      return {
        what: `${FORMS[form]} ${thousands(size)} to first answer, over decoding and parsing alone`,
        atLeast: `≤ ${MAX_OVER_PARSING}`,
        measured: ratio(over, 1),
        kept: judged(over, MAX_OVER_PARSING),
      };
    });
  return [
    ...overParsing,
    {
      what: 'packed 100k to first answer, over row JSON',
      atLeast: '≤ 1/10',
      measured: ratio(share, 1),
      kept: judged(share, 0.1),
    },
    { what: 'packed 1M to first answer', atLeast: '≤ 3 s', measured: seconds(load), kept: judged(load, 3000) },
    {
      what: 'longest task of the main thread while loading, median of the runs, worst form',
      atLeast: '≤ 50 ms',
      measured: longTask > 0 ? ms(longTask) : 'none over 50 ms',
      kept: judged(longTask, 50),
    },
    {
      what: 'question sent → answer on the page, 1M, p95',
      atLeast: '≤ 16 ms',
      measured: ms(answer),
      kept: judged(answer, 16),
    },
  ];
}
