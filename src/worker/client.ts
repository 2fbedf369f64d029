import type { Answer, Engine, OpenDataset, OpenedActivity } from '../model/answer';
import { OpenFailure } from '../model/problem';
import type { Ask, Reply, Request } from './protocol';

/** As much of a Worker as the client needs. */
export interface Port {
  postMessage(request: Request): void;
  onmessage: ((event: { data: Reply }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

type Waiting = { resolve: (value: never) => void; reject: (reason: unknown) => void };

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** The engine behind a port: each question is a message, each promise waits for the reply with its id. */
export function createEngineClient(port: Port): Engine {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  port.onmessage = ({ data }) => {
    const asked = waiting.get(data.id);
    if (!asked) return;
    waiting.delete(data.id);
    if (data.kind === 'done') asked.resolve(data.value as never);
    else asked.reject(new OpenFailure(data.code, data.found));
  };
  port.onerror = event => {
    for (const asked of waiting.values()) asked.reject(new OpenFailure('workerLost', event.message ?? ''));
    waiting.clear();
  };

  function ask<T extends OpenDataset | Answer | OpenedActivity | null>(
    question: WithoutId<Ask>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      signal?.addEventListener(
        'abort',
        () => {
          if (!waiting.delete(id)) return;
          port.postMessage({ kind: 'abort', id });
          reject(signal.reason);
        },
        { once: true },
      );
      port.postMessage({ ...question, id });
    });
  }

  return {
    open: (address, signal) => ask<OpenDataset>({ kind: 'open', address }, signal),
    answer: (key, query, signal) => ask<Answer>({ kind: 'answer', key, query }, signal),
    activity: (key, activity, query, signal) =>
      ask<OpenedActivity | null>({ kind: 'activity', key, activity, query }, signal),
  };
}
