import { inTurn } from '../before.mjs';
import { rest } from '../browser.mjs';
import { ms, ratio, thousands } from '../report.mjs';
import { median, p95, warm } from '../statistics.mjs';

/** The shipped dataset, and one that shows the effect of the number of activities. */
const SHIPPED = 0;
const SIZES = [SHIPPED, 1_000_000];
const LARGEST_JSON = 10_000;
const SPEEDS = /** @type {const} */ ([1, 4]);
const PAUSE_MS = 250;
const CLICKS_A_ROUND = 6;
const LARGE = 5000;

const ACTIONS = /** @type {const} */ ({
  tick: 'a facet box ticked',
  remove: 'a chip removed',
  panel: 'a panel switched',
  open: 'an activity opened',
});

/**
 * @typedef {keyof typeof ACTIONS} Action
 * @typedef {{ next: number[], painted: number[], tasks: number[] }} Times in milliseconds
 * @typedef {{ build: import('../run.mjs').Build, size: number, speed: number, page: import('@playwright/test').Page,
 *   session: import('@playwright/test').CDPSession, times: Record<Action, Times> }} Stage
 */

/**
 * Measures clicks from the browser event to the next paint (Event Timing) and to the painted result. With `--before COMMIT`,
 * clicks alternate between the builds of that commit and the present one.
 *
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measureClicks(bench) {
  const sizes = bench.options.sizes ?? SIZES;
  /** @type {Stage[]} */
  const stages = [];
  for (const size of sizes) {
    for (const speed of size === SHIPPED ? SPEEDS : [1]) {
      const opened = [];
      for (const build of bench.builds) opened.push(await openStage(bench, build, size, speed));
      await rest(bench.browser, 30_000);
      for (let round = 0; round <= bench.options.repeat; round += 1) {
        for (const stage of inTurn(opened, round)) {
          bench.tell(`round ${round}: ${nameOf(stage)}`);
          await clickThrough(stage, round > 0);
        }
      }
      for (const { page } of opened) await page.context().close();
      stages.push(...opened);
    }
  }
  return {
    tables: /** @type {Action[]} */ (Object.keys(ACTIONS)).map(action => tableOf(stages, action)),
    targets: targetsOf(stages),
  };
}

