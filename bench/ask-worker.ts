interface Reply {
  value?: unknown;
  error?: string;
}

declare global {
  interface Performance {
    /** In bytes, of the page and its workers. Chromium's, where a page is isolated. */
    measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }>;
  }
}

/** Lets the benchmarks give orders to a page's worker, one at a time, and ask how much memory the two hold. */
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

/** WebAssembly's memory is in that measure in some of Chromium's versions, and in others it is not. */
async function countsWasm(memory: () => Promise<number>): Promise<boolean> {
  const before = await memory();
  const held = new WebAssembly.Memory({ initial: 1024 });
  new Uint8Array(held.buffer).fill(1);
  return (await memory()) - before > held.buffer.byteLength / 2;
}
