import { lazyModule } from '../../lib/lazy-module';
import type { ExportForm } from '../form';

const writer = lazyModule(() => import('./write-dataset'));

export const packedExport: ExportForm = {
  id: 'packed',
  extension: '.cfpack',
  mediaType: 'application/octet-stream',
  async *write(dataset, options) {
    const { writeDataset } = await writer.load();
    yield* writeDataset(dataset, options);
  },
};
