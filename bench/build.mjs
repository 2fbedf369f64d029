import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import { build, runnerImport } from 'vite';

/** The pages that the browser opens, relative to this folder. */
const PAGES = ['engine/page.html', 'exports/page.html', 'search/page.html', 'timeline/page.html'];

const QUIET = { logLevel: /** @type {const} */ ('error'), configFile: /** @type {const} */ (false) };
const TARGET = 'es2023';

/**
 * Builds everything that is measured: the shipped app (`app`), the benchmark pages with the compared libraries (`bench`), and
 * the project's dataset generator.
 *
 * @param {string} root
 * @param {string} out
 */
export async function buildAll(root, out) {
  installPeers(join(root, 'bench'));
  // Vite would otherwise choose React's development build.
  process.env.NODE_ENV = 'production';
  const folders = { app: join(out, 'app'), bench: join(out, 'bench') };
  await build({ root, logLevel: 'error', build: { outDir: folders.app, emptyOutDir: true } });
  await buildPages(root, folders.bench, PAGES);
  await build({
    ...QUIET,
    root,
    plugins: (await pluginsOf(root))(),
    ssr: { noExternal: true },
    build: { ssr: 'src/cli/dataset.ts', outDir: join(out, 'cli'), emptyOutDir: true, target: TARGET },
  });
  const { runDatasetCommand } = await import(pathToFileURL(join(out, 'cli/dataset.js')).href);
  return { folders, runDatasetCommand };
}

/**
 * Builds benchmark pages with the compared libraries.
 *
 * @param {string} root
 * @param {string} outDir
 * @param {readonly string[]} pages
 */
async function buildPages(root, outDir, pages) {
  const plugins = await pluginsOf(root);
  await build({
    ...QUIET,
    root: join(root, 'bench'),
    base: './',
    plugins: plugins(),
    worker: { format: 'es', plugins },
    build: {
      outDir,
      emptyOutDir: true,
      target: TARGET,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: pages.map(page => join(root, 'bench', page)) },
    },
  });
}

/**
 * Returns a function that makes the plugins of a build.
 *
 * @param {string} root
 */
async function pluginsOf(root) {
  const { module } = await runnerImport(join(root, 'build/wat-plugin.ts'), { root, logLevel: 'error' });
  return () => [lingui({ cwd: root }), module.watPlugin()];
}

/**
 * Builds the explorer of another commit (`before`) and the page of its engine (`before-bench`) with the installed packages.
 *
 * @param {string} root
 * @param {string} commit
 * @param {string} out
 */
export async function buildCommit(root, commit, out) {
  // Below node_modules, Vite would take the explorer's own code for a package.
  const source = mkdtempSync(join(tmpdir(), 'chronofacet-before-'));
  const folders = { before: join(out, 'before'), 'before-bench': join(out, 'before-bench') };
  const archive = spawnSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 30 });
  if (archive.status !== 0) throw new Error(`${commit} is no commit of this repository.`);
  spawnSync('tar', ['-x', '-C', source], { input: archive.stdout });
  for (const packages of ['node_modules', 'bench/node_modules'])
    symlinkSync(join(root, packages), join(source, packages));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', folders.before], {
    cwd: source,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`The explorer of ${commit} could not be built.`);
  await buildPages(source, folders['before-bench'], ['engine/page.html']);
  rmSync(source, { recursive: true });
  return folders;
}

/** @param {string} folder */
function installPeers(folder) {
  const installed = join(folder, 'node_modules/.package-lock.json');
  const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies;
  const isThere =
    existsSync(installed) && Object.entries(wanted).every(([name, version]) => versionOf(folder, name) === version);
  if (isThere) return;
  console.error('installing what is compared with …');
  const npm = process.env.npm_execpath;
  const [program, words] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { status } = spawnSync(program, [...words, 'ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !npm && process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The peers could not be installed: `npm ci` in the folder bench failed.');
}

/**
 * @param {string} folder
 * @param {string} name
 */
export function versionOf(folder, name) {
  const file = join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
