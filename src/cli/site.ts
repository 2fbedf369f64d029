import { cp, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { contentVersion } from '../exports/content-version';
import { activateLanguage, chooseLanguage } from '../i18n/catalogue';
import { type TextTools, toolsFor } from '../i18n/text-tools';
import { SLUG } from '../lib/slug';
import type { Activity, DatasetHead, Text } from '../model/dataset';
import { CONFIG_FILE } from '../model/explorer-config';
import type { Records } from '../model/records';
import { extentOf } from '../site/groups';
import { indexHtml } from '../site/index-html';
import { siteFiles } from '../site/site-files';
import { MAX_PAGES, type SiteInput } from '../site/site-input';
import { serializeView } from '../url/serialize';
import { exitCodeOf } from './check';
import { type Command, FileError, requiredValue, UsageError } from './command';
import { findingLine, isProblem, openFile } from './open-file';
import { writeFile } from './write-file';

export const SITE: Command = {
  name: 'site',
  usage: `Usage: npm run dataset -- site DATASET --out FOLDER [--url ADDRESS] [--explorer FOLDER] [--config FILE]
  Makes a folder that any web host can serve: the explorer with the dataset, a page for each activity, year and value that
  can be read without script, feeds and calendars.
  --url ADDRESS      where the folder will be served, for the sitemap and for links in feeds and calendars.
  --explorer FOLDER  the built explorer; dist if not given.
  --config FILE      an explorer.json whose title, accent, view, contact, links and so on are kept.
  --pages-only       writes only the pages, feeds and calendars, into a folder that has the explorer and the dataset.
  Datasets of more than ${MAX_PAGES.toLocaleString('en')} activities get pages of years and values only.`,
  files: ['DATASET'],
  options: {
    out: { type: 'string' },
    url: { type: 'string' },
    explorer: { type: 'string' },
    config: { type: 'string' },
    'pages-only': { type: 'boolean' },
  },
  async run(args, output) {
    const [file = ''] = args.files;
    const out = requiredValue(args, 'out');
    const url = addressOf(args.value('url'));
    const { records, findings } = await openFile(file, output);
    const unsafe = unsafeIds(records);
    if (unsafe.length > 0) throw new FileError(`${file} has ids that are no slugs, such as “${unsafe[0]}”.`);
    for (const finding of findings.filter(isProblem)) output.err(`${file}: ${findingLine(finding)}`);
    if (!args.isSet('pages-only')) {
      const explorer = args.value('explorer') ?? 'dist';
      await copyExplorer(explorer, out);
      // The table of the site is `ID.csv`, so a table that was given gets another name.
      const data = `data/${records.head.id}${extname(file) === '.csv' ? '.source.csv' : extname(file)}`;
      await copyInto(file, join(out, data));
      await writeConfig(join(out, CONFIG_FILE), data, args.value('config'));
    }
    const site = await siteOf(records, url);
    await writeFile(join(out, 'index.html'), [indexHtml(await readFile(join(out, 'index.html'), 'utf8'), site)]);
    let count = 0;
    for await (const { path, content } of siteFiles(site, view => serializeView(view).replace(/^\?/, ''))) {
      const target = join(out, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, [content]);
      count += 1;
    }
    output.out(`${out}: ${count.toLocaleString('en')} files for ${records.size.toLocaleString('en')} activities`);
    if (!site.hasActivityPages) {
      output.err(
        `More than ${MAX_PAGES.toLocaleString('en')} activities: years and values have pages, activities have none.`,
      );
    }
    if (url === null) output.err('Without --url there is no sitemap, and feeds and calendars have no whole addresses.');
    return exitCodeOf(findings);
  },
};

/** Returns the address of the site with a final slash. Throws `UsageError` if it is no web address. */
function addressOf(address: string | undefined): string | null {
  if (address === undefined) return null;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    throw new UsageError(`--url must be a web address, not “${address}”.`);
  }
  return address.replace(/[?#].*$/, '').replace(/\/*$/, '/');
}

async function copyExplorer(explorer: string, out: string): Promise<void> {
  const hasExplorer = await stat(join(explorer, 'index.html')).catch(() => null);
  if (!hasExplorer) throw new FileError(`${explorer} holds no built explorer. Run npm run build first.`);
  const parts = new Set(['assets', 'schema', 'embed.js', 'icon.svg', 'index.html', 'site.css', CONFIG_FILE]);
  await mkdir(out, { recursive: true });
  for (const entry of await readdir(explorer)) {
    const isPart = parts.has(entry) || /\.(txt|csv|xlsx|ods|html|js)$/.test(entry);
    if (isPart) await cp(join(explorer, entry), join(out, entry), { recursive: true });
  }
}

async function copyInto(file: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await cp(file, target);
}

async function writeConfig(target: string, dataset: string, config: string | undefined): Promise<void> {
  const given: Record<string, unknown> = config === undefined ? {} : parsed(config, await readFile(config, 'utf8'));
  const whole = { ...given, format: 'chronofacet-explorer/1', dataset };
  await writeFile(target, [`${JSON.stringify(whole, null, 2)}\n`]);
}

function parsed(file: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // The message below also holds for a text that is no JSON.
  }
  throw new FileError(`${file} is no JSON object.`);
}

async function siteOf(records: Records, url: string | null): Promise<SiteInput> {
  const { head } = records;
  const activities = Array.from({ length: records.size }, (_, position) => records.activityAt(position));
  return {
    head,
    activities,
    languages: await languagesOf(head, activities),
    version: await contentVersion(head, batchOf(activities)),
    url,
    // A fixed day, so that the same dataset gives the same files.
    taken: head.updated ?? '1970-01-01',
    extent: extentOf(activities),
    hasActivityPages: activities.length <= MAX_PAGES,
  };
}

/** Returns ids that could lead out of the folder. Only a packed file can have them, because its reader trusts its packer. */
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

/** Returns the languages of the page in which the dataset has titles, its own language first. */
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
