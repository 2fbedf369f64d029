import { readFileSync } from 'node:fs';

const EVERY_MS = 50;

/**
 * Returns the bytes that the processes of a browser hold: those of pages and their workers, and those of all others, which
 * keep files that are being written. A page shared by processes counts for each in part. NaN except on Linux.
 *
 * @param {import('@playwright/test').CDPSession} session of the browser
 */
async function held(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sums = { pages: 0, others: 0 };
  for (const { id, type } of processInfo) sums[type === 'renderer' ? 'pages' : 'others'] += bytesOf(id);
  return sums;
}

/** @param {number} process */
function bytesOf(process) {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}

/**
 * Returns how far the memory of a browser rises above its present level while a task runs, in bytes.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {() => Promise<unknown>} task
 */
export async function riseDuring(browser, task) {
  const session = await browser.newBrowserCDPSession();
  const before = await held(session);
  const rise = { pages: 0, all: 0 };
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      const now = await held(session);
      rise.pages = Math.max(rise.pages, now.pages - before.pages);
      rise.all = Math.max(rise.all, now.pages + now.others - before.pages - before.others);
      await new Promise(resolve => setTimeout(resolve, EVERY_MS));
    }
  })();
  await task().finally(() => {
    isRunning = false;
  });
  await watching;
  await session.detach();
  return rise;
}
