import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { propsMembers } from './props-members';

const REACT = 'react';
/** What all panels share: the files right in `panels`. */
const SHARED = 'panels/shared';
/** The only folder that knows vis-timeline. */
const VIS_ROOM = 'panels/timeline/vis';
const TANSTACK = '@tanstack/react-query';

/** What each room may import besides itself; whatever is not named here is forbidden. A panel, and a part of one, is a folder under panels. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  model: ['lib'],
  url: ['model', 'lib', REACT],
  formats: ['model', 'lib', 'hucre', 'papaparse'],
  engine: ['model', 'lib'],
  'engine/local': ['engine', 'formats', 'model', 'lib'],
  'engine/clickhouse': ['engine', 'engine/local', 'formats', 'model', 'lib'],
  'engine/worker': ['engine', 'engine/local', 'formats', 'model', 'lib'],
  'engine/remote': ['engine', 'model', 'lib'],
  // Where marks, labels and axis labels go, without a page: for the timeline and for pictures.
  layout: ['i18n', 'model', 'lib'],
  exports: ['layout', 'formats', 'i18n', 'model', 'lib', '@noble/hashes', 'fflate', 'hucre'],
  queries: ['engine', 'exports', 'model', TANSTACK],
  locales: ['@lingui/core'],
  i18n: ['locales', 'model', 'lib', REACT, '@lingui/core', '@lingui/react'],
  navigation: ['ui', 'model', REACT],
  ui: ['i18n', 'lib', REACT],
  panels: [SHARED, 'navigation', 'ui', 'i18n', 'model', 'lib', REACT],
  'panels/timeline': [VIS_ROOM, 'layout', SHARED, 'navigation', 'ui', 'i18n', 'model', 'lib', REACT],
  [VIS_ROOM]: ['layout', 'lib', 'vis-timeline', 'vis-data', 'moment'],
  app: [
    'panels',
    'navigation',
    'ui',
    'i18n',
    'queries',
    'exports',
    'url',
    'model',
    'lib',
    REACT,
    'react-dom',
    '@lingui/react',
  ],
  site: ['exports', 'ui', 'i18n', 'model', 'lib', REACT, 'react-dom', '@noble/hashes', 'fflate'],
  server: [
    'node:crypto',
    'node:fs',
    'node:http',
    'node:net',
    'node:path',
    'node:stream',
    'node:url',
    'node:util',
    'node:worker_threads',
    'node:zlib',
    'engine',
    'engine/clickhouse',
    'engine/local',
    'engine/remote',
    'engine/worker',
    'exports',
    'model',
    'lib',
    'ajv',
    'hono',
    '@hono/node-server',
  ],
  cli: [
    'node:fs',
    'node:os',
    'node:path',
    'node:util',
    'node:zlib',
    'build/security-headers.mjs',
    'engine',
    'engine/local',
    'engine/clickhouse',
    'server',
    'exports',
    'site',
    'formats',
    'i18n',
    'url',
    'model',
    'lib',
  ],
  // The page for every engine, and its two beginnings: a folder on a web host, and one HTML file.
  page: ['app', 'queries', REACT, 'react-dom', TANSTACK],
  main: ['page', 'engine/remote', 'engine/worker', 'formats', 'url', 'lib'],
  'one-file': ['page', 'engine', 'engine/local', 'formats', 'queries', 'url', 'model', 'lib'],
};

/** Words that give a line's room away, each with its only homes. */
const HOMES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(window|document)\.location\b|\bhistory\.\w/, ['url/use-view.ts', 'main.tsx', 'app/release/']],
  [/\bfetch\(/, ['formats/', 'app/release/', 'cli/load/', 'engine/remote/']],
  [
    /\bpostMessage\b|\bnew Worker\b/,
    ['engine/worker/', 'exports/worker/', 'app/embed/', 'server/thread-engine.ts', 'server/engine-thread.ts'],
  ],
  [/\b(useQuery|queryOptions)\b/, ['queries/']],
  [/\bQueryClient\(/, ['page.tsx']],
  [/\bvis-(timeline|data)\b|'moment'/, [`${VIS_ROOM}/`]],
  [/\.vis-|["'` ]vis-[a-z]/, [`${VIS_ROOM}/`]],
  [/\b(local|session)Storage\b/, ['ui/use-preference.ts', 'app/release/watch-release.ts']],
  [
    /from 'react'/,
    ['panels/', 'navigation/', 'ui/', 'app/', 'site/', 'page.tsx', 'i18n/use-text.ts', 'url/use-view.ts'],
  ],
  [/\b(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|eval)\b/, []],
  [/\bDate\.now\b|\bMath\.random\b|\bnew Date\(\)/, ['cli/export.ts', 'cli/serve.ts', 'app/share/today.ts']],
];

/** These may only shrink. */
const MAX_ANYS = 0;
const MAX_SUPPRESSIONS = 2;

/** So many members a component's properties may have, but for widgets, which stand in for native elements. */
const MAX_PROPS = 8;

const raw = import.meta.glob<string>('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const files = new Map(Object.entries(raw).map(([path, text]) => [path.replace('../src/', ''), text]));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
}

function roomOf(file: string): string {
  const [room = '', part = '', inside] = file.replace(/\.(tsx?|po|css|wat)$/, '').split('/');
  if (file.startsWith(`${VIS_ROOM}/`)) return VIS_ROOM;
  if (room === 'panels' && inside === undefined) return SHARED;
  return room === 'panels' || (room === 'engine' && inside !== undefined) ? `${room}/${part}` : room;
}

/** The files (as `engine/local/select.ts`) and packages that a file imports; `new URL(…)` of a worker counts. */
function importsOf(file: string): string[] {
  const text = withoutComments(files.get(file) ?? '');
  const paths = [...text.matchAll(/(?:\bfrom |(?<!')\bimport\(?|\bnew URL\()\s*'([^']+)'/g)].map(
    match => match[1] ?? '',
  );
  return paths.map(path => {
    if (!path.startsWith('.')) return path.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? path;
    const target = new URL(path, `file:///${file}`).pathname.slice(1);
    return ['', '.ts', '.tsx'].map(ending => target + ending).find(name => files.has(name)) ?? target;
  });
}

function isAllowed(from: string, to: string): boolean {
  const allowed = MAY_IMPORT[from] ?? MAY_IMPORT[from.split('/')[0] ?? ''] ?? [];
  return (
    from === to || allowed.includes(to) || (to.startsWith('panels/') && to !== VIS_ROOM && allowed.includes('panels'))
  );
}

function circleFrom(file: string, path: readonly string[] = [], done = new Set<string>()): string[] | null {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  if (done.has(file)) return null;
  done.add(file);
  const next = importsOf(file).filter(name => files.has(name));
  return next.reduce<string[] | null>((found, name) => found ?? circleFrom(name, [...path, file], done), null);
}

function linesWith(pattern: RegExp, isHome: (file: string) => boolean): string[] {
  return [...files].flatMap(([file, text]) =>
    withoutComments(text)
      .split('\n')
      .filter(line => pattern.test(line) && !isHome(file))
      .map(line => `${file}: ${line.trim()}`),
  );
}

describe('src', () => {
  it('imports only what the table allows', () => {
    const forbidden = [...files.keys()].flatMap(file =>
      importsOf(file)
        .filter(to => !isAllowed(roomOf(file), files.has(to) || /\.(po|css|wat)$/.test(to) ? roomOf(to) : to))
        .map(to => `${file} → ${to}`),
    );
    expect(files.size).toBeGreaterThan(30);
    expect(forbidden).toEqual([]);
  });

  it('has no room that the table does not name', () => {
    const unnamed = [...files.keys()].map(roomOf).filter(room => !MAY_IMPORT[room] && !room.startsWith('panels/'));
    expect(unnamed).toEqual([]);
  });

  it('imports nothing in a circle', () => {
    expect([...files.keys()].map(file => circleFrom(file)).filter(circle => circle !== null)).toEqual([]);
  });

  it('has no default export', () => {
    expect(linesWith(/\bexport default\b|\bas default\b/, () => false)).toEqual([]);
  });

  it.each(HOMES)('says %s nowhere but in %j', (pattern, homes) => {
    expect(linesWith(pattern, file => homes.some(home => file.startsWith(home)))).toEqual([]);
  });

  it('styles vis-timeline nowhere but in its folder', () => {
    const root = join(import.meta.dirname, '../src');
    const styles = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.css'));
    const found = styles.filter(path => /\.vis-|vis-timeline/.test(readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual([`${VIS_ROOM}/vis.css`]);
  });

  it('suppresses no more than it did', () => {
    const count = (pattern: RegExp) =>
      [...files.values()].reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
    expect(linesWith(/(:|\bas|<|\|) any\b(?!')/, () => false).length).toBeLessThanOrEqual(MAX_ANYS);
    expect(count(/biome-ignore|@ts-(ignore|expect-error|nocheck)/g)).toBeLessThanOrEqual(MAX_SUPPRESSIONS);
  });

  it('has no type of properties with too many members', () => {
    const all = propsMembers(new Map([...files].map(([file, text]) => [file, withoutComments(text)])));
    const outside = [...all].filter(([name]) => !name.startsWith('ui/'));
    const large = outside.filter(([, members]) => members.size > MAX_PROPS);
    expect(outside.length).toBeGreaterThan(60);
    expect(large.map(([name, members]) => `${name}: ${members.size}`)).toEqual([]);
  });

  it('knows no facet and no value of the dataset it is shipped with', () => {
    const shipped = import.meta.glob<Shipped>('../public/data/eu-unodc.json', { import: 'default', eager: true });
    const ids = Object.values(shipped).flatMap(({ facets }) =>
      facets.flatMap(({ id, values }) => [id, ...values.map(value => value.id)]),
    );
    const names = ['programme', 'institution', ...ids].filter(id => id.length > 2 && id !== 'children');
    const pattern = new RegExp(`(?<![\\w-])(${names.join('|')})(?![\\w-])`);
    const said = linesWith(pattern, () => false).filter(line => !/type: 'region'|role="region"/.test(line));
    expect(said).toEqual([]);
  });
});

describe('bench', () => {
  const benches = import.meta.glob<string>('../bench/**/*.{ts,mjs}', { query: '?raw', import: 'default', eager: true });

  it('measures the rooms it names, and no file of src knows of it', () => {
    const rooms = Object.values(benches).flatMap(text =>
      [...withoutComments(text).matchAll(/from '(?:\.\.\/)+src\/(\w+)\//g)].map(match => match[1] ?? ''),
    );
    expect([...new Set(rooms)].sort()).toEqual(['engine', 'exports', 'formats', 'i18n', 'lib', 'model']);
    expect(linesWith(/from '[^']*\bbench\//, () => false)).toEqual([]);
  });
});

describe('the tests of pure functions, which share processes', () => {
  const tests = import.meta.glob<string>('./{i18n,lib,model,url}/**/*.test.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  });

  it('replace no module, global or timer', () => {
    const reaching = /\bvi\.(mock|doMock|resetModules|stubGlobal|stubEnv|useFakeTimers)\(/;
    expect(Object.keys(tests).length).toBeGreaterThan(50);
    expect(Object.keys(tests).filter(name => reaching.test(tests[name] ?? ''))).toEqual([]);
  });
});

interface Shipped {
  facets: { id: string; values: { id: string }[] }[];
}
