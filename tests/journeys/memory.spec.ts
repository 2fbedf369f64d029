import type { CDPSession, Page } from '@playwright/test';
import { expect, open, test } from './journey';

test.use({ ownProfile: true });
test.setTimeout(180_000);

/** TanStack Query keeps an unused answer for a minute. */
const CACHED_MS = 61_000;

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

/**
 * Bytes that the page's own objects hold after a garbage collection. Compiled code and the browser's native objects are
 * left out: they grow while functions get hot, whatever the page keeps.
 */
async function heldBytes(cdp: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take);
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

/** Ticks boxes, unticks them and switches the view now and then; ends where it began. */
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

test('holds no more memory after hundreds of choices than before', async ({ page }) => {
  await page.clock.install();
  await open(page, './');
  const cdp = await page.context().newCDPSession(page);
  await work(page, 120);
  const before = await heldBytes(cdp);
  await work(page, 360);
  const after = await heldBytes(cdp);
  expect(after / before).toBeLessThan(1.05);
});
