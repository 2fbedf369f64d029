import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

interface Lock {
  packages: Record<string, { integrity?: string; resolved?: string; hasInstallScript?: boolean; link?: boolean }>;
}

describe.each([
  ['package-lock.json', 20],
  ['bench/package-lock.json', 20],
  ['tests/system/chdb/package-lock.json', 3],
])('%s', (file, fewest) => {
  const lock: Lock = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('has the checksum of every package', () => {
    expect(packages.length).toBeGreaterThan(fewest);
    const unchecked = packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });

  it('names no server, so that packages come from where npm is told', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});

describe('.npmrc', () => {
  it.each(['.npmrc', 'bench/.npmrc', 'tests/system/chdb/.npmrc'])('runs no install script of a package: %s', file => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});
