import { within } from './browser.mjs';

/** In milliseconds. A library that needs longer for one order is reported as not completed. */
const LONGEST = 60_000;

/** In milliseconds. The project's own engine gets more time, so that its time is always reported. */
export const PATIENT = 900_000;

/**
 * A page and its worker. `order` sends one order, `memory` returns the bytes that both use, and `countsWasm` tells whether
 * that includes WebAssembly memory.
 *
 * @typedef {{ order: (data: object) => Promise<any>, memory: () => Promise<number>, countsWasm: () => Promise<boolean>,
 *   close: () => Promise<void> }} Tab
 */

/**
 * Opens a benchmark page in a new browser profile.
 *
 * @param {import('./run.mjs').Bench} bench
 * @param {string} page
 * @param {'bench' | 'before-bench'} [folder]
 * @returns {Promise<Tab>}
 */
export async function openTab({ browser, origin }, page, folder = 'bench') {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${origin}/${folder}/${page}`);
  await tab.waitForFunction(() => 'bench' in globalThis);
  return {
    order: data => tab.evaluate(order => globalThis.bench.order(order), data),
    memory: () => tab.evaluate(() => globalThis.bench.memory()),
    countsWasm: () => tab.evaluate(() => globalThis.bench.countsWasm()),
    close: () => context.close(),
  };
}

/**
 * Returns a task's value, or a short reason if it fails or takes too long.
 *
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<{ value: T } | { why: string }>}
 */
export async function reached(task, longest = LONGEST) {
  try {
    const late = { why: `not in ${longest / 1000} s` };
    return await within(
      task().then(value => ({ value })),
      longest,
      late,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { why: reasonOf(message) };
  }
}

/** In UTF-16 units. */
const LONGEST_REASON = 120;

/**
 * Shortens an error message to a table cell: its first sentence, without DuckDB's JSON and the browser's prefixes.
 *
 * @param {string} message
 */
export function reasonOf(message) {
  const text = (message.split('\n')[0] ?? '').replace(/^page\.evaluate: (Error: )?/, '').trim();
  const said = sentenceOf(text);
  if (/out of memory|could not allocate|allocation failed/i.test(said)) return 'out of memory';
  if (said === 'Target crashed') return 'the page crashed';
  return said.length > LONGEST_REASON ? `${said.slice(0, LONGEST_REASON - 1).trimEnd()}…` : said;
}

/** @param {string} text */
function sentenceOf(text) {
  if (!text.startsWith('{')) return text;
  /** @type {{ exception_type?: unknown, exception_message?: unknown }} */
  let thrown = {};
  try {
    thrown = JSON.parse(text);
  } catch {
    const [, type = '', message = ''] = /"exception_type":"([^"]*)"(?:,"exception_message":"([^"]*))?/.exec(text) ?? [];
    thrown = { exception_type: type, exception_message: message };
  }
  const parts = [thrown.exception_type, thrown.exception_message].filter(
    part => typeof part === 'string' && part !== '',
  );
  return parts.length > 0 ? parts.join(': ') : 'it failed';
}
