import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

const { module } = await runnerImport(join(root, 'src/cli/dataset.ts'), {
  root,
  logLevel: 'error',
  plugins: [lingui({ cwd: root })],
});

process.exitCode = await module.runDatasetCommand(process.argv.slice(2), line => console.log(line));
