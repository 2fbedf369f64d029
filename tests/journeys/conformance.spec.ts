import { readdirSync } from 'node:fs';
import { latestOnly } from '../../src/engine/latest-only';
import { createEngineClient, type Port } from '../../src/engine/worker/client';
import type { Allow, Reply, Request } from '../../src/engine/worker/protocol';
import { checkConformance } from '../engine/conformance';
import { FAILED_LOADS, test } from './journey';

test.use({ ownProfile: true, tolerated: [FAILED_LOADS, { scope: 'test' }] });

/** A page of the origin without the explorer, so that its worker is the only one. */
const BARE = 'icon.svg';

/** A file does not travel to a page as it is; its text does. */
async function carried(request: Request): Promise<{ request: Request; text: string | null }> {
  const source = request.kind === 'open' ? request.source : null;
  return { request, text: source?.kind === 'file' ? await source.file.text() : null };
}

test('the built worker keeps the contract in a browser', async ({ page }) => {
  test.setTimeout(300_000);
  const built = readdirSync('dist/assets').find(name => /^engine\.worker-.*\.js$/.test(name)) ?? '';
  await page.goto(BARE);
  const port: Port = { postMessage: () => {}, terminate: () => {}, onmessage: null, onerror: null };
  await page.exposeFunction('reply', (data: Reply) => port.onmessage?.({ data }));
  const worker = await page.evaluateHandle(name => {
    const started = new Worker(`assets/${name}`, { type: 'module' });
    const { reply } = window as unknown as { reply: (data: unknown) => void };
    started.onmessage = ({ data }) => reply(data);
    started.postMessage({ kind: 'allow', origins: { own: location.origin, listed: [] } } satisfies Allow);
    return started;
  }, built);
  let sent = Promise.resolve();
  port.postMessage = request => {
    sent = sent.then(async () => {
      await worker.evaluate(
        (started, { request, text }) => {
          if (text === null) started.postMessage(request);
          else started.postMessage({ ...request, source: { kind: 'file', file: new Blob([text]), name: 'file' } });
        },
        await carried(request),
      );
    });
  };
  const sorted = (texts: string[]) => texts.sort(new Intl.Collator('en', { numeric: true }).compare);
  const sortsAlike = async (texts: readonly string[]) =>
    sorted([...texts]).join('\n') === (await page.evaluate(sorted, [...texts])).join('\n');
  await checkConformance(latestOnly(createEngineClient(() => port)), 25, sortsAlike);
});
