import type { OpenDataset } from '../../model/answer';
import { OpenFailure } from '../../model/problem';
import type { Progress } from '../../model/progress';
import { ALL_CAPABILITIES, type Engine, type Source } from '../engine';
import { inChunks } from '../in-chunks';
import type { Ask, Reply, Request, Value } from './protocol';

/** The part of `Worker` that the client uses. */
export interface Port {
  postMessage(request: Request): void;
  onmessage: ((event: { data: Reply }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  terminate(): void;
}

type Question = Ask extends infer T ? (T extends unknown ? Omit<T, 'id'> : never) : never;

interface Asked {
  question: Question;
  onProgress: ((progress: Progress) => void) | undefined;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
  /** The time at which the question was posted to the current worker. Null while it is not posted. */
  postedAt: number | null;
  deaths: number;
  /** The reason of the abort, until the worker confirms that it has stopped. Null if the question was not aborted. */
  aborted: { reason: unknown } | null;
}

interface Opened {
  source: Source;
  pageKey: string;
  /** The key of the same dataset in the current worker; null until that worker has opened it. */
  workerKey: string | null;
  /** If this description differs after opening again, the source has another dataset now. */
  content: string;
}

/** When this many workers have died while they worked on a question, the question is rejected. */
const MAX_DEATHS = 3;

/** After an abort, a worker that has sent nothing for this many milliseconds since the question is replaced. */
const STUCK_MS = 15_000;

/**
 * Creates an engine that asks a worker. A question is one message; its promise settles with the reply of the same id.
 *
 * - The worker starts with the first question. If the worker dies, the client starts another one for the unanswered
 *   questions, or else with the next question. The new worker opens the dataset again and then gets the unanswered
 *   questions.
 * - A question during which three workers died is rejected with `workerLost`, or with `workerRefused` if no worker has
 *   ever replied.
 * - If the dataset can't be opened again, its unanswered questions are rejected with the same reason, and the next
 *   question tries to open it once more. If the source has another dataset by then, they are rejected with
 *   `datasetChanged`.
 */
export function createEngineClient(startPort: () => Port, now: () => number = () => performance.now()): Engine {
  const asked = new Map<number, Asked>();
  let lastId = 0;
  let port: Port | null = null;
  let lastMessageAt = Number.NEGATIVE_INFINITY;
  let hasReplied = false;
  let opened: Opened | null = null;
  let isReopening = false;
  let waiting: number[] = [];

  function connect(): Port {
    const started = startPort();
    started.onmessage = ({ data }) => {
      if (port === started) settle(data);
    };
    started.onerror = event => {
      if (port === started) recover(event.message ?? '');
    };
    return started;
  }

  function settle(reply: Reply): void {
    lastMessageAt = now();
    hasReplied = true;
    const found = asked.get(reply.id);
    if (reply.kind === 'progress') {
      found?.onProgress?.(reply.progress);
      return;
    }
    if (found) {
      asked.delete(reply.id);
      if (found.aborted) found.reject(found.aborted.reason);
      else if (reply.kind === 'done') found.resolve(reply.value as never);
      else if (reply.kind === 'failed') found.reject(new OpenFailure(reply.code, reply.found));
    }
    flush();
  }

  function flush(): void {
    const ids = waiting;
    waiting = [];
    for (const id of ids) {
      const found = asked.get(id);
      if (!found) continue;
      if (mayGo(found.question)) post(id, found);
      else waiting.push(id);
    }
  }

  function mayGo(question: Question): boolean {
    if (question.kind === 'open') return true;
    if (opened?.pageKey === question.key && opened.workerKey === null) {
      if (!isReopening) void reopen(opened);
      return false;
    }
    return true;
  }

  function post(id: number, found: Asked): void {
    const { question } = found;
    found.postedAt = now();
    try {
      port ??= connect();
      port.postMessage({ ...withWorkerKey(question), id });
    } catch (error) {
      // If a content security policy forbids workers, some browsers throw here instead of firing an event. The failure
      // is handled in a microtask, because callers expect a pending promise at first.
      queueMicrotask(() => recover(String(error)));
    }
  }

  function withWorkerKey(question: Question): Question {
    if (question.kind === 'open' || opened?.pageKey !== question.key) return question;
    return { ...question, key: opened.workerKey ?? question.key };
  }

  /** Terminates the current worker. Its unfinished questions wait for the next worker. */
  function stopWorker(): Asked[] {
    port?.terminate();
    port = null;
    if (opened) opened.workerKey = null;
    for (const { aborted } of asked.values())
      if (aborted) rejectWhere(other => other.aborted === aborted, aborted.reason);
    const posted = [...asked].filter(([, { postedAt }]) => postedAt !== null);
    for (const [, question] of posted) question.postedAt = null;
    waiting = [...posted.map(([id]) => id), ...waiting];
    return posted.map(([, question]) => question);
  }

  function recover(message: string): void {
    const victims = stopWorker();
    for (const victim of victims) victim.deaths += 1;
    const reason = new OpenFailure(hasReplied ? 'workerLost' : 'workerRefused', message);
    rejectWhere(({ deaths }) => deaths >= MAX_DEATHS, reason);
    flush();
  }

  function rejectWhere(isMeant: (question: Asked) => boolean, reason: unknown): void {
    for (const [id, question] of asked) {
      if (!isMeant(question)) continue;
      asked.delete(id);
      question.reject(reason);
    }
    waiting = waiting.filter(id => asked.has(id));
  }

  async function reopen(lost: Opened): Promise<void> {
    isReopening = true;
    const isOfLost = ({ question }: Asked) => question.kind !== 'open' && question.key === lost.pageKey;
    try {
      const again = await ask<OpenDataset>({ kind: 'open', source: lost.source });
      if (contentOf(again) === lost.content) lost.workerKey = again.key;
      else rejectWhere(isOfLost, new OpenFailure('datasetChanged'));
    } catch (error) {
      rejectWhere(isOfLost, error);
    } finally {
      isReopening = false;
      flush();
    }
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
      asked.set(id, {
        question,
        onProgress,
        resolve: resolve as Asked['resolve'],
        reject,
        postedAt: null,
        deaths: 0,
        aborted: null,
      });
      signal?.addEventListener('abort', () => abandon(id, signal.reason), { once: true });
      waiting.push(id);
      flush();
    });
  }

