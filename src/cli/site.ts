import { cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { contentVersion } from '../exports/content-version';
import { activateLanguage, chooseLanguage } from '../i18n/catalogue';
import { type TextTools, toolsFor } from '../i18n/text-tools';
import { SLUG } from '../lib/slug';
import type { Activity, DatasetHead, Text } from '../model/dataset';
import { CONFIG_FILE, CONFIG_FORMAT } from '../model/explorer-config';
import { MAX_ONE_FILE } from '../model/one-file';
import type { Records } from '../model/records';
import { isExplorerPart } from '../model/site-paths';
import { extentOf } from '../site/groups';
import { indexHtml } from '../site/index-html';
import { siteFiles } from '../site/site-files';
import { MAX_PAGES, type SiteInput } from '../site/site-input';
import { exitCodeOf } from './check';
import { type Command, FileError, type Output, requiredValue, UsageError } from './command';
import { writeOneFile } from './one-file';
import { findingLine, isProblem, openFile } from './open-file';
import { logoPath, queriesFor, readSiteConfig, type SiteConfig, unknownFacets } from './site-config';
import { recordSite, type StrangerCheck, strangersIn, sweepSite } from './site-manifest';
import { writeFile } from './write-file';

const NO_CONFIG: SiteConfig = { fields: {}, title: undefined };

export const SITE: Command = {
  name: 'site',
  usage: `Usage: npm run dataset -- site DATASET --out FOLDER [--url ADDRESS] [--explorer FOLDER] [--config FILE]
       npm run dataset -- site DATASET --single --out FILE.html [--url ADDRESS] [--explorer FOLDER] [--config FILE]
  Makes a folder that any web host can serve: the explorer with the dataset, a page for each activity, year and value that
  can be read without script, feeds and calendars.
  --url ADDRESS      where the folder will be served, for the sitemap and for links in feeds and calendars.
  --explorer FOLDER  the built explorer; dist if not given.
  --config FILE      an explorer.json whose title, accent, view, contact, links and so on are kept.
  --single           writes one HTML file instead, which opens by double click, offline, with up to ${MAX_ONE_FILE.toLocaleString('en')} activities.
                     Links that readers copy from it lead to --url; without it, to the file itself.
  --replace          replaces files of the folder that no earlier run wrote; without it the command stops at such a file.
  --pages-only       writes only the pages, feeds and calendars, into a folder that has the explorer and the dataset.
  Datasets of more than ${MAX_PAGES.toLocaleString('en')} activities get pages of years and values only.`,
  files: ['DATASET'],
  options: {
    out: { type: 'string' },
    url: { type: 'string' },
    explorer: { type: 'string' },
    config: { type: 'string' },
    'pages-only': { type: 'boolean' },
    single: { type: 'boolean' },
    replace: { type: 'boolean' },
  },
  async run(args, output) {
    const [file = ''] = args.files;
    const out = requiredValue(args, 'out');
    const url = addressOf(args.value('url'));
    const opened = await openFile(file, output);
    const { records, findings } = opened;
    const unsafe = unsafeIds(records);
    if (unsafe.length > 0) throw new FileError(`${file} has ids that are no slugs, such as “${unsafe[0]}”.`);
    for (const finding of findings.filter(isProblem)) output.err(`${file}: ${findingLine(finding)}`);
    const isPagesOnly = args.isSet('pages-only');
    const given = args.value('config') ?? (isPagesOnly ? await existing(join(out, CONFIG_FILE)) : undefined);
    const config = given === undefined ? NO_CONFIG : await readSiteConfig(given, output);
    for (const id of unknownFacets(config, records.head.facets)) {
      const facets = records.head.facets.map(facet => facet.id).join(', ') || 'none';
      output.err(`${given}: the view names “${id}”, which is not a facet of this record. It has: ${facets}.`);
    }
    const built = args.value('explorer') ?? 'dist';
    if (args.isSet('single')) {
      await writeOneFile(out, opened, { explorer: built, url, config }, output);
      return exitCodeOf(findings);
    }
    let explorer: string[] | null = null;
    let fields: object | null = null;
    const check: StrangerCheck = args.isSet('replace') ? async () => {} : await strangersIn(out);
    if (!isPagesOnly) {
      // A CSV source file gets another name, because the site also publishes the dataset as a table named `ID.csv`.
      const data = `data/${records.head.id}${extname(file) === '.csv' ? '.source.csv' : extname(file)}`;
      fields = { ...config.fields, format: CONFIG_FORMAT, dataset: data };
      await check(INDEX, () => '');
      if (given === undefined || !isSame(given, join(out, CONFIG_FILE))) await check(CONFIG_FILE, () => textOf(fields));
      if (!isSame(file, join(out, data))) await check(data, () => readFile(file));
      explorer = await copyExplorer(built, out, check);
      if (given !== undefined) explorer.push(...(await copyLogo(config, given, { out, check, output })));
      await copyInto(file, join(out, data));
      explorer.push(data, INDEX, CONFIG_FILE);
    }
    const site = await siteOf(records, url, config);
    const pages: string[] = [];
    try {
      for await (const { path, content } of siteFiles(site)) {
        const target = join(out, path);
        await check(path, () => content);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, [content]);
        pages.push(path);
      }
    } catch (error) {
      await recordSite(out, { explorer, pages });
      throw error;
    }
    // The configuration and `index.html` are written last. Until then, the explorer of an earlier run opens its own
    // dataset.
    const index = indexHtml(await readFile(join(isPagesOnly ? out : built, INDEX), 'utf8'), site);
    if (fields) await writeFile(join(out, CONFIG_FILE), [textOf(fields)]);
    await writeFile(join(out, INDEX), [index]);
    await sweepSite(out, { explorer, pages });
    output.out(
      `${out}: ${pages.length.toLocaleString('en')} files for ${records.size.toLocaleString('en')} activities`,
    );
    if (!site.hasActivityPages) {
      output.err(
        `More than ${MAX_PAGES.toLocaleString('en')} activities: years and values have pages, activities have none.`,
      );
    }
    if (url === null) output.err('Without --url there is no sitemap, and feeds and calendars have no whole addresses.');
    return exitCodeOf(findings);
  },
};

