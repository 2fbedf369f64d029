import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What goes wrong with a request. `cut`: the connection ends after half of the body; `unheard`: the server does its work,
 * but the connection ends before its reply; a text: the server answers with this error.
 */
type Fault = 'cut' | 'unheard' | { error: string };

/** A proxy before a server that passes every request on, but for those that get a fault. */
export interface FaultyProxy {
  url: string;
  /** The statements of all requests so far, of INSERTs without their rows. */
  statements: string[];
  /** The headers "Connection" of the requests, each once. */
  connections: ReadonlySet<string | undefined>;
  stop(): Promise<void>;
}

/** Starts a proxy. `faultOf` is given the statement of a request, and how often the same statement was seen before. */
export async function startFaultyProxy(
  target: string,
  faultOf: (statement: string, before: number) => Fault | null,
): Promise<FaultyProxy> {
  const statements: string[] = [];
  const connections = new Set<string | undefined>();
  const server = createServer((asked, reply) => {
    handle(asked, reply).catch(() => reply.destroy());
  });

  async function handle(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await bytesOf(asked);
    const statement = new URL(asked.url ?? '/', target).searchParams.get('query') ?? body.toString();
    const fault = faultOf(statement, statements.filter(earlier => earlier === statement).length);
    statements.push(statement);
    connections.add(asked.headers.connection);
    if (fault !== null && typeof fault === 'object') {
      reply.writeHead(500).end(fault.error);
      return;
    }
    const { host: _, ...headers } = asked.headers;
    const passed = request(new URL(asked.url ?? '/', target), { method: asked.method, headers, agent: false });
    passed.on('error', () => asked.socket.destroy());
    if (fault === 'cut') {
      passed.write(body.subarray(0, body.length / 2), () => {
        passed.destroy();
        asked.socket.destroy();
      });
      return;
    }
    passed.end(body);
    const [answer] = (await once(passed, 'response')) as [IncomingMessage];
    const text = await bytesOf(answer);
    if (fault === 'unheard') {
      asked.socket.destroy();
      return;
    }
    reply.writeHead(answer.statusCode ?? 500, answer.headers).end(text);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    statements,
    connections,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece);
  return Buffer.concat(pieces);
}
