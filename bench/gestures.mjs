const STEP_MS = 16;
const STEP_PX = 10;
const REACH_PX = 400;

/** The distance between the ends of a drag. Without one, the browser would report a click. */
const END_PX = 30;
const NOTCH_MS = 48;
const NOTCHES = 20;
const CTRL = 2;

/**
 * @typedef {{ session: import('@playwright/test').CDPSession, at: { x: number, y: number } }} Hand
 */

/**
 * Drags the timeline to one side, to the other, and back, at 600 pixels a second.
 *
 * @param {Hand} hand
 */
export async function drag({ session, at }) {
  const path = [...way(0, -REACH_PX), ...way(-REACH_PX, REACH_PX), ...way(REACH_PX, END_PX)];
  const mouse = (/** @type {'mousePressed' | 'mouseMoved' | 'mouseReleased'} */ type, /** @type {number} */ shift) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x: at.x + shift,
      y: at.y,
      button: 'left',
      buttons: 1,
      clickCount: 1,
    });
  await mouse('mousePressed', 0);
  await paced(path, STEP_MS, shift => mouse('mouseMoved', shift));
  await mouse('mouseReleased', END_PX);
}

/**
 * Zooms in and out again with the wheel.
 *
 * @param {Hand} hand
 */
export async function zoom({ session, at }) {
  const notches = Array.from({ length: 2 * NOTCHES }, (_, i) => (i < NOTCHES ? -120 : 120));
  await paced(notches, NOTCH_MS, deltaY =>
    session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY, modifiers: CTRL }),
  );
}

/**
 * Scrolls the page down and up with the wheel, five times.
 *
 * @param {Hand} hand
 */
export async function scroll({ session, at }) {
  const notches = Array.from({ length: 2 * NOTCHES }, (_, i) => (i % 8 < 4 ? 120 : -120));
  await paced(notches, NOTCH_MS, deltaY =>
    session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY }),
  );
}

/**
 * @param {number} from
 * @param {number} to
 */
function way(from, to) {
  const steps = Math.abs(to - from) / STEP_PX;
  return Array.from({ length: steps }, (_, i) => from + ((to - from) * (i + 1)) / steps);
}

/**
 * Sends steps at a fixed interval, even if the page can't keep up. Returns when the page has received all.
 *
 * @template T
 * @param {readonly T[]} steps
 * @param {number} everyMs
 * @param {(step: T) => Promise<unknown>} send
 */
async function paced(steps, everyMs, send) {
  const start = performance.now();
  const sent = [];
  for (const [i, step] of steps.entries()) {
    sent.push(send(step));
    const rest = start + (i + 1) * everyMs - performance.now();
    if (rest > 0) await new Promise(resolve => setTimeout(resolve, rest));
  }
  await Promise.all(sent);
}
