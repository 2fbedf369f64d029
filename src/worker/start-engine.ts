import type { Engine } from '../model/answer';
import { createEngineClient, type Port } from './client';

/** Starts the worker that owns the data when it is first asked, and again whenever it dies. */
export function startEngine(): Engine {
  let client: Engine | null = null;
  const started = () => {
    client ??= createEngineClient(startPort);
    return client;
  };
  return {
    open: (...question) => started().open(...question),
    answer: (...question) => started().answer(...question),
    activity: (...question) => started().activity(...question),
    trends: (...question) => started().trends(...question),
  };
}

function startPort(): Port {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
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