/** Returns the address of the site with a slash at the end. Throws `UsageError` if `address` is not a web address. */
function addressOf(address: string | undefined): string | null {
  if (address === undefined) return null;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    throw new UsageError(`--url must be a web address, not “${address}”.`);
  }
  return address.replace(/[?#].*$/, '').replace(/\/*$/, '/');
}

/** Copies the explorer's code without index.html, configuration, dataset and pages. Returns the paths of the copies. */
async function copyExplorer(explorer: string, out: string, check: StrangerCheck): Promise<string[]> {
  if (!(await existing(join(explorer, INDEX))))
    throw new FileError(`${explorer} holds no built explorer. Run npm run build first.`);
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  for (const entry of await readdir(explorer)) {
    if (!isExplorerPart(entry) || entry === INDEX || entry === CONFIG_FILE) continue;
    const from = join(explorer, entry);
    files.push(...((await stat(from)).isDirectory() ? await filesBelow(from, entry) : [entry]));
  }
  for (const path of files) await check(path, () => readFile(join(explorer, path)));
  for (const path of files) await copyInto(join(explorer, path), join(out, path));
  return files;
}

interface Target {
  out: string;
  check: StrangerCheck;
  output: Output;
}

/** Copies the logo from beside the configuration file `given`. Returns its path in a list, or an empty list. */
async function copyLogo(config: SiteConfig, given: string, { out, check, output }: Target): Promise<string[]> {
  if (config.logo === undefined) return [];
  const path = logoPath(config);
  if (path === undefined) {
    output.err(
      `${given}: the logo “${config.logo}” is outside the folder of the site. See that the host has it there.`,
    );
    return [];
  }
  const from = join(dirname(given), path);
  if (await existing(from)) {
    if (!isSame(from, join(out, path))) await check(path, () => readFile(from));
    await copyInto(from, join(out, path));
    return [path];
  }
  if (!(await existing(join(out, path)))) {
    output.err(`${given}: the logo was expected at ${from}, and there is no such file. The page will show none.`);
  }
  return [];
}

function textOf(fields: object | null): string {
  return `${JSON.stringify(fields, null, 2)}\n`;
}

function isSame(one: string, other: string): boolean {
  return resolve(one) === resolve(other);
}

async function copyInto(file: string, target: string): Promise<void> {
  if (isSame(file, target)) return;
  await mkdir(dirname(target), { recursive: true });
  await cp(file, target);
}

async function existing(file: string): Promise<string | undefined> {
  return (await stat(file).catch(() => null)) ? file : undefined;
}

async function filesBelow(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.map(async entry => {
    const path = `${name}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(join(folder, entry.name), path) : [path];
  });
  return (await Promise.all(files)).flat();
}

async function siteOf(records: Records, url: string | null, config: SiteConfig): Promise<SiteInput> {
  const { title, accent } = config;
  const head = title === undefined ? records.head : { ...records.head, title };
  const activities = Array.from({ length: records.size }, (_, position) => records.activityAt(position));
  return {
    head,
    activities,
    languages: await languagesOf(head, activities),
    version: await contentVersion(records.head, batchOf(activities)),
    url,
    // A fixed day instead of today, so that the same dataset always gives the same files.
    taken: head.updated ?? '1970-01-01',
    extent: extentOf(activities),
    accent,
    hasActivityPages: activities.length <= MAX_PAGES,
    queryOf: queriesFor(config),
  };
}

/** Returns the ids that are not slugs, because such an id in a path could lead out of the folder. */
function unsafeIds({ head, size, activityAt }: Records): string[] {
  const ids = head.facets.flatMap(({ id, values }) => [id, ...values.map(value => value.id)]);
  for (let position = 0; position < size; position += 1) {
    const { id, formerIds = [] } = activityAt(position);
    ids.push(id, ...formerIds);
  }
  return [head.id, ...ids].filter(id => !SLUG.test(id));
}

async function* batchOf(activities: readonly Activity[]) {
  yield activities;
}

/** Returns text tools for the dataset's language, then for other languages in which the dataset has titles. */
async function languagesOf(head: DatasetHead, activities: readonly Activity[]): Promise<SiteInput['languages']> {
  const tags = [head.title, ...activities.slice(0, 100).map(({ title }) => title)].flatMap(languagesOfText);
  const first = chooseLanguage([head.language]);
  const others = new Set(tags.map(tag => chooseLanguage([tag])).filter(language => language !== first));
  const toolsIn = async (language: typeof first): Promise<TextTools> =>
    toolsFor(await activateLanguage(language), head.language);
  return [await toolsIn(first), ...(await Promise.all([...others].sort().map(toolsIn)))];
}

function languagesOfText(text: Text): string[] {
  return typeof text === 'string' ? [] : Object.keys(text);
}
const INDEX = 'index.html';
