import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The licence text of a package in the build. */
interface Notice {
  name: string;
  text: string;
}

/** Modules that the bundler adds to the build, by the prefix of their id. */
const BUNDLER_MODULES: readonly (readonly [start: string, name: string])[] = [
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
];

/** Files of `src/` that are derived from other works, with the file in `build/licences/` that holds the licence. */
const DERIVED_FILES: readonly (readonly [path: string, file: string])[] = [
  ['/src/panels/map/outline.ts', 'world-outline.txt'],
];

/**
 * Writes `THIRD-PARTY-NOTICES.txt`: the licences of all packages in the bundle, its style sheets, fonts and workers.
 * The build fails if a package has no licence text. Vite bundles workers separately, so its configuration must list
 * `inWorker` among the plugins of workers.
 */
export function thirdPartyNotices(root: string): { inPage: Plugin; inWorker: Plugin } {
  const sources = new Set<string>();
  const collect = (context: { getModuleIds(): Iterable<string> }) => {
    for (const id of context.getModuleIds()) {
      sources.add(id);
      for (const name of importedStyles(id)) sources.add(join(root, 'node_modules', name));
    }
  };
  return {
    inWorker: {
      name: 'chronofacet-notices-worker',
      generateBundle() {
        collect(this);
      },
    },
    inPage: {
      name: 'chronofacet-notices',
      generateBundle(_, bundle) {
        collect(this);
        for (const part of Object.values(bundle)) {
          if (part.type === 'chunk') for (const id of part.moduleIds) sources.add(id);
          else for (const name of part.originalFileNames) sources.add(join(root, name));
        }
        const source = noticesText(noticesOf([...sources], root));
        this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source });
      },
    },
  };
}

/** Returns the packages that a style sheet imports. The bundler inlines them, so it does not list them as modules. */
function importedStyles(id: string): string[] {
  const [path = ''] = id.split('?');
  if (!path.endsWith('.css') || !existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(/@import\s+["']([^."'/][^"']*)["']/g)].map(([, name]) => `${name}/`);
}

/** Returns one notice for each package, sorted by name. Throws if a package has no licence text. */
export function noticesOf(sources: readonly string[], root: string): Notice[] {
  const packages = new Set(
    sources.map(source => packageOf(source.replaceAll('\\', '/'))).filter(name => name !== null),
  );
  const ofPackages = [...packages].map(name => packageNotice(name, root));
  const ofFiles = DERIVED_FILES.filter(([path]) =>
    sources.some(source => source.replaceAll('\\', '/').endsWith(path)),
  ).map(([path, file]) => ({ name: path.slice(1), text: readFileSync(join(root, 'build/licences', file), 'utf8') }));
  return [...ofPackages, ...ofFiles].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the name of the innermost package that contains a module. */
function packageOf(source: string): string | null {
  const bundler = BUNDLER_MODULES.find(([start]) => source.startsWith(start));
  if (bundler) return bundler[1];
  return /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? null;
}

function packageNotice(name: string, root: string): Notice {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const found = readdirSync(folder).filter(file => /^(licen[cs]e|copying|notice)/i.test(file));
  // If a package offers several licences, this project chooses MIT.
  const chosen = found.filter(file => /mit/i.test(file));
  const texts = (chosen.length > 0 ? chosen : found).map(file => ownTerms(readFileSync(join(folder, file), 'utf8')));
  if (texts.length === 0) throw new Error(`The package ${name} is part of the build but has no licence text.`);
  return { name: `${name} ${version} (${license})`, text: texts.join('\n\n') };
}

/**
 * Cuts off the licences of packages that are bundled into a package's development tools: this build contains no such
 * tools.
 */
function ownTerms(text: string): string {
  return (text.split(/^# Licenses of bundled dependencies/m)[0] ?? '').trim();
}

const RULE = '-'.repeat(78);

function noticesText(notices: readonly Notice[]): string {
  const head = `Chronofacet contains other people's work, each part under its own licence.\n`;
  return [head, ...notices.map(({ name, text }) => `${RULE}\n${name}\n${RULE}\n\n${text.trim()}\n`)].join('\n');
}
