import { MEMBERS } from './view';

/**
 * The keys of a link that no facet may have as its id. `colour` and `about` are kept for later versions and are ignored
 * until then. Keys with a dot are not listed: a facet's id is a slug and never has one.
 */
export const RESERVED_KEYS: readonly string[] = [
  ...Object.values(MEMBERS)
    .map(({ key }) => key)
    .filter(key => !key.includes('.')),
  'colour',
  'about',
  'v',
];
