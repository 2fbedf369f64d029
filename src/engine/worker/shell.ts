import { OpenFailure } from '../../model/problem';
import type { Core } from '../local/core';
import type { Ask, Reply, Request, Value } from './protocol';

/** Answers the page's messages with an engine that runs in this thread. */
export function createShell(engine: Core, post: (reply: Reply) => void): (request: Request) => Promise<void> {
  const running = new Map<number, AbortController>();

  function run(ask: Ask, signal: AbortSignal): Promise<Value> {
    switch (ask.kind) {
      case 'open':
        return engine.open(ask.source, signal, progress => {
          // The rest of a packed file is loaded after the dataset is open. The shell does not post the progress of this
          // loading.
          if (running.has(ask.id)) post({ kind: 'progress', id: ask.id, progress });
        });
      case 'ask':
        return engine.ask(ask.key, ask.selection, ask.wants, signal);
      case 'chunk':
        return engine.chunk(ask.key, ask.selection, ask.order, ask.start, signal);
    }
  }

  return async request => {
    if (request.kind === 'abort') {
      running.get(request.id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(request.id, controller);
    try {
      post({ kind: 'done', id: request.id, value: await run(request, controller.signal) });
    } catch (error) {
      if (controller.signal.aborted) {
        post({ kind: 'ended', id: request.id });
        return;
      }
      const failure = error instanceof OpenFailure ? error : new OpenFailure('workerLost', String(error));
      post({ kind: 'failed', id: request.id, code: failure.code, found: failure.found });
    } finally {
      running.delete(request.id);
    }
  };
}
