import { textIndexOf } from '../engine/local/text-index-builder';
import { textSectionsOf } from '../engine/local/text-sections';
import type { DatasetToWrite, ExportForm } from '../formats/form';
import { packedRows } from '../formats/packed/packed-rows';
import type { Packed } from '../formats/packed/packer';
import type { Spool } from '../formats/packed/spool';
import type { ExtraSection } from '../formats/packed/write';
import { writeFile } from './write-file';

export function writeDataset(file: string, form: ExportForm, dataset: DatasetToWrite, spool: Spool): Promise<void> {
  return writeFile(file, form.write(dataset, { spool, indexWords }));
}

function indexWords(packed: Packed): ExtraSection[] {
  const { head, size } = packed.columns;
  return textSectionsOf(textIndexOf(head, size, packedRows(packed)));
}
