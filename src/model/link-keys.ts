import { MEMBERS } from './view';

/** Link keys that can't be facet ids. Keys with a dot are not listed, because facet ids never contain a dot. */
export const RESERVED_KEYS: readonly string[] = [
  ...Object.values(MEMBERS)
    .map(({ key }) => key)
    .filter(key => !key.includes('.')),
  'v',
];
