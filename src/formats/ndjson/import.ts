import { lazyModule } from '../../lib/lazy-module';
import { hasRootLine } from '../document/root-line';
import type { ImportForm } from '../form';

/** The code that reads NDJSON. It is loaded on demand, because most datasets have another form. */
export const ndjsonCode = lazyModule(() => import('./ndjson-to-records'));

/** Reads a dataset with its root object on the first line, and one activity on each further line. */
export const ndjsonImport: ImportForm = {
  id: 'ndjson',
  sniff: hasRootLine,
  read: async (bytes, options) => (await ndjsonCode.load()).ndjsonToRecords(bytes, options),
};
