import { tableAgainst, targetsAgainst } from './before.mjs';
import { cpuSeconds } from './browser.mjs';
import { median, p95, quantile } from './statistics.mjs';

/**
 * The cost of a gesture. Per frame, in milliseconds: its length (p50, p95), the time in script and in all main-thread tasks,
 * and the processor time of the whole browser, painting included. Also the longest task over 50 ms during the gesture and
 * after it (0 for none), and the number of answers.
 *
 * @typedef {{ p50: number, p95: number, script: number, task: number, processor: number, longTask: number, restTask: number,
 *   frames: number, answers: number }} Cost
 */

/**
 * Returns the median over the rounds of a figure's ratio to another page's figure. Both pages are measured in the same round,
 * so a slow machine affects both.
 *
 * @param {readonly Cost[] | undefined} costs
 * @param {readonly Cost[] | undefined} others
 * @param {keyof Cost} figure
 */
export function byRound(costs, others, figure) {
  return median((costs ?? []).map((cost, round) => cost[figure] / (others?.[round]?.[figure] ?? Number.NaN)));
}

/** The figures of a frame in which the builds of two commits are compared. */
const COMPARED = /** @type {const} */ ({
  p50: 'frame, median',
  p95: 'frame, p95',
  script: 'script a frame',
  task: 'all tasks a frame',
  processor: 'processor a frame',
});

/**
 * The figures that must not grow: the slow frames that a reader sees, and the sum of all work, which varies less.
 *
 * @type {readonly string[]}
 */
const JUDGED = [COMPARED.p95, COMPARED.processor];

/**
 * Pairs the figures of the pages that were measured with the build of another commit and the present one.
 *
 * @template {{ build: import('./run.mjs').Build | null, costs: Record<string, Cost[]> }} Stage
 * @param {readonly Stage[]} stages
 * @param {string} gesture
 * @param {(stage: Stage) => string} nameOf the same for the pages of both builds
 * @returns {import('./before.mjs').Pair[]}
 */
export function pairsOf(stages, gesture, nameOf) {
  const ofBuild = (/** @type {string} */ folder) => stages.filter(({ build }) => build?.folder === folder);
  const before = new Map(ofBuild('before').map(stage => [nameOf(stage), stage.costs[gesture] ?? []]));
  return ofBuild('app').flatMap(stage => {
    const [now, then] = [stage.costs[gesture] ?? [], before.get(nameOf(stage))];
    if (!then) return [];
    return /** @type {(keyof typeof COMPARED)[]} */ (Object.keys(COMPARED)).map(figure => ({
      what: `${nameOf(stage)}, ${gesture}`,
      figure: COMPARED[figure],
      before: then.map(cost => cost[figure]),
      now: now.map(cost => cost[figure]),
    }));
  });
}

/**
 * Returns the tables and targets of a comparison with the build of another commit; none without one.
 *
 * @param {readonly import('./run.mjs').Build[]} builds
 * @param {Readonly<Record<string, readonly import('./before.mjs').Pair[]>>} pairs by caption
 */
export function againstBefore(builds, pairs) {
  const commit = builds.find(({ folder }) => folder === 'before')?.name;
  if (commit === undefined) return { tables: [], targets: [] };
  const judged = Object.values(pairs).flatMap(each => each.filter(({ figure }) => JUDGED.includes(figure)));
  return {
    tables: Object.entries(pairs).map(([caption, each]) => tableAgainst(caption, commit, each)),
    targets: targetsAgainst(commit, judged),
  };
}

/** In milliseconds. Tasks in this time after a gesture still count as caused by it. */
const AFTERMATH_MS = 800;

/** The element that a gesture moves: the axis of a timeline, the page, or the window on the strip. */
/** @typedef {'axis' | 'page' | 'window'} Moved */

/** The minimum share of frames in which the element moves; below it the measurement is invalid. */
const MIN_MOVING = 0.2;

/**
 * Performs a gesture and returns its cost.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} session
 * @param {() => Promise<void>} gesture
 * @param {Moved} moved
 * @returns {Promise<Cost>}
 */
export async function costOf(page, session, gesture, moved = 'axis') {
  const browserSession = await page.context().browser()?.newBrowserCDPSession();
  if (!browserSession) throw new Error('The page has no browser.');
  await page.evaluate(startRecording, moved);
  const seconds = await cpuSeconds(browserSession);
  const before = await metricsOf(session);
  await gesture();
  const after = await metricsOf(session);
  const processor = (await cpuSeconds(browserSession)) - seconds;
  const { stamps, moves, longTasks, answers } = await page.evaluate(() => globalThis.recording.stop());
  if (moves < stamps.length * MIN_MOVING) throw new Error('The gesture moves nothing.');
  await browserSession.detach();
  await page.waitForTimeout(AFTERMATH_MS);
  const restTasks = await page.evaluate(() => globalThis.recording.close());
  const frames = stamps
    .slice(1)
    .map((/** @type {number} */ stamp, /** @type {number} */ i) => stamp - (stamps[i] ?? stamp));
  const each = (/** @type {string} */ name) => (1000 * ((after[name] ?? 0) - (before[name] ?? 0))) / frames.length;
  return {
    p50: quantile(frames, 0.5),
    p95: p95(frames),
    script: each('ScriptDuration'),
    task: each('TaskDuration'),
    processor: (1000 * processor) / frames.length,
    longTask: Math.max(0, ...longTasks),
    restTask: Math.max(0, ...restTasks),
    frames: frames.length,
    answers,
  };
}

/**
 * Runs in the page.
 *
 * @param {Moved} moved
 */
function startRecording(moved) {
  const places = {
    axis: () => {
      const label = document.querySelector('.vis-time-axis.vis-foreground .vis-minor:not(.vis-measure)');
      return label instanceof HTMLElement ? label.style.transform : '';
    },
    page: () => `${scrollX} ${scrollY}`,
    window: () => document.querySelector('[role="slider"]')?.getAttribute('aria-valuetext') ?? '',
  };
  const stamps = /** @type {number[]} */ ([]);
  let longTasks = /** @type {number[]} */ ([]);
  // The page clears its measures now and then, so they are counted as they come.
  let answers = 0;
  const answerObserver = new PerformanceObserver(list => {
    answers += list.getEntriesByName('chronofacet:answer').length;
  });
  answerObserver.observe({ type: 'measure' });
  let moves = 0;
  let place = '';
  const observer = new PerformanceObserver(list =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  const taken = () => {
    const tasks = [...longTasks, ...observer.takeRecords().map(({ duration }) => duration)];
    longTasks = [];
    return tasks;
  };
  observer.observe({ type: 'longtask' });
  let frame = requestAnimationFrame(function note() {
    stamps.push(performance.now());
    const found = places[moved]();
    if (found !== place) moves += 1;
    place = found;
    frame = requestAnimationFrame(note);
  });
  globalThis.recording = {
    stop() {
      cancelAnimationFrame(frame);
      answers += answerObserver.takeRecords().filter(({ name }) => name === 'chronofacet:answer').length;
      answerObserver.disconnect();
      return { stamps, moves, longTasks: taken(), answers };
    },
    close() {
      observer.disconnect();
      return taken();
    },
  };
}

/**
 * @param {import('@playwright/test').CDPSession} session
 * @returns {Promise<Record<string, number>>}
 */
async function metricsOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