/** @param {Pick<Stage, 'build' | 'size' | 'speed'>} stage */
function nameOf({ build, size, speed }) {
  const record = size === SHIPPED ? 'shipped record' : thousands(size);
  return `${build.name}, ${record}${speed > 1 ? `, processor ${speed}× slower` : ''}`;
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {import('../run.mjs').Build} build
 * @param {number} size
 * @param {number} speed
 * @returns {Promise<Stage>}
 */
async function openStage({ browser, origin, data }, build, size, speed) {
  const file = size === SHIPPED ? null : await data.file(size, size > LARGEST_JSON ? 'cfpack' : 'json');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${origin}/${build.folder}/${file ? `?data=/data/${file}` : ''}`);
  await page
    .locator('.vis-item [data-activity], [data-activity].vis-item, [data-activity]')
    .first()
    .waitFor({ timeout: 120_000 });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: speed });
  const none = () => ({ next: [], painted: [], tasks: [] });
  return { build, size, speed, page, session, times: { tick: none(), remove: none(), panel: none(), open: none() } };
}

/**
 * @param {Stage} stage
 * @param {boolean} isCounted
 */
async function clickThrough(stage, isCounted) {
  const { page } = stage;
  await page.bringToFront();
  const boxes = page.locator('input[data-facet-box]');
  const count = Math.min(await boxes.count(), CLICKS_A_ROUND);
  for (let i = 0; i < count; i += 1) {
    await click(stage, 'tick', boxes.nth(i), isCounted);
    await click(stage, 'remove', page.getByRole('button', { name: /^Remove filter/ }).first(), isCounted);
  }
  for (const name of ['List', 'Timeline', 'Table', 'Timeline']) {
    await click(
      stage,
      'panel',
      page.locator('label', { has: page.getByRole('radio', { name, exact: true }) }),
      isCounted,
    );
  }
  await click(
    stage,
    'panel',
    page.locator('label', { has: page.getByRole('radio', { name: 'List', exact: true }) }),
    false,
  );
  const links = page.getByRole('list', { name: 'Activities' }).getByRole('heading').getByRole('link');
  for (let i = 0; i < 3; i += 1) {
    await click(stage, 'open', links.nth(i), isCounted);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(PAUSE_MS);
  }
  await page.locator('label', { has: page.getByRole('radio', { name: 'Timeline', exact: true }) }).click();
  await page.waitForTimeout(4 * PAUSE_MS);
}

/**
 * @param {Stage} stage
 * @param {Action} action
 * @param {import('@playwright/test').Locator} target
 * @param {boolean} isCounted
 */
async function click({ page, times }, action, target, isCounted) {
  await target.scrollIntoViewIfNeeded();
  await page.waitForTimeout(PAUSE_MS);
  await page.evaluate(() => globalThis.clicks.begin());
  await target.click();
  await page.waitForFunction(() => globalThis.clicks.isDone(), null, { polling: 50, timeout: 30_000 });
  // Observers receive an event only after its frame.
  await page.waitForTimeout(PAUSE_MS);
  const { next, painted, task } = await page.evaluate(() => globalThis.clicks.result());
  if (!isCounted) return;
  times[action].next.push(next);
  times[action].painted.push(painted);
  times[action].tasks.push(task);
}

/**
 * Runs in the page before its own scripts. A click's result counts as painted with the frame after the last DOM change that
 * is followed by 250 ms without one. Changes of the live region do not count, as it is delayed on purpose.
 */
function watch() {
  const quietMs = 250;
  let start = Number.NaN;
  let next = Number.NaN;
  let lastFrame = Number.NaN;
  let task = 0;
  let isDone = false;
  const isOfPage = (/** @type {MutationRecord} */ { target }) => {
    const element = target instanceof Element ? target : target.parentElement;
    return element?.closest('[role="status"], [aria-live]') === null;
  };
  const observer = new MutationObserver(records => {
    if (Number.isNaN(start) || isDone || !records.some(isOfPage)) return;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        lastFrame = performance.now();
      };
      channel.port2.postMessage(null);
    });
  });
  document.addEventListener('DOMContentLoaded', () =>
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true }),
  );
  addEventListener(
    'click',
    event => {
      if (Number.isNaN(start)) start = event.timeStamp;
    },
    { capture: true },
  );
  new PerformanceObserver(list => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if ((name === 'click' || name === 'pointerup') && startTime >= start - 100) {
        next = Number.isNaN(next) ? duration : Math.max(next, duration);
      }
    }
  }).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (entry.startTime + entry.duration >= start) task = Math.max(task, entry.duration);
    }
  }).observe({ type: 'longtask' });
  globalThis.clicks = {
    begin() {
      start = next = lastFrame = Number.NaN;
      task = 0;
      isDone = false;
    },
    isDone() {
      isDone ||= performance.now() - lastFrame > quietMs;
      return isDone;
    },
    // The browser reports no entry for an event that is faster than a frame.
    result: () => ({ next: Number.isNaN(next) ? 16 : next, painted: lastFrame - start, task }),
  };
}

/**
 * @param {readonly Stage[]} stages
 * @param {Action} action
 */
function tableOf(stages, action) {
  return {
    caption: `From a click: ${ACTIONS[action]}`,
    columns: [
      '',
      'to the next paint, median',
      'p95',
      'to the result painted, median',
      'p95',
      'over before',
      'longest task, median',
      'n',
    ],
    rows: stages.map(stage => {
      const { next, painted, tasks } = stage.times[action];
      const before = stages.find(
        other => other.build.folder === 'before' && other.size === stage.size && other.speed === stage.speed,
      );
      const task = median(tasks);
      return [
        nameOf(stage),
        ms(median(next)),
        ms(p95(next)),
        ms(median(painted)),
        ms(p95(painted)),
        before && before !== stage ? ratio(median(painted), median(before.times[action].painted)) : '',
        task > 0 ? ms(task) : 'none over 50 ms',
        String(painted.length),
      ];
    }),
  };
}

/** @param {readonly Stage[]} stages */
function targetsOf(stages) {
  const now = stages.filter(({ build }) => build.folder === 'app');
  return now.flatMap(stage => {
    const { size, speed, times } = stage;
    const all = (/** @type {keyof Times} */ figure) => Object.values(times).map(found => p95(warm(found[figure], 1)));
    const worst = (/** @type {readonly number[]} */ values) => Math.max(...values);
    const judged = (/** @type {string} */ what, /** @type {number} */ value, /** @type {number} */ bound) => ({
      what: `${nameOf(stage)}: ${what}, p95 of the slowest action`,
      atLeast: `≤ ${bound} ms`,
      measured: ms(value),
      kept: Number.isFinite(value) ? value <= bound : null,
    });
    if (speed > 1)
      return [
        judged('click → next paint', worst(all('next')), 100),
        judged('click → painted', worst(all('painted')), 300),
      ];
    return [
      judged('click → painted', worst(all('painted')), size > LARGE ? 100 : 50),
      judged('longest task', worst(Object.values(times).flatMap(({ tasks }) => tasks)), 50),
    ];
  });
}
