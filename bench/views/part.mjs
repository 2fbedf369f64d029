import { inTurn } from '../before.mjs';
import { rest } from '../browser.mjs';
import { againstBefore, byRound, costOf, pairsOf } from '../frames.mjs';
import { drag, scroll } from '../gestures.mjs';
import { ms, ratio, thousands } from '../report.mjs';
import { median } from '../statistics.mjs';

const SIZES = [100, 10_000, 1_000_000];
const LARGEST_JSON = 10_000;
const VIEWS = /** @type {const} */ (['list', 'table', 'matrix', 'map']);

/** The gestures performed in every panel, and the element that each moves. */
const GESTURES = /** @type {const} */ ({
  scroll: { gesture: scroll, moved: 'page', caption: 'The page is scrolled by the wheel' },
  brush: { gesture: drag, moved: 'window', caption: 'The window is dragged along the strip' },
});

/**
 * @typedef {{ view: string, size: number, build: import('../run.mjs').Build, page: import('@playwright/test').Page,
 *   session: import('@playwright/test').CDPSession, costs: Record<string, import('../frames.mjs').Cost[]> }} Stage
 */

/**
 * Measures the frames of the panels other than the timeline, relative to the same panel of the smallest dataset.
 *
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measureViews(bench) {
  const sizes = bench.options.sizes ?? SIZES;
  /** @type {Stage[]} */
  const stages = [];
  for (const view of VIEWS) {
    // One panel after another: each has one page open per size and build.
    const opened = [];
    for (const size of sizes) {
      for (const build of bench.builds) opened.push(await openView(bench, build, view, size));
    }
    await rest(bench.browser);
    for (let round = 0; round <= bench.options.repeat; round += 1) {
      for (const stage of inTurn(opened, round)) {
        bench.tell(`round ${round}: ${view} of ${thousands(stage.size)}, ${stage.build.name}`);
        for (const name of /** @type {(keyof typeof GESTURES)[]} */ (Object.keys(GESTURES))) {
          const cost = await play(stage, name);
          // The first round lets the browser compile the code.
          if (round > 0) stage.costs[name] = [...(stage.costs[name] ?? []), cost];
        }
      }
    }
    for (const { page } of opened) await page.context().close();
    stages.push(...opened);
  }
  const names = /** @type {(keyof typeof GESTURES)[]} */ (Object.keys(GESTURES));
  const nameOf = (/** @type {Stage} */ { view, size }) => `${view}, ${thousands(size)}`;
  const against = againstBefore(
    bench.builds,
    Object.fromEntries(
      names.map(name => [`${GESTURES[name].caption}: over the build before`, pairsOf(stages, name, nameOf)]),
    ),
  );
  const now = stages.filter(({ build }) => build.folder === 'app');
  return {
    tables: [...names.map(name => tableOf(now, name)), ...against.tables],
    targets: [...targetsOf(now), ...against.targets],
  };
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {import('../run.mjs').Build} build
 * @param {string} view
 * @param {number} size
 * @returns {Promise<Stage>}
 */
async function openView({ browser, origin, data, tell }, build, view, size) {
  tell(`opening ${thousands(size)} as ${view}, ${build.name}`);
  const file = await data.file(size, size > LARGEST_JSON ? 'cfpack' : 'json');
  // Small enough that every panel can scroll.
  const context = await browser.newContext({ viewport: { width: 1440, height: 600 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${origin}/${build.folder}/?data=/data/${file}&from=2013&to=2016&view=${view}`);
  await page.getByRole('slider').first().waitFor({ timeout: 60_000 });
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return { view, size, build, page, session, costs: {} };
}

/**
 * @param {Stage} stage
 * @param {keyof typeof GESTURES} name
 */
async function play({ page, session }, name) {
  await page.bringToFront();
  await page.evaluate(() => scrollTo(0, 0));
  const [start, end] = await Promise.all([0, 1].map(i => page.getByRole('slider').nth(i).boundingBox()));
  if (!start || !end) throw new Error('No window is drawn on the strip.');
  const middle = { x: Math.round((start.x + end.x + end.width) / 2), y: Math.round(start.y + start.height / 2) };
  const { gesture, moved } = GESTURES[name];
  const at = name === 'brush' ? middle : { x: 900, y: 500 };
  return costOf(page, session, () => gesture({ session, at }), moved);
}

/**
 * @param {readonly Stage[]} stages
 * @param {keyof typeof GESTURES} name
 */
function tableOf(stages, name) {
  return {
    caption: GESTURES[name].caption,
    columns: [
      '',
      'frame, median',
      'p95',
      'over the smallest',
      'script a frame',
      'over the smallest',
      'longest task over 50 ms',
      'and in the rest after it',
      'answers a frame',
    ],
    rows: stages.map(stage => {
      const typical = (/** @type {keyof import('../frames.mjs').Cost} */ figure) =>
        median((stage.costs[name] ?? []).map(cost => cost[figure]));
      const min = smallest(stages, stage.view);
      const over = (/** @type {'p95' | 'script'} */ figure) =>
        stage === min ? '' : ratio(byRound(stage.costs[name], min?.costs[name], figure), 1);
      return [
        `${stage.view}, ${thousands(stage.size)}`,
        ms(typical('p50')),
        ms(typical('p95')),
        over('p95'),
        ms(typical('script')),
        over('script'),
        ...[typical('longTask'), typical('restTask')].map(task => (task > 0 ? ms(task) : 'none')),
        (typical('answers') / typical('frames')).toFixed(2),
      ];
    }),
  };
}

/**
 * @param {readonly Stage[]} stages
 * @param {string} view
 */
function smallest(stages, view) {
  return stages.find(stage => stage.view === view);
}

/** @param {readonly Stage[]} stages */
function targetsOf(stages) {
  return VIEWS.flatMap(view => {
    const million = stages.find(stage => stage.view === view && stage.size === 1_000_000);
    const min = smallest(stages, view);
    return Object.keys(GESTURES).map(name => {
      const value = million && min !== million ? byRound(million.costs[name], min?.costs[name], 'p95') : Number.NaN;
      return {
        what: `${view} at 1M, ${name}: p95 frame over the smallest record's`,
        atLeast: '≤ 1.25×',
        measured: Number.isFinite(value) ? `${value.toFixed(2)}×` : '–',
        kept: Number.isFinite(value) ? value <= 1.25 : null,
      };
    });
  });
}
