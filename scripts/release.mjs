/*
 * `npm run release -- X.Y.Z`: moves the "Unreleased" entries of CHANGELOG.md under the version, writes the version into
 * package.json and the lock, commits, and makes an annotated tag whose message is the entries. It pushes nothing.
 * `--dry-run` prints what it would do.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isNewer, obstacle, releaseNotes } from './release-notes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

try {
  release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function release() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [version] = positionals;
  const current = JSON.parse(readFileSync('package.json', 'utf8')).version;
  if (positionals.length !== 1 || !version || !isNewer(version, current)) {
    throw new Error(`Usage: npm run release -- X.Y.Z [--dry-run], with a version after ${current}`);
  }
  const found = obstacle({ branch: git('branch', '--show-current'), status: git('status', '--porcelain') });
  if (found) throw new Error(found);
  const date = new Date().toISOString().slice(0, 10);
  const { changelog, notes } = releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), version, date);
  if (values['dry-run']) {
    console.log(`Would release ${version} after ${current}, with the tag v${version} and these notes:\n\n${notes}`);
    return;
  }
  writeFileSync('CHANGELOG.md', changelog);
  for (const file of ['package.json', 'package-lock.json']) writeVersion(file, version);
  git('add', 'CHANGELOG.md', 'package.json', 'package-lock.json');
  git('commit', '-m', `release: ${version}`);
  // Without `verbatim`, git would drop the headings of the notes, which begin with #, as comments.
  git('tag', '--annotate', `v${version}`, '--cleanup=verbatim', '-m', `Chronofacet ${version}\n\n${notes}\n`);
  console.log(`Committed, and tagged as v${version}. To publish: git push --follow-tags`);
}

/**
 * @param {string} file
 * @param {string} version
 */
function writeVersion(file, version) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  content.version = version;
  if (content.packages) content.packages[''].version = version;
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** @param {string[]} args */
function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout;
}
