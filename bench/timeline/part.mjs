import { inTurn } from '../before.mjs';
import { rest } from '../browser.mjs';
import { againstBefore, byRound, costOf, pairsOf } from '../frames.mjs';
import { drag, zoom } from '../gestures.mjs';
import { reached } from '../orders.mjs';
import { ms, ratio, thousands } from '../report.mjs';
import { median } from '../statistics.mjs';

const SIZES = [100, 10_000, 1_000_000];
const LARGEST_JSON = 10_000;

/** Up to this number, vis-timeline gets all activities. */
const MAX_FED = 10_000;
const WINDOW = 'from=2015&to=2015';
const PLAIN_WINDOW = 'from=2015-01-01&to=2016-01-01';
const GESTURES = /** @type {const} */ ({ drag, zoom });

/**
 * A compared page, open during all rounds. The floor has no size, and only pages of the explorer have a build.
 *
 * @typedef {{ name: string, size: number | null, build: import('../run.mjs').Build | null, page: import('@playwright/test').Page,
 *   session: import('@playwright/test').CDPSession, costs: Record<string, import('../frames.mjs').Cost[]> }} Stage
 */

/**
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../report.mjs').Outcome>}
 */
export async function measureTimeline(bench) {
  const sizes = bench.options.sizes ?? SIZES;
  const notes = [];
  /** @type {Stage[]} */
  const stages = [await plain(bench, 'one', sizes[0] ?? 100)];
  for (const size of sizes) {
    bench.tell(`opening ${thousands(size)}`);
    for (const build of bench.builds) stages.push(await ours(bench, build, size));
    if (size > MAX_FED) continue;
    const opened = await reached(() => plain(bench, 'all', size));
    if ('why' in opened) notes.push(`vis-timeline fed with ${thousands(size)}: ${opened.why}.`);
    else stages.push(opened.value);
  }
  await rest(bench.browser);
  for (let round = 0; round <= bench.options.repeat; round += 1) {
    for (const stage of inTurn(stages, round)) {
      bench.tell(`round ${round}: ${stage.name}`);
      for (const [name, gesture] of Object.entries(GESTURES)) {
        const cost = await play(stage, gesture);
        // The first round lets the browser compile the code.
        if (round > 0) stage.costs[name] = [...(stage.costs[name] ?? []), cost];
      }
    }
  }
  const gestures = Object.keys(GESTURES);
  const against = againstBefore(
    bench.builds,
    Object.fromEntries(
      gestures.map(name => [`${captionOf(name)}: over the build before`, pairsOf(stages, name, nameOfSize)]),
    ),
  );
  return {
    tables: [...gestures.map(name => tableOf(stages, name)), ...against.tables],
    targets: [...targetsOf(stages), ...against.targets],
    notes,
  };
}

/**
 * @param {Stage} stage
 * @param {typeof drag} gesture
 */
async function play({ page, session }, gesture) {
  await page.bringToFront();
  const box = await page.locator('.vis-panel.vis-center').boundingBox();
  if (!box) throw new Error('No timeline is drawn.');
  const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + Math.min(box.height, 500) - 8) };
  const cost = await costOf(page, session, () => gesture({ session, at }));
  if ((await page.getByRole('complementary').count()) > 0) throw new Error('The gesture opened an activity.');
  return cost;
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {string} address
 */
