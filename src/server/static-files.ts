import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { xmlText } from '../lib/xml';
import type { DatasetHead } from '../model/dataset';
import { CONFIG_FILE } from '../model/explorer-config';
import { isExplorerPart, PAGES_META } from '../model/site-paths';
import { textIn } from '../model/text';
import { Body } from './replies';

/** A file of the explorer. A file with a hash in its name is immutable. */
export interface StaticFile {
  type: string;
  isImmutable: boolean;
  isPackable: boolean;
  content(): Promise<Content>;
}

/** The content of a file. `tag` changes with the content. A large file is read again for each request. */
type Content = { tag: string } & ({ body: Body } | { read: () => AsyncIterable<Uint8Array> });

/** The types of files that are compressed already. */
const PACKED_TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml; charset=utf-8',
};

/** Larger files, in bytes, are not kept in memory. */
const MAX_KEPT = 2_000_000;

const RECORD = /<!-- record -->[\s\S]*?<!-- \/record -->/;

/**
 * Lists the files of a folder once, so that requests can't reach any other file. Returns a function that finds a file
 * by its path. Changes `explorer.json` so that the page asks this server. If the build's static pages are of another
 * dataset than the served one, these pages are left out.
 */
export async function staticFiles(
  folder: string,
): Promise<(path: string, head: DatasetHead | null) => StaticFile | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, StaticFile>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length).split(sep).filter(Boolean).join('/');
    files.set(name, fileAt(path, name));
  }
  const config = JSON.parse(await readFile(join(folder, CONFIG_FILE), 'utf8').catch(() => '{}'));
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const pagesOf = index.match(new RegExp(`name="${PAGES_META}" content="([^ "]*)`))?.[1] ?? null;
  const plainIndex = new Map<string, StaticFile>();
  return (path, head) => {
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (name === CONFIG_FILE) return configFile(config, head?.id ?? 'record');
    if (pagesOf === null || pagesOf === head?.id) return files.get(name) ?? null;
    if (!isExplorerPart(name.split('/')[0] ?? '')) return null;
    if (name !== 'index.html') return files.get(name) ?? null;
    const title = head ? textIn(head.title, [head.language]).text : '';
    const plain =
      plainIndex.get(title) ?? fileOf('.html', index.replace(RECORD, '').replace(TITLE, titleElement(title)));
    plainIndex.clear();
    plainIndex.set(title, plain);
    return plain;
  };
}

const TITLE = /<title>[^<]*<\/title>/;

/** Returns a replacer function, because `replace` would interpret `$` in a replacement text. */
function titleElement(title: string): () => string {
  return () => `<title>${xmlText(title)}</title>`;
}

function fileAt(path: string, name: string): StaticFile {
  let kept: Body | null = null;
  const type = TYPES[extname(name)];
  return {
    type: type ?? PACKED_TYPES[extname(name)] ?? 'application/octet-stream',
    isImmutable: name.startsWith('assets/'),
    // Files of an unknown type, such as packed datasets, are already compressed.
    isPackable: type !== undefined,
    async content() {
      if (kept) return { tag: kept.hash, body: kept };
      const { size, mtimeMs } = await stat(path);
      if (size > MAX_KEPT) {
        return { tag: `${size}-${mtimeMs}`, read: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
      }
      kept = new Body(await readFile(path));
      return { tag: kept.hash, body: kept };
    },
  };
}

/** Returns `explorer.json` with the addresses of the API and of the served dataset, relative to the page. */
function configFile(given: object, id: string): StaticFile {
  const served = { dataset: `api/record/${id}.json`, engine: { url: 'api/' } };
  const config = { format: 'chronofacet-explorer/1', ...given, ...served };
  return fileOf('.json', `${JSON.stringify(config, null, 2)}\n`);
}

function fileOf(ending: string, text: string): StaticFile {
  const body = new Body(text);
  const content = async () => ({ tag: body.hash, body });
  return { type: TYPES[ending] ?? '', isImmutable: false, isPackable: true, content };
}
