import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes a folder that is removed after the tests of the file. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'chronofacet-system-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    pathOf: (name: string) => join(path, name),
    write(name: string, bytes: Uint8Array | string): string {
      writeFileSync(join(path, name), bytes);
      return join(path, name);
    },
    append: (name: string, piece: Uint8Array | string): void => appendFileSync(join(path, name), piece),
    read: (name: string): Uint8Array => readFileSync(join(path, name)),
  };
}

/** Runs a program and returns what it writes. Throws if it is missing or fails. */
export function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a Python script of this folder with Debian's Python and returns the JSON that it writes. */
export function python(script: string, ...args: readonly string[]): unknown {
  return JSON.parse(run('/usr/bin/python3', [join(import.meta.dirname, script), ...args]));
}

/** Makes the folder of a record with the documented command. */
export function makeSite(record: string, out: string, url: string, ...options: readonly string[]): void {
  if (!existsSync('dist/index.html')) throw new Error('There is no build in dist. Run npm run build first.');
  run(process.execPath, ['scripts/dataset.mjs', 'site', record, '--out', out, '--url', url, ...options]);
}
