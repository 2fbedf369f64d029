import { lazyModule } from '../../lib/lazy-module';
import type { ExportForm } from '../form';

const writer = lazyModule(() => import('./write-dataset'));

/** Columns of the activities, with their texts behind them. */
export const packedExport: ExportForm = {
  id: 'packed',
  extension: '.cfpack',
  mediaType: 'application/octet-stream',
  async *write(dataset, options) {
    const { writeDataset } = await writer.load();
    yield* writeDataset(dataset, options);
  },
};
