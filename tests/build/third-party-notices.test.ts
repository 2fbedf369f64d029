import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { noticesOf, thirdPartyNotices } from '../../build/third-party-notices';

const ROOT = join(import.meta.dirname, '../..');

function namesOf(sources: readonly string[]): string[] {
  return noticesOf(sources, ROOT).map(({ name }) => name.split(' ')[0] ?? '');
}

describe('noticesOf', () => {
  it('names each package once, the innermost, whatever the system writes between folders', () => {
    expect(
      namesOf([
        `${ROOT}/node_modules/react/index.js`,
        `${ROOT}\\node_modules\\react\\jsx-runtime.js`,
        `${ROOT}/node_modules/@fontsource-variable/source-serif-4/files/a.woff2`,
        `${ROOT}/node_modules/vis-timeline/node_modules/xss/index.js`,
        '\0vite/preload-helper.js',
        `${ROOT}/src/main.tsx`,
      ]),
    ).toEqual(['@fontsource-variable/source-serif-4', 'react', 'vite', 'xss']);
  });

  it('names what parts of the source were made from', () => {
    const [notice] = noticesOf([`${ROOT}/src/panels/map/outline.ts`], ROOT);
    expect(notice?.text).toMatch(/Natural Earth[\s\S]*Michael Bostock/);
  });

  it('takes the MIT licence where there is a choice', () => {
    const [notice] = noticesOf([`${ROOT}/node_modules/vis-timeline/x.js`], ROOT);
    expect(notice?.text).toMatch(/Permission is hereby granted, free of charge/);
    expect(notice?.text).not.toMatch(/Apache License/);
  });

  it('leaves out what a package bundles for itself', () => {
    const [notice] = noticesOf(['\0vite/x'], ROOT);
    expect(notice?.text.length).toBeLessThan(2_000);
  });

  it('refuses a package without a licence text', () => {
    const root = mkdtempSync(join(tmpdir(), 'chronofacet-notices-'));
    mkdirSync(join(root, 'node_modules/bare'), { recursive: true });
    writeFileSync(join(root, 'node_modules/bare/package.json'), '{"version": "1.0.0", "license": "MIT"}');
    expect(() => noticesOf([`${root}/node_modules/bare/a.js`], root)).toThrow(/bare.*no licence text/);
  });
});

describe('thirdPartyNotices', () => {
  let text = '';
  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'chronofacet-notices-'));
    writeFileSync(join(root, 'main.js'), "import './main.css';\nimport { v4 } from 'uuid';\nexport { v4 };\n");
    writeFileSync(join(root, 'main.css'), '@import "tailwindcss";\n');
    const output = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      resolve: {
        alias: { uuid: join(ROOT, 'node_modules/uuid'), tailwindcss: join(ROOT, 'node_modules/tailwindcss') },
      },
      plugins: [thirdPartyNotices(ROOT).inPage],
      build: { write: false, lib: { entry: join(root, 'main.js'), formats: ['es'], fileName: 'main' } },
    });
    const [{ output: files } = { output: [] }] = Array.isArray(output) ? output : [];
    const notices = files.find(({ fileName }) => fileName === 'THIRD-PARTY-NOTICES.txt');
    text = notices?.type === 'asset' ? String(notices.source) : '';
  });

  it('writes the notices of packages in scripts and style sheets beside the bundle', () => {
    expect(text).toMatch(/^uuid .*\(MIT\)$/m);
    expect(text).toMatch(/^tailwindcss .*\(MIT\)$/m);
  });

  it('names nothing that is not bundled', () => {
    expect(text).not.toMatch(/^react /m);
  });
});
