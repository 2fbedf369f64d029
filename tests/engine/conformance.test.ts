import { describe, it } from 'vitest';
import { latestOnly } from '../../src/engine/latest-only';
import { createCore } from '../../src/engine/local/core';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import { checkReply } from '../../src/engine/worker/check-reply';
import { createEngineClient, type Port } from '../../src/engine/worker/client';
import type { Request } from '../../src/engine/worker/protocol';
import { createShell } from '../../src/engine/worker/shell';
import { OpenFailure } from '../../src/model/problem';
import { checkConformance } from './conformance';
import { throughJson } from './example-engine';

async function unreachable(): Promise<never> {
  throw new OpenFailure('unreachable');
}

/** A local engine behind a message channel, as in a worker; every reply is checked for plain data. */
function startPort(): Port {
  const { port1: page, port2: worker } = new MessageChannel();
  const handle = createShell(createCore(unreachable), reply => worker.postMessage(reply));
  worker.onmessage = ({ data }: MessageEvent<Request>) => void handle(data);
  const port: Port = {
    postMessage: request => page.postMessage(request),
    terminate: () => page.close(),
    onmessage: null,
    onerror: null,
  };
  page.onmessage = ({ data }) => {
    checkReply(data);
    port.onmessage?.({ data });
  };
  ports.push(page, worker);
  return port;
}

const ports: MessagePort[] = [];

describe('the contract', () => {
  it('is kept by the engine in the same thread', () => checkConformance(createLocalEngine(unreachable), 120));

  it('is kept by an engine beyond messages, asked one question at a time', async () => {
    await checkConformance(latestOnly(createEngineClient(startPort)), 60);
    for (const port of ports) port.close();
  });

  it('is kept by the engine of docs/EXTENDING.md, whose answers pass through JSON', () =>
    checkConformance(throughJson(createLocalEngine(unreachable)), 20));
});
