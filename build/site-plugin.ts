import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * After a build, runs `npm run dataset -- site` for a dataset: this writes the dataset's pages, feeds and calendars
 * into the folder of the build. `url` is the address where the folder will be served; '' if the address is unknown.
 */
export function sitePlugin(root: string, dataset: string, url: string): Plugin {
  let out = '';
  return {
    name: 'chronofacet-site',
    apply: 'build',
    configResolved({ build }) {
      out = resolve(root, build.outDir);
    },
    closeBundle() {
      const address = url === '' ? [] : ['--url', url];
      const args = ['scripts/dataset.mjs', 'site', dataset, '--out', out, '--pages-only', ...address];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      if (status !== 0) this.error(`The pages of ${dataset} could not be written:\n${stderr}`);
    },
  };
}
