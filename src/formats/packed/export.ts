import { lazyModule } from '../../lib/lazy-module';
import type { ExportForm } from '../form';

const writer = lazyModule(() => import('./write-dataset'));

/** Writes a dataset in packed form. */
export const packedExport: ExportForm = {
  id: 'packed',
  extension: '.cfpack',
  mediaType: 'application/octet-stream',
  async *write(dataset, options) {
    const { writeDataset } = await writer.load();
    yield* writeDataset(dataset, options);
  },
};
