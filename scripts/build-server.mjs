/*
 * Bundles the server, with every package that it uses, into a folder: `node scripts/build-server.mjs FOLDER`. Then
 * `node FOLDER/serve.js --data FILE` needs nothing but Node and the built explorer.
 */
import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import { build, runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} outDir
 * @param {Readonly<Record<string, string>>} [more] other scripts to bundle, by name
 */
export async function buildServer(outDir, more = {}) {
  /** @type {{ module: typeof import('../build/wat-plugin.ts') }} */
  const { module } = await runnerImport(`${root}/build/wat-plugin.ts`, { root, logLevel: 'error' });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [lingui({ cwd: root }), module.watPlugin()],
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: { serve: 'src/cli/serve-main.ts', 'engine-thread': 'src/server/engine-thread.ts', ...more },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder] = process.argv;
  if (folder === undefined) {
    console.error('Usage: node scripts/build-server.mjs FOLDER');
    process.exitCode = 2;
  } else await buildServer(folder);
}
