import { dateOf, isOpen, isoYear } from '../lib/day';
import type { Activity } from './dataset';
import { CONFIG_FILE } from './explorer-config';

/** Names of other folders. The folder of a facet with such an id gets a name that begins with `facet-`. */
const TAKEN = new Set(['activity', 'year', 'assets', 'data', 'schema', 'oembed', 'browse', 'en', 'fr']);

/** The folder of the page that lists the whole dataset, for readers without JavaScript. */
export const BROWSE = 'browse/';

export function activityFolder(id: string): string {
  return `activity/${id}/`;
}

export function yearFolder(year: string): string {
  return `year/${year}/`;
}

export function valueFolder(facet: string, value: string): string {
  return `${TAKEN.has(facet) ? `facet-${facet}` : facet}/${value}/`;
}

/**
 * Returns the year under which an activity is listed, as `2018` or `-0043`. Returns null if its beginning is unknown.
 */
export function yearOf({ earliest }: Activity): string | null {
  return isOpen(earliest) ? null : isoYear(dateOf(earliest).year);
}

/** Returns the relative address of the site's folder from a folder in it. From `activity/a/`, it is `../../`. */
export function toRoot(folder: string): string {
  return '../'.repeat(folder.split('/').length - 1) || './';
}

/**
 * The name of the `meta` element in `index.html` that describes the generated pages beside the explorer. Its content is
 * the id of the dataset, then `activities` or `groups`, then the languages of the pages. Pages in all languages but the
 * first are in folders.
 */
export const PAGES_META = 'chronofacet-pages';

const EXPLORER_PARTS = new Set([
  'assets',
  'schema',
  'examples',
  'embed.js',
  'icon.svg',
  'index.html',
  'single',
  'site.css',
  CONFIG_FILE,
]);

/**
 * Returns whether a file or folder of a build belongs to the explorer, and not to the pages generated from a dataset.
 */
export function isExplorerPart(name: string): boolean {
  return EXPLORER_PARTS.has(name) || /\.(txt|csv|xlsx|ods|html|js)$/.test(name);
}
