import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { clusterConfig, type Node, serverConfig, usersConfig } from './config';

const UNPACKED = join(import.meta.dirname, '../../../node_modules/.cache/clickhouse');
const LIBRARIES = [
  'usr/lib/x86_64-linux-gnu',
  'lib/x86_64-linux-gnu',
  'usr/lib/aarch64-linux-gnu',
  'lib/aarch64-linux-gnu',
];
const START_MILLISECONDS = 60_000;

/** A ClickHouse server of its own process. */
export interface Server {
  /** The address of its HTTP interface, on the loopback address. */
  url: string;
  pid(): number;
  /** Starts a stopped server again, with the same ports and data. */
  start(): Promise<void>;
  /** Ends the process at once, as a power cut does. */
  kill(): Promise<void>;
  /** Holds the process, so that it accepts connections but answers nothing; `resume` lets it go on. */
  pause(): void;
  resume(): void;
}

export interface Cluster {
  nodes: readonly Server[];
  /** Ends the processes and removes their data. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** The number of servers, each with a part of a `Distributed` table. 1 if not given. */
  nodes?: number;
  /** The quota of the reader; no limit if not given. */
  queriesPerMinute?: number;
  /** Returns further files of the configuration, by their names, in place of those that name the cluster. */
  files?: (nodes: readonly Node[]) => Readonly<Record<string, string>>;
}

/** Starts servers of Debian's ClickHouse on the loopback address, on free ports, with their data in a temporary folder. */
export async function startCluster({
  nodes: count = 1,
  queriesPerMinute = 0,
  files = nodes => ({ 'config.d/cluster.xml': clusterConfig(nodes) }),
}: ClusterOptions = {}): Promise<Cluster> {
  const { program, env } = findServer();
  const folder = mkdtempSync(join(tmpdir(), 'chronofacet-clickhouse-'));
  const ports = await freePorts(2 * count);
  const nodes: Node[] = Array.from({ length: count }, (_, index) => ({
    folder: join(folder, `node-${index + 1}`),
    http: ports[2 * index]!,
    tcp: ports[2 * index + 1]!,
  }));
  for (const node of nodes) {
    mkdirSync(join(node.folder, 'config.d'), { recursive: true });
    mkdirSync(join(node.folder, 'users.d'));
    writeFileSync(join(node.folder, 'config.xml'), serverConfig(node));
    writeFileSync(join(node.folder, 'users.xml'), usersConfig(queriesPerMinute));
    for (const [name, text] of Object.entries(files(nodes))) writeFileSync(join(node.folder, name), text);
  }
  const servers = nodes.map(node => serverOf(node, program, env));
  const stop = async () => {
    await Promise.all(servers.map(server => server.kill()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(servers.map(server => server.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes: servers, stop };
}

function serverOf({ folder, http }: Node, program: string, env: NodeJS.ProcessEnv): Server {
  const url = `http://127.0.0.1:${http}`;
  let running: ChildProcess | undefined;
  const isRunning = () => running !== undefined && running.exitCode === null && running.signalCode === null;
  const signal = (name: NodeJS.Signals) => {
    if (isRunning()) running!.kill(name);
  };
  return {
    url,
    pid: () => running!.pid!,
    async start() {
      const args = [`--config-file=${join(folder, 'config.xml')}`];
      running = spawn(program, args, { env, cwd: folder, stdio: 'ignore' });
      const end = Date.now() + START_MILLISECONDS;
      while (!(await answers(url))) {
        if (!isRunning() || Date.now() > end) throw new Error(`ClickHouse did not start:\n${logOf(folder)}`);
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
    async kill() {
      if (!isRunning()) return;
      const gone = once(running!, 'exit');
      signal('SIGKILL');
      await gone;
    },
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/ping`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function logOf(folder: string): string {
  const file = join(folder, 'error.log');
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-2000) : 'It wrote no log.';
}

/** Finds the unpacked or the installed server. Throws a sentence that names the package where there is none. */
function findServer(): { program: string; env: NodeJS.ProcessEnv } {
  const unpacked = join(UNPACKED, 'usr/sbin/clickhouse-server');
  if (existsSync(unpacked)) {
    const libraries = LIBRARIES.map(path => join(UNPACKED, path)).join(':');
    return { program: unpacked, env: { ...process.env, LD_LIBRARY_PATH: libraries } };
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  const program = folders.map(folder => join(folder, 'clickhouse-server')).find(existsSync);
  if (program) return { program, env: process.env };
  throw new Error(
    'These tests need the program clickhouse-server of Debian’s package clickhouse-server. tests/system/clickhouse/get.sh fetches it without installing it.',
  );
}

/** Returns ports that no process listens on. They are held until all are known, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const holders = await Promise.all(
    Array.from({ length: count }, async () => {
      const holder = createServer().listen(0, '127.0.0.1');
      await once(holder, 'listening');
      return holder;
    }),
  );
  const ports = holders.map(holder => (holder.address() as { port: number }).port);
  await Promise.all(holders.map(holder => new Promise(resolve => holder.close(resolve))));
  return ports;
}
