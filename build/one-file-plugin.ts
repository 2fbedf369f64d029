import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { EMPTY_ELEMENTS, ONE_FILE_TEMPLATE } from '../src/model/one-file.ts';

/** Modules that are replaced in the one file: it starts no workers, and its policy allows no WebAssembly. */
const REPLACED: readonly (readonly [path: RegExp, code: string])[] = [
  [/\/src\/exports\/worker\/start-worker\.ts$/, 'export const startWorker = () => null;'],
  [/\/src\/engine\/local\/kernel-wasm\.ts$/, 'export const createWasmStore = () => null;'],
];

/**
 * Writes the template of the explorer in one HTML file: script, styles and fonts, with a policy that allows exactly these
 * by their hashes. `import.meta.env.CHRONOFACET_ONE_FILE` is true in its code, and false in the page's own.
 */
export function oneFilePlugin(root: string): Plugin {
  let template = '';
  return {
    name: 'chronofacet-one-file',
    apply: 'build',
    async config() {
      template = await templateOf(root);
      return {
        define: {
          'import.meta.env.CHRONOFACET_ONE_FILE': 'false',
          'import.meta.env.CHRONOFACET_ONE_FILE_BYTES': String(Buffer.byteLength(template)),
        },
      };
    },
    generateBundle(_, bundle) {
      const notices = bundle['THIRD-PARTY-NOTICES.txt'];
      if (notices?.type !== 'asset') this.error('the licences for the one file are missing');
      // The file travels alone, so it carries the licences of its parts.
      const licences = String(notices.source).replaceAll('</', '< /');
      const element = `<script type="text/plain" id="licences">\n${licences}</script>\n</body>`;
      this.emitFile({
        type: 'asset',
        fileName: ONE_FILE_TEMPLATE,
        source: template.replace(/<\/body>(?![\s\S]*<\/body>)/, () => element),
      });
    },
  };
}

async function templateOf(root: string): Promise<string> {
  const { script, style } = await bundle(root);
  const icon = await readFile(join(root, 'public/icon.svg'));
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#FBFAF6">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14161A">
<meta name="robots" content="noindex">
<title></title>
<link rel="icon" href="data:image/svg+xml;base64,${icon.toString('base64')}" type="image/svg+xml">
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<noscript>This file needs JavaScript: open it in a browser that runs it.</noscript>
<div class="not-loaded" role="main"><p lang="en">This file could not be shown whole. <a href="">Load it again</a>, or open it in another browser.</p></div>
${EMPTY_ELEMENTS.join('\n')}
<script type="module">${script}</script>
</body>
</html>
`;
}

/** Bundles the page's code and styles, all that loads later included. */
async function bundle(root: string): Promise<{ script: string; style: string }> {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    base: './',
    define: { 'import.meta.env.CHRONOFACET_ONE_FILE': 'true', 'import.meta.env.CHRONOFACET_ONE_FILE_BYTES': '0' },
    plugins: [replaceModules(), react(), tailwindcss(), lingui({ cwd: root })],
    build: {
      write: false,
      target: 'es2023',
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: { input: join(root, 'src/one-file.ts'), output: { codeSplitting: false } },
    },
  });
  const parts = [result].flat().flatMap(made => ('output' in made ? made.output : []));
  const scripts = parts.flatMap(part => (part.type === 'chunk' ? part.code : []));
  const styles = parts.flatMap(part => (part.type === 'asset' && part.fileName.endsWith('.css') ? part.source : []));
  if (scripts.length !== 1 || styles.length !== 1 || parts.length !== 2) {
    throw new Error(`One script and one style sheet expected, not ${parts.map(part => part.fileName).join(', ')}`);
  }
  // In strings, regular expressions and templates, \x3C is the same as <.
  const script = String(scripts[0]).replace(/<(?=\/?script|!--)/gi, '\\x3C');
  return { script, style: String(styles[0]).trim() };
}

function replaceModules(): Plugin {
  return {
    name: 'chronofacet-replace-modules',
    enforce: 'pre',
    load: id => REPLACED.find(([path]) => path.test(id))?.[1],
  };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
