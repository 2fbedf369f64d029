import { textIndexOf } from '../engine/local/text-index-builder';
import { textSectionsOf } from '../engine/local/text-sections';
import { packedRows } from '../formats/packed/packed-rows';
import { createPacker, type Packer } from '../formats/packed/packer';
import { writePacked } from '../formats/packed/write';
import type { DatasetHead } from '../model/dataset';
import { OpenFailure } from '../model/problem';
import { withFileSpool } from './file-spool';
import { writeFile } from './write-file';

/** Writes a packed file. `fill` starts a packer, adds the activities and gives the root; texts wait in a file meanwhile. */
export function writePackedFile(
  file: string,
  fill: (start: (head: DatasetHead) => Packer) => Promise<object>,
): Promise<void> {
  return withFileSpool(file, async spool => {
    let packer: Packer | undefined;
    const root = await fill(head => {
      packer = createPacker(head, spool);
      return packer;
    });
    if (!packer) throw new OpenFailure('empty');
    const packed = packer.finish();
    const { head, size } = packed.columns;
    const words = textSectionsOf(textIndexOf(head, size, packedRows(packed)));
    await writeFile(file, write => writePacked(root, packed, write, words));
  });
}
