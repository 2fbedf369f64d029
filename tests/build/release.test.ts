import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isNewer, obstacle, releaseNotes } from '../../scripts/release-notes.mjs';

const CHANGELOG =
  '# Changelog\n\n## Unreleased\n\n- One thing,\n  in two lines.\n- Another.\n\n## 0.1.0\n\n- The start.\n';

describe('releaseNotes', () => {
  it('moves the entries under the version and leaves an empty "Unreleased"', () => {
    const { changelog, notes } = releaseNotes(CHANGELOG, '0.2.0', '2025-02-03');
    expect(notes).toBe('- One thing,\n  in two lines.\n- Another.');
    expect(changelog).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2025-02-03)\n\n- One thing,\n  in two lines.\n- Another.\n\n## 0.1.0\n\n- The start.\n',
    );
  });

  it('releases the first version', () => {
    expect(releaseNotes('# Changelog\n\n## Unreleased\n\n- One.\n', '0.1.0', '2025-02-03').changelog).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.1.0 (2025-02-03)\n\n- One.\n',
    );
  });

  it.each([
    ['no section', '# Changelog\n\n## 0.1.0\n\n- The start.\n'],
    ['an empty section', '# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- The start.\n'],
  ])('refuses %s of unreleased entries', (_, changelog) => {
    expect(() => releaseNotes(changelog, '0.2.0', '2025-02-03')).toThrow('no entries under “Unreleased”');
  });

  it('refuses to release what it has just released', () => {
    const { changelog } = releaseNotes(CHANGELOG, '0.2.0', '2025-02-03');
    expect(() => releaseNotes(changelog, '0.3.0', '2025-02-03')).toThrow('no entries');
    expect(() => releaseNotes(CHANGELOG, '0.1.0', '2025-02-03')).toThrow('“0.1.0” already');
    expect(() => releaseNotes(changelog, '0.2.0', '2025-02-03')).toThrow('“0.2.0” already');
  });
});

describe('isNewer', () => {
  it.each([
    ['0.1.1', '0.1.0', true],
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.0.9', '0.1.0', false],
    ['0.2', '0.1.0', false],
    ['v0.2.0', '0.1.0', false],
    ['0.2.0-rc.1', '0.1.0', false],
  ])('%s after %s: %s', (version, current, expected) => {
    expect(isNewer(version, current)).toBe(expected);
  });
});

describe('obstacle', () => {
  it('is another branch, or a change that is not committed', () => {
    expect(obstacle({ branch: 'main\n', status: '' })).toBeNull();
    expect(obstacle({ branch: 'feature\n', status: '' })).toContain('“feature”');
    expect(obstacle({ branch: 'main\n', status: ' M README.md\n' })).toContain('README.md');
  });
});

describe('npm run release', () => {
  let folder = '';
  const inFolder = (program: string, ...args: string[]) =>
    spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_DIR: undefined, GIT_WORK_TREE: undefined },
    });
  const release = (...args: string[]) => inFolder(process.execPath, 'scripts/release.mjs', ...args);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chronofacet-release-'));
    cpSync('scripts', join(folder, 'scripts'), { recursive: true });
    const version = { name: 'chronofacet', version: '0.1.0' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...version, type: 'module' }));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...version, packages: { '': version } }));
    writeFileSync(join(folder, 'CHANGELOG.md'), CHANGELOG.replace('- Another.', '# of lanes is right.'));
    inFolder('git', 'init', '--initial-branch=main');
    inFolder('git', 'config', 'user.name', 'Tester');
    inFolder('git', 'config', 'user.email', 'tester@example.org');
    inFolder('git', 'add', '.');
    inFolder('git', 'commit', '-m', 'start');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('commits the version and tags it with the notes', () => {
    expect(release('0.2.0')).toMatchObject({ status: 0, stderr: '' });
    for (const file of ['package.json', 'package-lock.json']) {
      expect(readFileSync(join(folder, file), 'utf8')).not.toContain('0.1.0');
    }
    expect(inFolder('git', 'log', '-1', '--format=%s').stdout).toBe('release: 0.2.0\n');
    expect(inFolder('git', 'status', '--porcelain').stdout).toBe('');
    const tag = inFolder('git', 'for-each-ref', '--format=%(objecttype) %(contents)', 'refs/tags/v0.2.0').stdout;
    expect(tag.trim()).toBe('tag Chronofacet 0.2.0\n\n- One thing,\n  in two lines.\n# of lanes is right.');
    expect(release('0.3.0').stderr).toContain('no entries under “Unreleased”');
  });

  it('changes nothing in a dry run, nor where there is something against it', () => {
    const dryRun = release('0.2.0', '--dry-run');
    expect(dryRun.stdout).toContain('v0.2.0');
    expect(dryRun.stdout).toContain('- One thing,');
    expect(release('0.1.0').status).toBe(1);
    expect(release().status).toBe(1);
    writeFileSync(join(folder, 'CHANGELOG.md'), 'other');
    expect(release('0.2.0').stderr).toContain('CHANGELOG.md');
    expect(inFolder('git', 'tag').stdout).toBe('');
    expect(inFolder('git', 'log', '--format=%s').stdout).toBe('start\n');
  });
});
