import { fetchBytes } from '../../formats/fetch-dataset';
import type { Origins } from '../../model/address';
import { OpenFailure } from '../../model/problem';
import { createLocalEngine } from '../local/local-engine';
import type { Allow, Ask, Reply, Request } from './protocol';

/** Nothing is allowed before the page has said what is. */
let origins: Origins = { own: '', listed: [] };

const engine = createLocalEngine((address, signal) => fetchBytes(address, origins, signal));
const running = new Map<number, AbortController>();

function post(reply: Reply): void {
  self.postMessage(reply);
}

function run(ask: Ask, signal: AbortSignal) {
  switch (ask.kind) {
    case 'open':
      return engine.open(ask.address, signal, progress => {
        // Of a record that is open, the rest goes on coming.
        if (running.has(ask.id)) post({ kind: 'progress', id: ask.id, progress });
      });
    case 'answer':
      return engine.answer(ask.key, ask.query, signal);
    case 'activity':
      return engine.activity(ask.key, ask.activity, ask.query, signal);
    case 'trends':
      return engine.trends(ask.key, signal);
  }
}

self.onmessage = async ({ data }: MessageEvent<Allow | Request>) => {
  if (data.kind === 'allow') {
    origins = data.origins;
    return;
  }
  if (data.kind === 'abort') {
    running.get(data.id)?.abort();
    return;
  }
  const controller = new AbortController();
  running.set(data.id, controller);
  try {
    const value = await run(data, controller.signal);
    post({ kind: 'done', id: data.id, value });
  } catch (error) {
    if (controller.signal.aborted) {
      post({ kind: 'ended', id: data.id });
      return;
    }
    const failure = error instanceof OpenFailure ? error : new OpenFailure('workerLost', String(error));
    post({ kind: 'failed', id: data.id, code: failure.code, found: failure.found });
  } finally {
    running.delete(data.id);
  }
};
