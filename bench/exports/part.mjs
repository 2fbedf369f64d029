import { statSync } from 'node:fs';
import { rest } from '../browser.mjs';
import { openTab } from '../orders.mjs';
import { megabytes, ratio, seconds, thousands } from '../report.mjs';
import { median } from '../statistics.mjs';
import { riseDuring } from './memory.mjs';

const SIZES = [100_000, 1_000_000];

/** Above this size, papaparse's rows would need more memory than a page has. */
const MAX_COMPARED = 100_000;
const LONGEST = 600_000;

const NAMES = {
  papaparse: 'papaparse, in a worker: all rows, then the text',
  ours: 'ours, in the same worker',
  app: 'ours, in the app: from the click to the saved file',
};

/** @typedef {keyof typeof NAMES} Name */

/**
 * The rise of memory is that of pages with their workers (`pages`), and of all processes of the browser, which hold the file (`all`).
 *
 * @typedef {{ name: Name, size: number, times: number[], bytes: number, pages: number, all: number }} Finding
 */

/**
 * Measures the table of all activities as CSV, beside papaparse writing the same rows.
 *
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measureExports(bench) {
  /** @type {Finding[]} */
  const findings = [];
  for (const size of bench.options.sizes ?? SIZES) findings.push(...(await contest(bench, size)));
  const sizes = [...new Set(findings.map(({ size }) => size))];
  return {
    tables: sizes.map(size => tableOf(findings.filter(finding => finding.size === size))),
    targets: targetsOf(findings),
  };
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {number} size
 * @returns {Promise<Finding[]>}
 */
async function contest(bench, size) {
  const file = await bench.data.file(size, 'cfpack');
  const app = await openApp(bench, file);
  const names = /** @type {Name[]} */ (size <= MAX_COMPARED ? ['papaparse', 'ours', 'app'] : ['app']);
  const findings = names.map(name => ({ name, size, times: [0].slice(1), bytes: 0, pages: 0, all: 0 }));
  const tab = size <= MAX_COMPARED ? await openTab(bench, 'exports/page.html') : null;
  await tab?.order({ kind: 'load', address: `${bench.origin}/data/${file}` });
  let digest = '';
  for (let round = 0; round <= bench.options.repeat; round += 1) {
    for (const finding of findings) {
      bench.tell(`round ${round}: ${NAMES[finding.name]} at ${thousands(size)}`);
      await rest(bench.browser, 30_000);
      let time = 0;
      const rise = await riseDuring(bench.browser, async () => {
        if (finding.name === 'app') ({ time, bytes: finding.bytes } = await exportInApp(app));
        else {
          const written = await tab?.order({ kind: 'write', name: finding.name });
          ({ time, bytes: finding.bytes } = written);
          digest ||= written.digest;
          if (written.digest !== digest) throw new Error(`ours and papaparse write other bytes at ${thousands(size)}.`);
        }
      });
      // In the first round the browser compiles the code, and the app works out the version of the dataset.
      if (round === 0) continue;
      finding.times.push(time);
      finding.pages = Math.max(finding.pages, rise.pages);
      finding.all = Math.max(finding.all, rise.all);
    }
  }
  await tab?.close();
  await app.context().close();
  return findings;
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {string} file
 */
async function openApp({ browser, origin }, file) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST);
  await page.goto(`${origin}/app/?data=/data/${file}&view=list`);
  await page.getByRole('banner').getByRole('button', { name: 'Share and cite' }).click();
  await page.getByRole('button', { name: 'CSV', exact: true }).waitFor();
  return page;
}

/** @param {import('@playwright/test').Page} page */
async function exportInApp(page) {
  const button = page.getByRole('button', { name: 'CSV', exact: true });
  const start = performance.now();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const time = performance.now() - start;
  const { size } = statSync(await download.path());
  await download.delete();
  return { time, bytes: size };
}

/** @param {readonly Finding[]} findings */
function tableOf(findings) {
  const peer = findings.find(({ name }) => name === 'papaparse');
  return {
    caption: `${thousands(findings[0]?.size ?? 0)} activities as CSV`,
    columns: ['', 'time, median', 'over papaparse', 'file', 'page and workers, rise', 'whole browser, rise', 'n'],
    rows: findings.map(({ name, times, bytes, pages, all }) => [
      NAMES[name],
      seconds(median(times)),
      peer && name !== 'papaparse' ? ratio(byRound(times, peer.times), 1) : '',
      megabytes(bytes),
      megabytes(pages),
      megabytes(all),
      String(times.length),
    ]),
  };
}

/**
 * @param {readonly number[]} times
 * @param {readonly number[]} peers
 */
function byRound(times, peers) {
  return median(times.map((time, i) => time / (peers[i] ?? Number.NaN)));
}

/** @param {readonly Finding[]} findings */
function targetsOf(findings) {
  const at = (/** @type {number} */ size, /** @type {Name} */ name) =>
    findings.find(finding => finding.size === size && finding.name === name);
  const [peer, app, million] = [at(100_000, 'papaparse'), at(100_000, 'app'), at(1_000_000, 'app')];
  const over = peer && app ? byRound(app.times, peer.times) : Number.NaN;
  const rise = million?.pages ?? Number.NaN;
  return [
    {
      what: 'CSV of 100k, from the click to the file, over papaparse writing the same rows',
      atLeast: '≤ 1.5×',
      measured: ratio(over, 1),
      kept: Number.isFinite(over) ? over <= 1.5 : null,
    },
    {
      what: 'CSV of 1M, memory of page and workers above the open record',
      atLeast: '≤ 300 MB',
      measured: megabytes(rise),
      kept: Number.isFinite(rise) ? rise <= 300e6 : null,
    },
  ];
}
