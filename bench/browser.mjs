import { chromium } from '@playwright/test';
import { BROWSER_ARGS, findBrowser, findOrInstallBrowser } from '../scripts/find-browser.mjs';

/** Readers use the whole browser. The headless shell, which the tests prefer, does not measure the memory of a page. */
const WHOLE_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Launches a headless Chromium without network services that reports exact memory use. */
export function launchBrowser() {
  return chromium.launch({
    executablePath: findBrowser(WHOLE_BROWSERS) ?? findOrInstallBrowser(),
    args: [...BROWSER_ARGS, '--enable-blink-features=ForceEagerMeasureMemory'],
  });
}

/**
 * Returns the task's value, or `late` if it takes longer than `milliseconds`.
 *
 * @template T, L
 * @param {Promise<T>} task
 * @param {number} milliseconds
 * @param {L} late
 * @returns {Promise<T | L>}
 */
export async function within(task, milliseconds, late) {
  let timer;
  const alarm = new Promise(resolve => {
    timer = setTimeout(resolve, milliseconds, late);
  });
  try {
    return await Promise.race([task, /** @type {Promise<L>} */ (alarm)]);
  } finally {
    clearTimeout(timer);
    task.catch(() => {});
  }
}

/**
 * Waits until the browser and its pages are idle.
 *
 * @param {import('@playwright/test').Browser} browser
 */
export async function rest(browser, longest = 120_000) {
  const session = await browser.newBrowserCDPSession();
  const end = performance.now() + longest;
  let quiet = 0;
  let before = await cpuSeconds(session);
  while (quiet < 2 && performance.now() < end) {
    await new Promise(resolve => setTimeout(resolve, 1000));
    const now = await cpuSeconds(session);
    quiet = now - before < 0.15 ? quiet + 1 : 0;
    before = now;
  }
  await session.detach();
}

/**
 * Returns the processor time that all processes of the browser have taken so far.
 *
 * @param {import('@playwright/test').CDPSession} session of the browser
 */
export async function cpuSeconds(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
