import type { Answer, Engine, OpenDataset, OpenedActivity, Trends } from '../model/answer';
import { OpenFailure } from '../model/problem';
import type { Progress } from '../model/progress';
import type { Ask, Reply, Request } from './protocol';

/** As much of a Worker as the client needs. */
export interface Port {
  postMessage(request: Request): void;
  onmessage: ((event: { data: Reply }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  terminate(): void;
}

type Value = OpenDataset | Answer | OpenedActivity | Trends | null;
type Question = Ask extends infer T ? (T extends unknown ? Omit<T, 'id'> : never) : never;

interface Asked {
  question: Question;
  onProgress: ((progress: Progress) => void) | undefined;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

/** More deaths than this between two replies, and the client gives up. */
const MOST_RESTARTS = 2;

/**
 * The engine behind a port. A question is a message, a promise waits for the reply with its id. Of questions for answers
 * one at a time is on its way and the others wait here, so that one that is aborted meanwhile costs nothing; one that is
 * aborted on its way waits for no text any more. A port that breaks down is started again, opens what was open, and is
 * asked again; whoever asked does not notice.
 */
export function createEngineClient(startPort: () => Port): Engine {
  const asked = new Map<number, Asked>();
  let lastId = 0;
  let restarts = 0;
  let opened: { address: string; pageKey: string; portKey: string } | null = null;
  let answering: number | null = null;
  let waiting: number[] = [];
  let port = connect();

  function connect(): Port {
    const made = startPort();
    made.onmessage = ({ data }) => settle(data);
    made.onerror = event => recover(event.message ?? '');
    return made;
  }

  function settle(reply: Reply): void {
    const found = asked.get(reply.id);
    if (reply.kind === 'progress') {
      found?.onProgress?.(reply.progress);
      return;
    }
    if (reply.id === answering) answering = null;
    if (found) {
      asked.delete(reply.id);
      restarts = 0;
      if (reply.kind === 'done') found.resolve(reply.value as never);
      if (reply.kind === 'failed') found.reject(new OpenFailure(reply.code, reply.found));
    }
    sendWaiting();
  }

  function sendWaiting(): void {
    const id = answering === null ? waiting.shift() : undefined;
    if (id !== undefined) send(id);
  }

  function send(id: number): void {
    const found = asked.get(id);
    if (!found) return;
    const { question } = found;
    if (question.kind === 'answer') {
      if (answering !== null) {
        waiting.push(id);
        return;
      }
      answering = id;
    }
    port.postMessage({ ...keyed(question), id });
  }

  /** After a restart the same opening has another key in the new worker. */
  function keyed(question: Question): Question {
    if (question.kind === 'open' || opened?.pageKey !== question.key) return question;
    return { ...question, key: opened.portKey };
  }

  async function recover(message: string): Promise<void> {
    port.terminate();
    restarts += 1;
    answering = null;
    waiting = [];
    if (restarts > MOST_RESTARTS) {
      for (const { reject } of asked.values()) reject(new OpenFailure('workerLost', message));
      asked.clear();
      restarts = 0;
      port = connect();
      return;
    }
    port = connect();
    const pending = [...asked.keys()];
    if (opened) {
      const { address, pageKey } = opened;
      const again = await ask<OpenDataset>({ kind: 'open', address }).catch(() => null);
      if (again) opened = { address, pageKey, portKey: again.key };
    }
    for (const id of pending) send(id);
  }

  function ask<T extends Value>(
    question: Question,
    signal?: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      asked.set(id, { question, onProgress, resolve: resolve as Asked['resolve'], reject });
      signal?.addEventListener('abort', () => abandon(id, signal.reason), { once: true });
      send(id);
    });
  }

  function abandon(id: number, reason: unknown): void {
    const found = asked.get(id);
    if (!found) return;
    asked.delete(id);
    if (waiting.includes(id)) waiting = waiting.filter(other => other !== id);
    else port.postMessage({ kind: 'abort', id });
    found.reject(reason);
  }

  return {
    async open(address, signal, onProgress) {
      const open = await ask<OpenDataset>({ kind: 'open', address }, signal, onProgress);
      opened = { address, pageKey: open.key, portKey: open.key };
      return open;
    },
    answer: (key, query, signal) => ask<Answer>({ kind: 'answer', key, query }, signal),
    activity: (key, activity, query, signal) =>
      ask<OpenedActivity | null>({ kind: 'activity', key, activity, query }, signal),
    trends: (key, signal) => ask<Trends>({ kind: 'trends', key }, signal),
  };
}
