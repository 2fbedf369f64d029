import type { TextTools } from '../i18n/text-tools';
import type { DaySpan } from '../lib/day';
import type { Activity, DatasetHead, Text } from '../model/dataset';
import type { View } from '../model/view';

export interface SiteInput {
  head: DatasetHead;
  /** All activities, in the order of their dates. */
  activities: readonly Activity[];
  /** The languages of the pages. Pages in the first language are in the site's root, and the others in folders. */
  languages: readonly [TextTools, ...TextTools[]];
  /** The version for citations: the dataset's `updated` and the beginning of its content hash. */
  version: string;
  /** The address of the site, with a slash at the end. Null if it is unknown; then the site's links are relative. */
  url: string | null;
  /** The ISO day that exports state as the day of the export. */
  taken: string;
  /** The first and the last day of the dated activities. Null if no activity has a date. */
  extent: DaySpan | null;
  /** The accent colour of the deployment as `#rrggbb`. */
  accent?: string | undefined;
  hasActivityPages: boolean;
  /**
   * Returns the query string by which the explorer of this site shows a view, with its question mark. Returns '' for
   * the view that the explorer opens by default.
   */
  queryOf: (view: View) => string;
}

export function queryIn({ languages, queryOf }: SiteInput, tools: TextTools, view: View): string {
  return queryOf({ ...view, lang: tools === languages[0] ? null : tools.language });
}

/** Returns the folder of the pages in a language, for example `fr/`. Returns '' for the first language. */
export function languageFolder({ languages }: Pick<SiteInput, 'languages'>, { language }: TextTools): string {
  return language === languages[0].language ? '' : `${language}/`;
}

/** Returns the language in which a page shows a text of the dataset, as a BCP 47 tag. */
export function languageOf(tools: TextTools, text: Text): string {
  return tools.spoken(text).language ?? tools.language;
}

/** A file of the site. `path` is relative to the folder of the site and uses slashes. */
export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}

/** Activities of larger datasets have no pages of their own. Only years and values do. */
export const MAX_PAGES = 5000;

/** The maximum number of activities that a page of a year or a value lists. */
export const MAX_LISTED = 2000;
