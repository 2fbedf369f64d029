/** The keys of a link that are no facet, in canonical order; no facet may have one of them as its id. */
export const RESERVED_KEYS = [
  'q',
  'from',
  'to',
  'lanes',
  'view',
  'sort',
  'activity',
  'data',
  'gaps',
  'lang',
  'embed',
  'compare',
  'v',
] as const;

/** A key that no facet can have, as no slug has a dot in it. */
export const ACROSS_KEY = 'lanes.across';

/** Another such key: what the table shows beside the title. */
export const COLUMNS_KEY = 'table.columns';

export type ReservedKey = (typeof RESERVED_KEYS)[number];
