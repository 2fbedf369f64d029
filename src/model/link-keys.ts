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

export type ReservedKey = (typeof RESERVED_KEYS)[number];
