import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

await runnerImport(join(root, 'src/cli/main.ts'), { root, logLevel: 'error', plugins: [lingui({ cwd: root })] });
