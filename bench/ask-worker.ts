interface Reply {
  value?: unknown;
  error?: string;
}

declare global {
  interface Performance {
    /** Returns the bytes used by the page and its workers. Chromium only, in isolated pages. */
    measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }>;
  }
}

/** Lets the benchmarks send orders to a page's worker, one at a time, and measure the memory of both. */
export function askWorker(worker: Worker): void {
  const order = (data: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data: { value, error } }: MessageEvent<Reply>) =>
        error === undefined ? resolve(value) : reject(new Error(error));
      worker.onerror = event => reject(new Error(event.message || 'the worker died'));
      worker.postMessage(data);
    });
  const memory = async () => (await performance.measureUserAgentSpecificMemory?.())?.bytes ?? Number.NaN;
  Object.assign(globalThis, { bench: { order, memory, countsWasm: () => countsWasm(memory) } });
}

/** Chromium versions differ in whether the measure includes WebAssembly memory. */
async function countsWasm(memory: () => Promise<number>): Promise<boolean> {
  const before = await memory();
  const held = new WebAssembly.Memory({ initial: 1024 });
  new Uint8Array(held.buffer).fill(1);
  return (await memory()) - before > held.buffer.byteLength / 2;
}
