/**
 * The keys of a link that are no facet, in canonical order; no facet may have one of them as its id. `colour` and `about`
 * are kept for what links will say: they are passed over.
 */
export const RESERVED_KEYS = [
  'q',
  'from',
  'to',
  'lanes',
  'view',
  'sort',
  'activity',
  'colour',
  'about',
  'data',
  'gaps',
  'lang',
  'embed',
  'compare',
  'v',
] as const;

/** Keys that no facet can have, as no slug has a dot in it. */
export const ACROSS_KEY = 'lanes.across';
export const OPEN_LANES_KEY = 'lanes.open';
export const LANE_SORT_KEY = 'lanes.sort';

/** What the table shows beside the title. */
export const COLUMNS_KEY = 'table.columns';

/** The column that the table is in order by, `-` before it for the other way round. */
export const COLUMN_SORT_KEY = 'table.sort';

type DottedKey =
  | typeof ACROSS_KEY
  | typeof OPEN_LANES_KEY
  | typeof LANE_SORT_KEY
  | typeof COLUMNS_KEY
  | typeof COLUMN_SORT_KEY;

export type LinkKey = (typeof RESERVED_KEYS)[number] | DottedKey;
