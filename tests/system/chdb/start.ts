import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts the current ClickHouse, as a library behind an HTTP interface of its own, on a free port of the loopback address. */
export async function startChdb(): Promise<{ url: string; stop(): Promise<void> }> {
  if (!existsSync(join(import.meta.dirname, 'node_modules/chdb'))) {
    throw new Error(
      'These tests need the npm package chdb beside them: npm install --no-save --prefix tests/system/chdb',
    );
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [url] = await Promise.race([once(lines, 'line'), failureOf(child)]);
  return {
    url,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function failureOf(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`chDB did not start: exit code ${code}.`);
}
