import { Worker } from 'node:worker_threads';
import type { Engine } from '../engine/engine';
import { createEngineClient, type Port } from '../engine/worker/client';

/**
 * Returns an engine that runs in `count` threads, so that the calling thread stays free. Each thread opens the whole
 * dataset, and each question goes to the thread with the fewest running questions. `script` is the code of a thread.
 */
export function threadEngine(script: URL, count: number): { engine: Engine; close: () => void } {
  const threads = Array.from({ length: count }, () => startThread(script));
  const [first] = threads;
  if (!first) throw new RangeError('an engine needs at least one thread');
  /** The dataset's key in the first thread, which callers use, and its keys in all threads. */
  let keys: { key: string; all: readonly string[] } = { key: '', all: [] };

  async function withThread<T>(key: string, work: (engine: Engine, key: string) => Promise<T>): Promise<T> {
    const least = Math.min(...threads.map(({ running }) => running));
    const at = threads.findIndex(({ running }) => running === least);
    const thread = threads[at] ?? first;
    if (!thread) throw new RangeError('no thread');
    thread.running += 1;
    try {
      return await work(thread.engine, key === keys.key ? (keys.all[at] ?? key) : key);
    } finally {
      thread.running -= 1;
    }
  }

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
    ask: (key, selection, wants, signal) =>
      withThread(key, (thread, inThread) => thread.ask(inThread, selection, wants, signal)),
  };
  return { engine, close: () => threads.map(({ stop }) => stop()) };
}

interface Thread {
  engine: Engine;
  /** The number of questions that the thread is working on. */
  running: number;
  stop: () => void;
}

function startThread(script: URL): Thread {
  const workers = new Set<Worker>();
  const startPort = () => {
    const worker = new Worker(script);
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
    worker.on('error', error => port.onerror?.({ message: String(error) }));
    return port;
  };
  const stop = () => {
    for (const worker of workers) void worker.terminate();
    workers.clear();
  };
  return { engine: createEngineClient(startPort), running: 0, stop };
}
