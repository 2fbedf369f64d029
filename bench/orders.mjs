import { within } from './browser.mjs';

/** Whoever needs longer than this for one thing is reported as not reached. */
const LONGEST = 60_000;

/**
 * Opens a page of the benchmarks and gives its worker orders, until `work` is done.
 *
 * @template T
 * @param {import('./run.mjs').Bench} bench
 * @param {string} page
 * @param {(tab: Tab) => Promise<T>} work
 */
export async function withTab({ browser, origin }, page, work) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.goto(`${origin}/bench/${page}`);
    await tab.waitForFunction(() => 'bench' in globalThis);
    return await work({
      order: data => tab.evaluate(order => globalThis.bench.order(order), data),
      memory: () => tab.evaluate(() => globalThis.bench.memory()),
    });
  } finally {
    await context.close();
  }
}

/**
 * A page and its worker: `order` has it do one thing, `memory` says how many bytes the two hold.
 *
 * @typedef {{ order: (data: object) => Promise<any>, memory: () => Promise<number> }} Tab
 */

/**
 * A task's value, or a few words on why there is none.
 *
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<{ value: T } | { why: string }>}
 */
export async function reached(task) {
  try {
    const late = { why: `not in ${LONGEST / 1000} s` };
    return await within(
      task().then(value => ({ value })),
      LONGEST,
      late,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { why: (message.split('\n')[0] ?? '').replace(/^page\.evaluate: (Error: )?/, '').slice(0, 120) };
  }
}
