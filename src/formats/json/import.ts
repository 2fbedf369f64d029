import { OpenFailure } from '../../model/problem';
import { hasRootLine } from '../document/root-line';
import { toRecords } from '../document/to-records';
import type { ImportForm } from '../form';
import { encodingProblems } from '../input/encoding';
import { textStream } from '../input/text-stream';
import { readDataset } from './read-dataset';

/**
 * The maximum length of a document. Some browsers can't store longer strings. NDJSON and the packed form have no such
 * limit.
 */
const LONGEST_DOCUMENT = 500_000_000;

/** Reads a dataset from one JSON document. */
export const jsonImport: ImportForm = {
  id: 'json',
  sniff(start) {
    if (start.text.trimStart() === '') return 'more';
    if (!/^\s*[{[]/.test(start.text)) return 'no';
    const isLines = hasRootLine(start);
    return isLines === 'more' ? 'more' : isLines === 'yes' ? 'no' : 'yes';
  },
  async read(bytes, { maxProblems }) {
    const { pieces, encoding } = textStream(bytes);
    const { root, dataset, problems, moreProblems } = readDataset(await joinText(pieces), maxProblems);
    const records = toRecords(dataset);
    return { root, records, problems: [...encodingProblems(encoding), ...problems], moreProblems };
  },
};

async function joinText(pieces: AsyncIterable<string>): Promise<string> {
  const read: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LONGEST_DOCUMENT) throw new OpenFailure('tooLarge', String(LONGEST_DOCUMENT / 1_000_000));
    read.push(piece);
  }
  return read.join('');
}
