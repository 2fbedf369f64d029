import { datasetToWrite } from '../formats/document/dataset-to-write';
import { packedExport } from '../formats/packed/export';
import { counted, exitCodeOf } from './check';
import { type Command, requiredValue } from './command';
import { withFileSpool } from './file-spool';
import { findingLine, openFile } from './open-file';
import { writeDataset } from './write-dataset';

export const PACK: Command = {
  name: 'pack',
  usage: `Usage: npm run dataset -- pack FILE --out FILE
  Writes a dataset of any form in the packed form for large datasets (.cfpack), without what could not be read, and
  lists every problem and note.`,
  files: ['FILE'],
  options: { out: { type: 'string' } },
  async run(args, output) {
    const [file = ''] = args.files;
    const out = requiredValue(args, 'out');
    return withFileSpool(out, async spool => {
      const opened = await openFile(file, output, { spool });
      await writeDataset(out, packedExport, datasetToWrite(opened), spool);
      for (const finding of opened.findings) output.out(findingLine(finding));
      const count = opened.records.size.toLocaleString('en');
      output.out(
        `${out}: ${count} activities, ${counted(opened.findings.length, 'problem or note', 'problems and notes')}`,
      );
      return exitCodeOf(opened.findings);
    });
  },
};
