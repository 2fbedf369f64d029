import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine';
import { remoteEngine } from '../../../src/engine/remote/remote-engine';
import { startTestServer, type TestServer } from '../../server/start-server';
import { checkConformance } from '../conformance';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** A remote engine whose server is given every dataset that is opened. */
function servedEngine(): Engine {
  const remote = remoteEngine(server.api);
  return {
    ...remote,
    async open(source, ...others) {
      await server.serve(source);
      return remote.open(source, ...others);
    },
  };
}

describe('the contract', () => {
  it('is kept by an engine on a server', () => checkConformance(servedEngine(), 20));
});
