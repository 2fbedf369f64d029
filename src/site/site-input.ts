import type { TextTools } from '../i18n/text-tools';
import type { DaySpan } from '../lib/day';
import type { Activity, DatasetHead, Text } from '../model/dataset';

/** The dataset of a site, and everything that its pages and feeds say about it. */
export interface SiteInput {
  head: DatasetHead;
  /** All activities, in the order of their dates. */
  activities: readonly Activity[];
  /** The languages of the pages. The first one has no folder of its own. */
  languages: readonly [TextTools, ...TextTools[]];
  /** `updated` of the dataset and the beginning of its content hash. */
  version: string;
  /** The address of the site with a final slash. Null if it is unknown; addresses are relative then. */
  url: string | null;
  /** The ISO day that exports name as the day on which they were taken. */
  taken: string;
  /** The first and the last day of the activities that have a date. Null if none has. */
  extent: DaySpan | null;
  /** The accent colour of the deployment as `#rrggbb`, if it has one. */
  accent?: string | undefined;
  /** Whether activities have pages of their own. */
  hasActivityPages: boolean;
}

/** The folder of the pages in a language: '' for the first one, else as `fr/`. */
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

/** The maximum number of activities with pages of their own. Larger datasets get pages of years and values only. */
export const MAX_PAGES = 5000;

/** The maximum number of activities that a page of a year or a value lists. */
export const MAX_LISTED = 2000;
