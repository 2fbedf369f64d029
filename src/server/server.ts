import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { type AppOptions, createApp } from './app';
import { staticFiles } from './static-files';

export interface ServerOptions extends Omit<AppOptions, 'files' | 'addressOf' | 'now'> {
  folder: string;
  host: string;
  /** The port to listen on; 0 for any free port. */
  port: number;
  /** The maximum length in bytes of a request's header fields. */
  maxHeaderBytes: number;
  /** Whether requests come through a proxy that writes the client's address at the end of `X-Forwarded-For`. */
  isBehindProxy: boolean;
}

export interface RunningServer {
  host: string;
  port: number;
  runningCount(): number;
  /** Stops accepting connections. Resolves once all open requests are answered, after ten seconds at the latest. */
  stop(): Promise<void>;
}

const STOP_MS = 10_000;

/**
 * The time in milliseconds that an idle connection stays open. Proxies close idle connections earlier, so a proxy never
 * uses a connection that the server has closed.
 */
const KEPT_OPEN_MS = 65_000;

/** Starts the server. Rejects if it can't listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { folder, host, port, maxHeaderBytes, isBehindProxy } = options;
  const app = createApp({
    ...options,
    files: await staticFiles(folder),
    addressOf: context => addressOf(context, isBehindProxy),
    now: () => performance.now(),
  });
  const serverOptions = { maxHeaderSize: maxHeaderBytes, keepAliveTimeout: KEPT_OPEN_MS };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server;
  const connections = connectionsOf(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    host,
    port: (server.address() as AddressInfo).port,
    runningCount: app.runningCount,
    stop: () =>
      new Promise(resolve => {
        app.stop();
        const closeAll = setTimeout(() => server.closeAllConnections(), STOP_MS);
        const closeIdle = setInterval(connections.closeIdle, 50);
        server.close(() => {
          clearTimeout(closeAll);
          clearInterval(closeIdle);
          resolve();
        });
      }),
  };
}

function addressOf({ req, env }: Context, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? (env as HttpBindings).incoming.socket.remoteAddress ?? '';
}

/**
 * Tracks the connections of a server. `closeIdle` closes all connections that wait for no reply. Node's
 * `closeIdleConnections` leaves connections open on which no request was ever sent.
 */
function connectionsOf(server: Server): { closeIdle: () => void } {
  const idle = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    idle.add(socket);
    socket.on('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.on('close', () => {
      if (!socket.destroyed) idle.add(socket);
    });
  });
  return {
    closeIdle: () => {
      for (const socket of idle) socket.destroy();
    },
  };
}
