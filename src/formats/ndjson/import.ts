import { lazyModule } from '../../lib/lazy-module';
import { hasRootLine } from '../document/root-line';
import type { ImportForm } from '../form';

/** Most datasets are not NDJSON, so this code is loaded when one is. */
export const ndjsonCode = lazyModule(() => import('./ndjson-to-records'));

/** The root object on the first line, and one activity on each further line. */
export const ndjsonImport: ImportForm = {
  id: 'ndjson',
  sniff: hasRootLine,
  read: async (bytes, options) => (await ndjsonCode.load()).ndjsonToRecords(bytes, options),
};
