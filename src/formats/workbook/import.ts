import { lazyModule } from '../../lib/lazy-module';
import type { ImportForm } from '../form';
import { joinAll } from '../input/byte-source';

const readerCode = lazyModule(async () => {
  const [{ readWorkbook }, { readTable }] = await Promise.all([
    import('./read-workbook'),
    import('../table/read-table'),
  ]);
  return { readWorkbook, readTable };
});

/** Reads a sheet of an Excel (.xlsx) or OpenDocument (.ods) workbook as a table. */
export const workbookImport: ImportForm = {
  id: 'workbook',
  sniff({ bytes }) {
    return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4 ? 'yes' : 'no';
  },
  async read(bytes, options) {
    const all = await joinAll(bytes);
    const { readWorkbook, readTable } = await readerCode.load();
    return readTable(await readWorkbook(all, (options.reading ?? options.grid)?.sheet), options);
  },
};
