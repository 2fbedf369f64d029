import type { DatasetToWrite, WriteOptions } from '../form';
import { createPacker, type Packed } from './packer';
import { memorySpool, type Spool } from './spool';
import { packedPieces } from './write';

/**
 * Packs all activities, then writes the packed form. Writing can't begin earlier, because the columns of all activities
 * come first in the file.
 */
export async function* writeDataset(
  dataset: DatasetToWrite,
  { spool, indexWords }: WriteOptions = {},
): AsyncGenerator<Uint8Array, void> {
  const packed = dataset.packed ?? (await packAll(dataset, spool));
  yield* packedPieces(dataset.root, packed, indexWords?.(packed));
}

async function packAll({ head, activities }: DatasetToWrite, spool: Spool = memorySpool()): Promise<Packed> {
  const packer = createPacker(head, spool);
  for await (const batch of activities) for (const activity of batch) packer.add(activity);
  return packer.finish();
}
