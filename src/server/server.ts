import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { type AppOptions, createApp } from './app';
import { staticFiles } from './static-files';

export interface ServerOptions extends Omit<AppOptions, 'files' | 'addressOf' | 'now'> {
  /** The folder of the built explorer. */
  folder: string;
  host: string;
  /** 0 for any free port. */
  port: number;
  /** The longest request head, in bytes. */
  maxHeaderBytes: number;
  /** Whether the last proxy's `X-Forwarded-For` says where a request comes from. */
  isBehindProxy: boolean;
}

export interface RunningServer {
  host: string;
  port: number;
  runningCount(): number;
  /** Takes no more connections, and resolves once the open ones have been answered, or after ten seconds. */
  stop(): Promise<void>;
}

const STOP_MS = 10_000;

/** How long an idle connection is kept open: longer than proxies keep theirs, so that they never use a closed one. */
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
 * Follows the connections of a server. `closeIdle` closes those on which no reply is awaited, also those that never had a
 * request, which the server's own function leaves open.
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
