import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_HEADER_BYTES, securityHeaders } from '../../build/security-headers.mjs';
import type { Engine, Source } from '../../src/engine/engine';
import { createLocalEngine } from '../../src/engine/local/local-engine';
import { OpenFailure } from '../../src/model/problem';
import { type Served, Shelf } from '../../src/server/served';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/server';

async function unreachable(): Promise<never> {
  throw new OpenFailure('unreachable');
}

export const EVERYTHING = { facets: {}, text: '', from: null, to: null, compare: null };

export interface TestServer {
  server: RunningServer;
  shelf: Shelf;
  /** The address of the server, and of its API. */
  root: string;
  api: string;
  /** The lines of the log. */
  log: string[];
  /** Serves another dataset from now on. */
  serve(source: Source, wrap?: (engine: Engine) => Engine): Promise<Served>;
  /** Sends a question. */
  ask(wants: unknown, selection?: unknown, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

let versions = 0;

/** Makes the folder of a small explorer, with some more files. */
export async function explorerFolder(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chronofacet-server-'));
  const files = {
    'index.html': '<!doctype html><title>Explorer</title>',
    'explorer.json': '{"format": "chronofacet-explorer/1", "accent": "#123456"}',
    ...more,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** Starts a server at a free port of this computer, with a small explorer. `serve` gives it a dataset. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const folder = options.folder ?? (await explorerFolder());
  const shelf = new Shelf();
  const log: string[] = [];
  const server = await startServer({
    shelf,
    folder,
    headers: securityHeaders([]),
    log: (...line) => log.push(JSON.stringify(line)),
    host: '127.0.0.1',
    port: 0,
    origins: [],
    perMinute: 0,
    maxHeaderBytes: MAX_HEADER_BYTES,
    isBehindProxy: false,
    ...options,
  });
  const root = `http://127.0.0.1:${server.port}/`;
  const api = `${root}api/`;
  return {
    ...{ server, shelf, root, api, log },
    async serve(source, wrap = engine => engine) {
      const engine = wrap(createLocalEngine(unreachable));
      const open = await engine.open(source);
      versions += 1;
      const served = { engine, open, version: `version-${versions}`, close: () => {} };
      shelf.replace(served);
      return served;
    },
    ask(wants, selection = EVERYTHING, init = {}) {
      return fetch(`${api}ask?q=${encodeURIComponent(JSON.stringify({ selection, wants }))}`, init);
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

export function textSource(document: object): Source {
  return { kind: 'text', text: JSON.stringify(document), name: 'served' };
}
