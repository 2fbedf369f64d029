import type { AddressInfo } from 'node:net';
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

/** Starts the server. Rejects if it can't listen. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { folder, host, port, maxHeaderBytes, isBehindProxy } = options;
  const app = createApp({
    ...options,
    files: await staticFiles(folder),
    addressOf: context => addressOf(context, isBehindProxy),
    now: () => performance.now(),
  });
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { maxHeaderSize: maxHeaderBytes } });
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
        const closeAll = () => 'closeAllConnections' in server && server.closeAllConnections();
        const timer = setTimeout(closeAll, STOP_MS);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function addressOf({ req, env }: Context, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? (env as HttpBindings).incoming.socket.remoteAddress ?? '';
}
