import type { Origins } from '../../model/address';
import type { Engine } from '../engine';
import { latestOnly } from '../latest-only';
import { checkReply } from './check-reply';
import { createEngineClient, type Port } from './client';
import type { Allow } from './protocol';

/**
 * Returns an engine that runs in a worker. A worker starts with the first question, and another one after a worker
 * dies. Data is loaded only from `origins`, also after redirects.
 */
export function startEngine(origins: Origins): Engine {
  return latestOnly(createEngineClient(() => startPort(origins)));
}

function startPort(origins: Origins): Port {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  const allow: Allow = { kind: 'allow', origins };
  worker.postMessage(allow);
  const port: Port = {
    postMessage: request => worker.postMessage(request),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
  };
  worker.onmessage = event => {
    if (import.meta.env.DEV) checkReply(event.data);
    port.onmessage?.(event);
  };
  worker.onerror = event => port.onerror?.(event);
  return port;
}
