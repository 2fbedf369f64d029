import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { createCore } from '../engine/local/core';
import { createShell } from '../engine/worker/shell';

/** Reads a file. In this thread, the addresses of datasets are paths of files. */
async function readFile(path: string, signal?: AbortSignal) {
  const { size } = await stat(path);
  return { bytes: createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) }), total: size };
}

const port = parentPort;
if (port) {
  const handle = createShell(createCore(readFile), reply => port.postMessage(reply));
  port.on('message', handle);
}
