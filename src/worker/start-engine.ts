import type { Engine } from '../model/answer';
import { createEngineClient, type Port } from './client';

/** Starts the worker that owns the data. */
export function startEngine(): Engine {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  const port: Port = {
    postMessage: request => worker.postMessage(request),
    onmessage: null,
    onerror: null,
  };
  worker.onmessage = event => port.onmessage?.(event);
  worker.onerror = event => port.onerror?.(event);
  return createEngineClient(port);
}
