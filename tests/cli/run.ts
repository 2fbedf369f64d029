import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { runDatasetCommand } from '../../src/cli/dataset';

export interface Outcome {
  code: number;
  out: string[];
  err: string[];
}

/** Runs a command of `npm run dataset` in this process. */
export async function run(...args: string[]): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runDatasetCommand(args, { out: line => out.push(line), err: line => err.push(line) });
  return { code, out, err };
}

/** A temporary folder for the tests of one file. */
export function temporaryFolder() {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chronofacet-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return {
    pathOf: (name: string) => join(folder, name),
    async write(name: string, content: string | Uint8Array): Promise<string> {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    },
  };
}