  function abandon(id: number, reason: unknown): void {
    const found = asked.get(id);
    if (!found) return;
    const isStuck = found.postedAt !== null && now() - Math.max(found.postedAt, lastMessageAt) > STUCK_MS;
    const isAtWork = found.postedAt !== null && !isStuck;
    if (isAtWork) port?.postMessage({ kind: 'abort', id });
    if (isAtWork && found.question.kind !== 'open') {
      // The promise is rejected later, after the worker has confirmed that it stopped.
      found.aborted = { reason };
      return;
    }
    rejectWhere(question => question === found, reason);
    if (!isStuck) return;
    stopWorker();
    flush();
  }

  const engine: Engine = {
    capabilities: ALL_CAPABILITIES,
    async open(source, signal, onProgress) {
      const open = await ask<OpenDataset>({ kind: 'open', source }, signal, onProgress);
      opened = { source, pageKey: open.key, workerKey: open.key, content: contentOf(open) };
      return open;
    },
    ask: (key, selection, wants, signal) => ask({ kind: 'ask', key, selection, wants }, signal),
    export: (key, selection, order, signal, onProgress) =>
      inChunks(start => ask({ kind: 'chunk', key, selection, order, start }, signal), onProgress),
  };
  return engine;
}

/** Returns a description of the dataset that is the same each time the same dataset is opened. */
function contentOf({ key: _, changes: __, ...content }: OpenDataset): string {
  return JSON.stringify(content);
}
