import { lstat, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { FileError, messageOf } from './command';
import { writeFile } from './write-file';

const MANIFEST = 'site-files.json';
const FORMAT = 'chronofacet-site-files/1';

/** The files that the command wrote, as paths relative to the folder of the site. */
interface Manifest {
  explorer: readonly string[];
  pages: readonly string[];
  /** Code of the previous release. Pages that are still open in a browser may load it. */
  earlier: readonly string[];
}

export type StrangerCheck = (
  path: string,
  content: () => string | Uint8Array | Promise<string | Uint8Array>,
) => Promise<void>;

/** `explorer` is null if the run wrote only pages. */
type Written = Pick<Manifest, 'pages'> & { explorer: readonly string[] | null };

/**
 * Removes the files that the last run wrote into a folder and this run did not. Then writes the list of files for the
 * next run. Code in `assets/` stays until a later run replaces the code again. Files that no run wrote always stay.
 */
export async function sweepSite(out: string, written: Written): Promise<void> {
  const last = await lastManifest(out);
  const explorer = written.explorer ?? last.explorer;
  const now = new Set([...explorer, ...written.pages]);
  const gone = [...last.explorer, ...last.pages].filter(path => !now.has(path));
  const code = gone.filter(path => path.startsWith('assets/'));
  const waiting = last.earlier.filter(path => !now.has(path));
  const earlier = code.length > 0 ? code : waiting;
  const old = [...gone.filter(path => !code.includes(path)), ...(code.length > 0 ? waiting : [])];
  for (const path of old.filter(isInside)) if (await isOwnFile(out, path)) await removeFile(out, path);
  await writeManifest(out, { explorer, pages: written.pages, earlier });
}

/**
 * Returns a function that protects files that no earlier run wrote. It throws `FileError` if such a file is at `path`
 * and differs from what the run is about to write there.
 */
export async function strangersIn(out: string): Promise<StrangerCheck> {
  const { explorer, pages, earlier } = await lastManifest(out);
  const own = new Set([...explorer, ...pages, ...earlier]);
  return async (path, content) => {
    if (own.has(path)) return;
    const there = await readFile(join(out, path)).catch(() => null);
    if (there === null || there.equals(Buffer.from(await content()))) return;
    throw new FileError(
      `${join(out, path)} is not from an earlier run of this command and would be replaced. Move it away, name another folder with --out, or add --replace.`,
    );
  };
}

/** After a failed run, adds the files that it wrote to the list, so that the next run may replace them. */
export async function recordSite(out: string, written: Written): Promise<void> {
  const last = await lastManifest(out);
  await writeManifest(out, {
    explorer: [...last.explorer, ...(written.explorer ?? [])],
    pages: [...last.pages, ...written.pages],
    earlier: last.earlier,
  });
}

async function writeManifest(out: string, { explorer, pages, earlier }: Manifest): Promise<void> {
  const manifest = { format: FORMAT, explorer: sorted(explorer), pages: sorted(pages), earlier: sorted(earlier) };
  await writeFile(join(out, MANIFEST), [`${JSON.stringify(manifest, null, 1)}\n`]);
}

async function lastManifest(out: string): Promise<Manifest> {
  try {
    const { format, explorer, pages, earlier } = JSON.parse(await readFile(join(out, MANIFEST), 'utf8'));
    if (format === FORMAT) return { explorer: paths(explorer), pages: paths(pages), earlier: paths(earlier) };
  } catch {
    // If the folder has no readable list, all its files stay.
  }
  return { explorer: [], pages: [], earlier: [] };
}

function paths(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(path => typeof path === 'string') : [];
}

/** Returns whether a path stays inside the folder. Somebody may have changed the list of files. */
export function isInside(path: string): boolean {
  return (
    path !== '' && !path.includes('\\') && posix.normalize(path) === path && !/^(\/|\.\.(\/|$)|[A-Za-z]:)/.test(path)
  );
}

/** Returns whether a path leads to a regular file without any symbolic link. */
async function isOwnFile(out: string, path: string): Promise<boolean> {
  const parts = path.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const found = await lstat(join(out, ...parts.slice(0, length))).catch(() => null);
    if (!found || !(length < parts.length ? found.isDirectory() : found.isFile())) return false;
  }
  return true;
}

async function removeFile(out: string, path: string): Promise<void> {
  await rm(join(out, path), { force: true }).catch(error => {
    throw new FileError(`${join(out, path)} of the last run can’t be removed: ${messageOf(error)}`);
  });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const rest = await readdir(join(out, folder)).catch(() => ['unknown']);
    if (rest.length > 0) return;
    await rmdir(join(out, folder));
  }
}

function sorted(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}
