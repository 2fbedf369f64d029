import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type Core, createCore } from '../engine/local/core';
import { createShell } from '../engine/worker/shell';
import type { RepliesTo } from '../model/wants';
import { imageOfFile, type ThreadData } from './image-of-file';
import { type JsonReplies, jsonOf } from './json-replies';

async function readFile(path: string, signal?: AbortSignal) {
  const { size } = await stat(path);
  return { bytes: createReadStream(path, { highWaterMark: 1 << 20, ...(signal && { signal }) }), total: size };
}

const port = parentPort;
if (port) {
  const data = workerData as ThreadData;
  const core = createCore(readFile, (src, file) => imageOfFile(src, file, data));
  const jsonCore: Core = {
    ...core,
    // The function `threadEngine` at the other end of the port knows that these replies are JSON.
    ask: async (...question) => jsonOf(await core.ask(...question)) as object as RepliesTo<(typeof question)[2]>,
  };
  const handle = createShell(jsonCore, reply => {
    const isJson = reply.kind === 'done' && 'json' in reply.value;
    port.postMessage(reply, isJson ? [(reply.value as JsonReplies).json.buffer] : []);
  });
  port.on('message', handle);
}