async function openPage({ browser, origin }, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${origin}/${address}`);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return { page, session, costs: {} };
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {import('../run.mjs').Build} build
 * @param {number} size
 * @returns {Promise<Stage>}
 */
async function ours(bench, build, size) {
  const file = await bench.data.file(size, size > LARGEST_JSON ? 'cfpack' : 'json');
  const opened = await openPage(bench, `${build.folder}/?data=/data/${file}&${WINDOW}`);
  await opened.page.locator('.vis-item').first().waitFor({ timeout: 60_000, state: 'attached' });
  const name = `${build.folder === 'before' ? `ours at ${build.name}` : 'ours'}, ${thousands(size)}`;
  return { ...opened, name, size, build };
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {'one' | 'all'} items
 * @param {number} size
 * @returns {Promise<Stage>}
 */
async function plain(bench, items, size) {
  const file = await bench.data.file(Math.min(size, LARGEST_JSON), 'json');
  const opened = await openPage(bench, `bench/timeline/page.html?items=${items}&data=/data/${file}&${PLAIN_WINDOW}`);
  await opened.page.locator('html[data-ready] .vis-panel.vis-center').first().waitFor({ timeout: 60_000 });
  const name = items === 'one' ? 'vis-timeline with one item' : `vis-timeline fed with ${thousands(size)}`;
  return { ...opened, name, size: items === 'one' ? null : size, build: null };
}

/** @typedef {'p50' | 'p95' | 'script' | 'task' | 'longTask' | 'restTask' | 'answers' | 'frames'} Figure */

/** @param {string} gesture */
function captionOf(gesture) {
  return gesture === 'drag' ? 'Dragging' : 'Zooming with Ctrl and the wheel';
}

/** @param {Stage} stage */
function nameOfSize({ size }) {
  return size === null ? '' : thousands(size);
}

/**
 * @param {readonly Stage[]} stages
 * @param {string} gesture
 */
function tableOf(stages, gesture) {
  const [floor] = stages;
  return {
    caption: captionOf(gesture),
    columns: [
      '',
      'frame, median',
      'p95',
      'over the floor',
      'script a frame',
      'over the floor',
      'all tasks a frame',
      'longest task over 50 ms',
      'and in the rest after it',
      'answers a frame',
    ],
    rows: stages.map(stage => {
      const typical = (/** @type {Figure} */ figure) => median((stage.costs[gesture] ?? []).map(cost => cost[figure]));
      const over = (/** @type {Figure} */ figure) =>
        stage === floor ? '' : ratio(byRound(stage.costs[gesture], floor?.costs[gesture], figure), 1);
      return [
        stage.name,
        ms(typical('p50')),
        ms(typical('p95')),
        over('p95'),
        ms(typical('script')),
        over('script'),
        ms(typical('task')),
        ...[typical('longTask'), typical('restTask')].map(task => (task > 0 ? ms(task) : 'none')),
        stage.build ? (typical('answers') / typical('frames')).toFixed(2) : '',
      ];
    }),
  };
}

/** @param {readonly Stage[]} stages */
function targetsOf(stages) {
  const [floor] = stages;
  const at = (/** @type {number} */ size) => stages.find(stage => stage.build?.folder === 'app' && stage.size === size);
  const [million, tenThousand] = [at(1_000_000), at(10_000)];
  return Object.keys(GESTURES).flatMap(gesture => {
    const over = (/** @type {Stage | undefined} */ other, /** @type {Figure} */ figure) =>
      million && other ? byRound(million.costs[gesture], other.costs[gesture], figure) : Number.NaN;
    const longTasks = million?.costs[gesture]?.map(({ longTask, restTask }) => Math.max(longTask, restTask)) ?? [];
    const line = (/** @type {string} */ what, /** @type {number} */ value, /** @type {number} */ bound) => ({
      what: `${gesture} at 1M: ${what}`,
      atLeast: `≤ ${bound}×`,
      measured: Number.isFinite(value) ? `${value.toFixed(2)}×` : '–',
      kept: Number.isFinite(value) ? value <= bound : null,
    });
    return [
      line('p95 frame over the floor', over(floor, 'p95'), 1.25),
      line('script a frame over the floor', over(floor, 'script'), 2),
      line('p95 frame over 10k', over(tenThousand, 'p95'), 1.1),
      {
        what: `${gesture} at 1M: longest task, the rest after it included, median of the rounds`,
        atLeast: '≤ 50 ms',
        measured: longTasks.length === 0 ? '–' : ms(median(longTasks)),
        kept: longTasks.length === 0 ? null : median(longTasks) <= 50,
      },
    ];
  });
}
