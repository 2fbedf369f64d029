import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { datasetToWrite } from '../formats/document/dataset-to-write';
import { jsonExport } from '../formats/json/export';
import { readReading } from '../formats/table/read-reading';
import { counted, exitCodeOf } from './check';
import { type Command, FileError, messageOf, requiredValue, UsageError } from './command';
import { findingLine, openFile } from './open-file';
import { type ActivityProposal, openVocabulary, withProposedTags } from './vocabulary';
import { writeFile } from './write-file';

export const IMPORT: Command = {
  name: 'import',
  usage: `Usage: npm run dataset -- import FILE --out DRAFT.json [--reading READING.json] [--vocabulary FACETS.json] [--json]
  Makes a draft dataset of a table (CSV, TSV, Excel, OpenDocument), of JSON with rows, TimelineJS, SIMILE, CSL-JSON or
  iCalendar, or of a text with dated headings. How it was read is written to DRAFT.reading.json, where it can be changed
  for the next time.
  --reading READING.json      how the table is read, instead of a proposal.
  --vocabulary FACETS.json    a dataset, or other JSON with its “facets”. Activities are tagged with the values whose
                              label or alias is in their title or summary; the note on the source quotes the words.
  --json                      writes problems, reading and proposed tags as one JSON object to standard output.`,
  files: ['FILE'],
  options: {
    out: { type: 'string' },
    reading: { type: 'string' },
    vocabulary: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(args, output) {
    const [file = ''] = args.files;
    const out = requiredValue(args, 'out');
    const readingFile = args.value('reading');
    const reading = readingFile === undefined ? undefined : await openReading(readingFile);
    const vocabularyFile = args.value('vocabulary');
    const vocabulary = vocabularyFile === undefined ? undefined : await openVocabulary(vocabularyFile, output);
    const opened = await openFile(file, output, { ...(reading && { reading }), name: basename(file) });
    const proposals: ActivityProposal[] = [];
    const dataset = datasetToWrite(opened);
    const draft = vocabulary ? withProposedTags(dataset, vocabulary, found => proposals.push(found)) : dataset;
    await writeFile(out, jsonExport.write(draft));
    if (vocabulary) {
      const tagged = new Set(proposals.map(({ activity }) => activity)).size;
      output.err(
        `${out}: ${counted(proposals.length, 'tag', 'tags')} proposed, for ${tagged} of ${counted(opened.records.size, 'activity', 'activities')}`,
      );
    }
    if (opened.reading) {
      const path = out.replace(/(\.json)?$/, '.reading.json');
      await writeFile(path, [`${JSON.stringify(opened.reading, null, 2)}\n`]);
      output.err(`${path}: how the table was read`);
    }
    if (args.isSet('json')) {
      const { form, findings, records } = opened;
      output.out(
        JSON.stringify({ file, form, activities: records.size, reading: opened.reading ?? null, proposals, findings }),
      );
    } else {
      for (const finding of opened.findings) output.out(findingLine(finding));
      const count = opened.records.size.toLocaleString('en');
      output.out(
        `${out}: ${count} activities, ${counted(opened.findings.length, 'problem or note', 'problems and notes')}`,
      );
    }
    return exitCodeOf(opened.findings);
  },
};

async function openReading(file: string) {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new FileError(`${file} can’t be read: ${messageOf(error)}`);
  }
  const reading = readReading(text);
  if (typeof reading === 'string') throw new UsageError(`${file}: ${reading}`);
  return reading;
}
