import type { Origins } from '../../model/address';
import type { Engine } from '../engine';
import { latestOnly } from '../latest-only';
import { checkReply } from './check-reply';
import { createEngineClient, type Port } from './client';
import code from './engine.worker.ts?worker&url';
import { type Allow, IN_PAGE } from './protocol';

/**
 * Returns an engine that runs in a worker. The first question starts a worker, and so does the next question after a
 * worker dies. If the browser refuses workers, for example in a frame without an origin, the same code runs in the
 * page's thread. Data is loaded only from `origins`, also after redirects.
 */
export function startEngine(origins: Origins): Engine {
  const allow: Allow = { kind: 'allow', origins };
  let [hasReplied, isRefused] = [false, false];
  const startPort = () => {
    const worker = isRefused ? null : startWorker();
    worker?.addEventListener('message', () => {
      hasReplied = true;
    });
    // If a browser refuses a worker, it either throws or fires an error event before any reply.
    worker?.addEventListener('error', () => {
      isRefused = !hasReplied;
    });
    const port: Worker | MessagePort =
      worker ??
      startInPage(() => {
        // The code could not be loaded at all. So the worker may have failed for the same reason, and not because the
        // browser refuses workers.
        isRefused = false;
      });
    port.postMessage(allow);
    return port as Worker & Port;
  };
  return latestOnly(createEngineClient(startPort));
}

function startWorker(): Worker | null {
  try {
    const worker = new Worker(code, { type: 'module' });
    if (import.meta.env.DEV) worker.addEventListener('message', ({ data }) => checkReply(data));
    return worker;
  } catch {
    return null;
  }
}

function startInPage(onFail: () => void): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const port: MessagePort & Pick<Port, 'onerror' | 'terminate'> = Object.assign(port1, {
    onerror: null,
    terminate: () => port1.close(),
  });
  import(/* @vite-ignore */ code).then(
    () => dispatchEvent(new CustomEvent(IN_PAGE, { detail: port2 })),
    error => {
      onFail();
      port.onerror?.({ message: String(error) });
    },
  );
  return port;
}
