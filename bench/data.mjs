import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folders of `src` that determine the content of a generated file. */
const SOURCES = ['cli', 'formats/packed', 'lib'];

/**
 * Generated datasets, cached outside the repository between runs. Their names contain a digest of the generator's sources, so
 * that a file of another version is never reused.
 *
 * @param {string} root
 * @param {number} seed
 * @param {(args: readonly string[], output: { out(line: string): void, err(line: string): void }) => Promise<number>} runDatasetCommand
 */
export function dataFolder(root, seed, runDatasetCommand) {
  const folder = join(process.env.CHRONOFACET_BENCH_DATA ?? tmpdir(), 'chronofacet-bench');
  const digest = digestOf(root);
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    /**
     * Returns the name of a file with `count` activities; generates it if missing. Bare activities have only titles.
     *
     * @param {number} count
     * @param {'json' | 'ndjson' | 'cfpack' | 'csv'} form
     */
    async file(count, form, isBare = false) {
      const name = `${digest}-${seed}-${count}${isBare ? '-bare' : ''}.${form}`;
      const out = join(folder, name);
      if (existsSync(out)) return name;
      const source = form === 'csv' ? join(folder, await this.file(count, 'ndjson', isBare)) : '';
      console.error(`making ${count.toLocaleString('en')} activities (${form}) …`);
      const texts = isBare ? ['--texts', 'none'] : [];
      const words =
        form === 'csv'
          ? ['export', source, '--to', out]
          : ['generate', '--count', `${count}`, '--seed', `${seed}`, '--out', out, ...texts];
      const said = /** @type {string[]} */ ([]);
      const output = { out: () => {}, err: (/** @type {string} */ line) => said.push(line) };
      if ((await runDatasetCommand(words, output)) !== 0) throw new Error(said.join('\n'));
      return name;
    },
  };
}

/** @param {string} root */
function digestOf(root) {
  const hash = createHash('sha1');
  for (const folder of SOURCES) {
    const path = join(root, 'src', folder);
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    for (const name of files.sort()) hash.update(readFileSync(join(path, name)));
  }
  return hash.digest('hex').slice(0, 8);
}
