import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

const options = { root, logLevel: /** @type {const} */ ('error') };

/** @type {{ module: typeof import('../build/wat-plugin.ts') }} */
const { module } = await runnerImport(join(root, 'build/wat-plugin.ts'), options);

await runnerImport(join(root, 'src/cli/main.ts'), { ...options, plugins: [lingui({ cwd: root }), module.watPlugin()] });
