import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createCore } from '../engine/local/core';
import { createShell } from '../engine/worker/shell';
import { imageOfFile, type ThreadData } from './image-of-file';

/** Reads a file. In this thread, the addresses of datasets are paths of files. */
async function readFile(path: string, signal?: AbortSignal) {
  const { size } = await stat(path);
  return { bytes: createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) }), total: size };
}

const port = parentPort;
if (port) {
  const data = workerData as ThreadData;
  const core = createCore(readFile, (src, file) => imageOfFile(src, file, data));
  const handle = createShell(core, reply => port.postMessage(reply));
  port.on('message', handle);
}
