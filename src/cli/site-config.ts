import { readFile } from 'node:fs/promises';
import { readConfig } from '../formats/explorer/read-config';
import { activateLanguage } from '../i18n/catalogue';
import { problemText } from '../i18n/problem-text';
import type { Text } from '../model/dataset';
import { CONFIG_FORMAT } from '../model/explorer-config';
import type { View } from '../model/view';
import { parseView } from '../url/parse';
import { serializeView } from '../url/serialize';
import { FileError, messageOf, type Output } from './command';
import { isInside } from './site-manifest';

/** The configuration of a site. The command `site` adds the fields `dataset` and `format`. */
export interface SiteConfig {
  fields: Readonly<Record<string, unknown>>;
  title: Text | undefined;
  accent?: string | undefined;
  logo?: string | undefined;
  /** The query string of the view that the site opens by default. */
  view?: string | undefined;
}

/** The members of a view that say how activities are shown, but not which activities. */
const LOOK = [
  ...(['lanes', 'openLanes', 'laneSort', 'across', 'panel', 'columns', 'columnSort', 'sort', 'colour'] as const),
  ...(['wholeAxis', 'gaps'] as const),
];

/**
 * Returns a function that writes links into the explorer of a site. The links show activities like the configuration's
 * view. A link to the whole dataset opens that view itself.
 */
export function queriesFor({ view = '' }: SiteConfig): (view: View) => string {
  const first = parseView(view).view;
  const look = Object.fromEntries(LOOK.map(member => [member, first[member]]));
  return asked => {
    const { lang } = asked;
    const isWhole = serializeView({ ...asked, lang: null }) === '';
    if (isWhole) return serializeView(lang === null ? asked : { ...first, lang });
    return serializeView({ ...asked, ...look });
  };
}

/** Returns the ids in the configuration's view that are used as facets but are no facets of the dataset. */
export function unknownFacets({ view = '' }: SiteConfig, facets: readonly { id: string }[]): string[] {
  const { lanes, across, colour, facets: chosen } = parseView(view).view;
  const named = [lanes === 'none' ? null : lanes, across, colour?.facet, ...Object.keys(chosen)];
  const known = new Set(facets.map(({ id }) => id));
  return [...new Set(named.filter(id => typeof id === 'string'))].filter(id => !known.has(id));
}

/**
 * Returns the path of the logo relative to the page. Returns undefined if there is no logo, or if its address leads out
 * of the page's folder.
 */
export function logoPath({ logo }: SiteConfig): string | undefined {
  const page = 'https://page.invalid/folder/';
  const { href } = new URL(logo ?? '/', page);
  const path = href.replace(/[?#].*$/, '');
  if (!path.startsWith(page)) return undefined;
  try {
    const inFolder = decodeURIComponent(path.slice(page.length));
    return isInside(inFolder) ? inFolder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads an `explorer.json` and reports the fields that the page would ignore. Throws `FileError` if the file can't be
 * read or is not a JSON object.
 */
export async function readSiteConfig(file: string, output: Output): Promise<SiteConfig> {
  const text = await readFile(file, 'utf8').catch(error => {
    throw new FileError(`${file} can’t be read: ${messageOf(error)}`);
  });
  const fields = parsed(file, text);
  const whole = JSON.stringify({ ...fields, format: CONFIG_FORMAT, dataset: 'any' });
  const { config, problems } = readConfig(whole, 'any');
  const i18n = await activateLanguage('en');
  for (const problem of problems) {
    output.err(`${file}: ${problem.path.replace(/^\S+ /, '')}  ${problemText(i18n, problem)}`);
  }
  const { title, accent, logo, view } = config;
  return { fields, title, accent, logo, view };
}

function parsed(file: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // The error below also describes a text that is not JSON.
  }
  throw new FileError(`${file} is no JSON object.`);
}
