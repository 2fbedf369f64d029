import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A package that is part of the build, with the terms that ask to be passed on with it. */
interface Notice {
  name: string;
  text: string;
}

/** Code that the bundler itself puts into the build, by the beginning of its module's id. */
const OWN_CODE: readonly (readonly [start: string, name: string])[] = [
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
];

/** Parts of `src/` that were made from other people's work, with the file that says so. */
const MADE_FROM: readonly (readonly [path: string, file: string])[] = [
  ['/src/panels/map/outline.ts', 'world-outline.txt'],
];

/**
 * Writes `THIRD-PARTY-NOTICES.txt`: the licences of all packages that the bundle, its style sheets, fonts and workers hold
 * parts of. A package without a licence text ends the build. Workers are bundled by themselves: `inWorker` goes among their
 * plugins.
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

/** The packages' files that a style sheet imports: they become part of it and are no modules of their own. */
function importedStyles(id: string): string[] {
  const [path = ''] = id.split('?');
  if (!path.endsWith('.css') || !existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(/@import\s+["']([^."'/][^"']*)["']/g)].map(([, name]) => `${name}/`);
}

/** The notices for modules and files, by name, each once. Throws for a package without any licence text. */
export function noticesOf(sources: readonly string[], root: string): Notice[] {
  const packages = new Set(
    sources.map(source => packageOf(source.replaceAll('\\', '/'))).filter(name => name !== null),
  );
  const ofPackages = [...packages].map(name => packageNotice(name, root));
  const ofParts = MADE_FROM.filter(([path]) => sources.some(source => source.replaceAll('\\', '/').endsWith(path))).map(
    ([path, file]) => ({ name: path.slice(1), text: readFileSync(join(root, 'build/licences', file), 'utf8') }),
  );
  return [...ofPackages, ...ofParts].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The innermost package that a module belongs to. */
function packageOf(source: string): string | null {
  const own = OWN_CODE.find(([start]) => source.startsWith(start));
  if (own) return own[1];
  return /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? null;
}

function packageNotice(name: string, root: string): Notice {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const found = readdirSync(folder).filter(file => /^(licen[cs]e|copying|notice)/i.test(file));
  // Where there is a choice of licences, ours is MIT.
  const chosen = found.filter(file => /mit/i.test(file));
  const texts = (chosen.length > 0 ? chosen : found).map(file => ownTerms(readFileSync(join(folder, file), 'utf8')));
  if (texts.length === 0) throw new Error(`The package ${name} is part of the build and brings no licence text.`);
  return { name: `${name} ${version} (${license})`, text: texts.join('\n\n') };
}

/** A licence file without the part about what the package's own tools bundle, which is no part of the build. */
function ownTerms(text: string): string {
  return (text.split(/^# Licenses of bundled dependencies/m)[0] ?? '').trim();
}

const RULE = '-'.repeat(78);

function noticesText(notices: readonly Notice[]): string {
  const head = `Chronofacet holds parts of other people's work, each under its own terms.\n`;
  return [head, ...notices.map(({ name, text }) => `${RULE}\n${name}\n${RULE}\n\n${text.trim()}\n`)].join('\n');
}
