import { MEMBERS } from './view';

/**
 * Link keys that can't be facet ids. `about` is reserved for later versions and ignored at present. Keys with a dot
 * are not listed, because facet ids never contain one.
 */
export const RESERVED_KEYS: readonly string[] = [
  ...Object.values(MEMBERS)
    .map(({ key }) => key)
    .filter(key => !key.includes('.')),
  'about',
  'v',
];
