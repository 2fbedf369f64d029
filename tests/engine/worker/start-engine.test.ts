import { expect, it, vi } from 'vitest';
import { startEngine } from '../../../src/engine/worker/start-engine';

vi.mock('../../../src/engine/worker/engine.worker.ts?worker&url', () => ({ default: 'data:text/javascript,throw 0' }));

it('tries a worker again where the code could be loaded neither by a worker nor by the page', async () => {
  const started = vi.fn();
  class Unloaded extends EventTarget {
    onerror: ((event: { message: string }) => void) | null = null;
    constructor() {
      super();
      started();
      setTimeout(() => {
        this.dispatchEvent(new Event('error'));
        this.onerror?.({ message: 'not loaded' });
      });
    }
    postMessage() {}
    terminate() {}
  }
  vi.stubGlobal('Worker', Unloaded);
  const engine = startEngine({ own: 'https://example.org', listed: [] });
  const open = () => engine.open({ kind: 'text', text: '{}', name: 'a.json' }).catch((error: unknown) => error);
  await open();
  const first = started.mock.calls.length;
  await open();
  expect(started.mock.calls.length).toBeGreaterThan(first);
});
