import type { Origins } from '../../model/address';
import type { Engine } from '../../model/answer';
import { createEngineClient, type Port } from './client';
import type { Allow } from './protocol';

/**
 * Starts the worker that owns the data when it is first asked, and again whenever it dies. It takes data only from
 * `origins`, wherever redirects lead.
 */
export function startEngine(origins: Origins): Engine {
  let client: Engine | null = null;
  const started = () => {
    client ??= createEngineClient(() => startPort(origins));
    return client;
  };
  return {
    open: (...question) => started().open(...question),
    answer: (...question) => started().answer(...question),
    activity: (...question) => started().activity(...question),
    trends: (...question) => started().trends(...question),
  };
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
  worker.onmessage = event => port.onmessage?.(event);
  worker.onerror = event => port.onerror?.(event);
  return port;
}
