import { within } from './browser.mjs';

/** A peer that needs longer than this for one thing is reported as not reached. */
const LONGEST = 60_000;

/** Ours is waited for: it has to be told how long it takes. */
export const PATIENT = 900_000;

/**
 * A page and its worker: `order` has it do one thing, `memory` says how many bytes the two hold, and `countsWasm` whether
 * those of WebAssembly are among them.
 *
 * @typedef {{ order: (data: object) => Promise<any>, memory: () => Promise<number>, countsWasm: () => Promise<boolean>,
 *   close: () => Promise<void> }} Tab
 */

/**
 * Opens a page of the benchmarks in a browser profile of its own.
 *
 * @param {import('./run.mjs').Bench} bench
 * @param {string} page
 * @returns {Promise<Tab>}
 */
export async function openTab({ browser, origin }, page) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${origin}/bench/${page}`);
  await tab.waitForFunction(() => 'bench' in globalThis);
  return {
    order: data => tab.evaluate(order => globalThis.bench.order(order), data),
    memory: () => tab.evaluate(() => globalThis.bench.memory()),
    countsWasm: () => tab.evaluate(() => globalThis.bench.countsWasm()),
    close: () => context.close(),
  };
}

/**
 * A task's value, or a few words on why there is none.
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

/** Longer reasons are cut. */
const LONGEST_REASON = 120;

/**
 * An error's message as a cell of a table: its first sentence, not the JSON that DuckDB throws nor the browser's prefixes.
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
