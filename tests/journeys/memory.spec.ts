import type { CDPSession, Page } from '@playwright/test';
import { expect, open, test } from './journey';

test.use({ ownProfile: true });
test.setTimeout(180_000);

/** In milliseconds. TanStack Query caches an unused reply for a minute. */
const CACHED_MS = 61_000;

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

/** The part of a DevTools session that measuring a heap needs. */
interface Session {
  send: (method: 'HeapProfiler.collectGarbage' | 'HeapProfiler.takeHeapSnapshot') => Promise<unknown>;
  onChunk: (take: ((chunk: string) => void) | null) => void;
}

function pageSession(cdp: CDPSession): Session {
  let taken: ((chunk: string) => void) | null = null;
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => taken?.(chunk));
  return {
    send: method => cdp.send(method),
    onChunk: take => {
      taken = take;
    },
  };
}

/** Returns a DevTools session of the worker. Its messages travel inside those of the page's session. */
async function workerSession(cdp: CDPSession): Promise<Session> {
  const replies = new Map<number, (value: unknown) => void>();
  let lastId = 0;
  let taken: ((chunk: string) => void) | null = null;
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, method, params } = JSON.parse(message);
    if (method === 'HeapProfiler.addHeapSnapshotChunk') taken?.(params.chunk);
    replies.get(id)?.(null);
  });
  const attached = new Promise<string>(resolve => {
    cdp.on('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId));
  });
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sessionId = await attached;
  return {
    send: method => {
      lastId += 1;
      const id = lastId;
      const reply = new Promise(resolve => replies.set(id, resolve));
      return cdp
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
        .then(() => reply);
    },
    onChunk: take => {
      taken = take;
    },
  };
}

/**
 * Returns the bytes of JavaScript objects after a garbage collection. Excludes compiled code and native objects, which grow
 * with use even if the page keeps nothing.
 */
async function heldBytes(session: Session): Promise<number> {
  const chunks: string[] = [];
  session.onChunk(chunk => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot');
  session.onChunk(null);
  const { snapshot, nodes }: Snapshot = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const typeAt = fields.indexOf('type');
  const sizeAt = fields.indexOf('self_size');
  let bytes = 0;
  for (let i = 0; i < nodes.length; i += fields.length) {
    const type = types[0][nodes[i + typeAt] ?? 0];
    if (type !== 'code' && type !== 'native' && type !== 'object shape') bytes += nodes[i + sizeAt] ?? 0;
  }
  return bytes;
}

/** Ticks and unticks checkboxes and sometimes switches the panel. Ends in the initial state. */
async function work(page: Page, steps: number): Promise<void> {
  await page.evaluate(async count => {
    const boxes = () => [...document.querySelectorAll<HTMLInputElement>('nav input[type=checkbox]')];
    const painted = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (let step = 0; step < count; step++) {
      const views = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:not(:checked)')];
      const chosen = boxes().filter(box => box.checked);
      if (step % 6 === 5) views[Math.floor(step / 6) % views.length]?.click();
      else if (chosen.length > 2) chosen[0]?.click();
      else boxes()[(step * 7) % boxes().length]?.click();
      await painted();
    }
    for (const box of boxes().filter(({ checked }) => checked)) {
      box.click();
      await painted();
    }
    document.querySelector<HTMLInputElement>('input[type=radio]')?.click();
  }, steps);
  await page.clock.fastForward(CACHED_MS);
  await page.waitForTimeout(500);
  await page.clock.fastForward(CACHED_MS);
}

/** What the page and the worker may hold more after a stretch of choices. */
const MAX_GROWTH = 1.025;

test('holds no more memory after hundreds of choices than before', async ({ page }) => {
  await page.clock.install();
  await open(page, './');
  const cdp = await page.context().newCDPSession(page);
  const sessions = [pageSession(cdp), await workerSession(cdp)];
  const held: number[][] = [];
  for (const steps of [120, 180, 180]) {
    await work(page, steps);
    held.push(await Promise.all(sessions.map(heldBytes)));
  }
  // The page may hold one copy more of the shown activities at one moment than at another. A leak grows in each stretch.
  for (const [i, name] of ['the page', 'the worker'].entries()) {
    const [first = 0, second = 0, third = 0] = held.map(bytes => bytes[i] ?? 0);
    expect(Math.min(second / first, third / second), name).toBeLessThan(MAX_GROWTH);
  }
});
