import { Worker } from 'node:worker_threads';
import type { Engine } from '../engine/engine';
import { createEngineClient, type Port } from '../engine/worker/client';
import type { RepliesTo, Wants } from '../model/wants';
import { type AskJson, type JsonReplies, repliesIn } from './json-replies';

/** If a thread still works this many milliseconds after an abort, another one replaces it and opens the dataset. */
const STUCK_MS = 10_000;

/**
 * Returns an engine that runs in `count` threads, so that the calling thread stays free. Each thread opens the whole
 * dataset. A question or export goes to the thread that has the least to do. `script` is the code of a thread, and
 * `data` is its `workerData`.
 */
export function threadEngine(
  script: URL,
  count: number,
  { data, stuckMs = STUCK_MS }: { data?: unknown; stuckMs?: number } = {},
): { engine: Engine; askJson: AskJson; close: () => void } {
  const threads = Array.from({ length: count }, () => startThread(script, data));
  const [given] = threads;
  if (!given) throw new RangeError('an engine needs at least one thread');
  const first = given;
  /** Each thread has its own key for the dataset. Callers use `key`, which is the key in the first thread. */
  let keys: { key: string; all: readonly string[] } = { key: '', all: [] };

  function leastBusy(key: string): { thread: Thread; inThread: string } {
    const least = Math.min(...threads.map(({ running }) => running));
    const at = threads.findIndex(({ running }) => running === least);
    return { thread: threads[at] ?? first, inThread: key === keys.key ? (keys.all[at] ?? key) : key };
  }

  const askJson: AskJson = async (key, selection, wants, signal) => {
    const { thread, inThread } = leastBusy(key);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onAbort = () => {
      timer = setTimeout(thread.replace, stuckMs);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    thread.running += 1;
    try {
      // The thread sends JSON in place of replies.
      return (await thread.engine.ask(inThread, selection, wants, signal)) as object as JsonReplies;
    } finally {
      thread.running -= 1;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  };

  const engine: Engine = {
    ...first.engine,
    async open(source, signal, onProgress) {
      const opened = await Promise.all(
        threads.map((thread, i) => thread.engine.open(source, signal, i === 0 ? onProgress : undefined)),
      );
      const [open] = opened;
      if (!open) throw new RangeError('no thread');
      keys = { key: open.key, all: opened.map(({ key }) => key) };
      return open;
    },
    ask: async <W extends Wants>(...[key, selection, wants, signal]: Parameters<typeof first.engine.ask<W>>) =>
      repliesIn(await askJson(key, selection, wants, signal)) as RepliesTo<W>,
    async *export(key, ...wanted) {
      const { thread, inThread } = leastBusy(key);
      thread.running += 1;
      try {
        yield* thread.engine.export(inThread, ...wanted);
      } finally {
        thread.running -= 1;
      }
    },
  };
  return { engine, askJson, close: () => threads.map(({ stop }) => stop()) };
}

interface Thread {
  engine: Engine;
  running: number;
  /** Ends the thread in the middle of its work. The thread's engine starts another thread. */
  replace: () => void;
  stop: () => void;
}

function startThread(script: URL, data: unknown): Thread {
  const workers = new Set<Worker>();
  let replace = () => {};
  const startPort = () => {
    const worker = new Worker(script, { workerData: data });
    workers.add(worker);
    const end = () => {
      workers.delete(worker);
      return worker.terminate();
    };
    const port: Port = {
      postMessage: request => worker.postMessage(request),
      terminate: () => void end(),
      onmessage: null,
      onerror: null,
    };
    worker.on('message', data => port.onmessage?.({ data }));
    replace = () => port.onerror?.({ message: 'The thread does not stop.' });
    worker.on('error', error => port.onerror?.({ message: String(error) }));
    return port;
  };
  const stop = () => {
    for (const worker of workers) void worker.terminate();
    workers.clear();
  };
  return { engine: createEngineClient(startPort), running: 0, replace: () => replace(), stop };
}
