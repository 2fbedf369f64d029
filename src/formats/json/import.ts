import { lazyModule } from '../../lib/lazy-module';
import { OpenFailure } from '../../model/problem';
import { isRaw } from '../document/fields';
import { parseJson } from '../document/parse-json';
import { hasRootLine } from '../document/root-line';
import { toRecords } from '../document/to-records';
import type { ImportForm, OpenedRecords, ReadOptions } from '../form';
import { encodingProblems } from '../input/encoding';
import { joinText } from '../input/join-text';
import { textStream } from '../input/text-stream';
import { readDataset } from './read-dataset';

const otherJson = lazyModule(async () => (await import('../other-json/read-other-json')).readOtherJson);

/** Reads a dataset from one JSON document, or a table from the rows of another one. */
export const jsonImport: ImportForm = {
  id: 'json',
  sniff(start) {
    if (start.text.trimStart() === '') return 'more';
    if (!/^\s*[{[]/.test(start.text)) return 'no';
    const isLines = hasRootLine(start);
    return isLines === 'more' ? 'more' : isLines === 'yes' ? 'no' : 'yes';
  },
  async read(bytes, options) {
    const { pieces, encoding } = textStream(bytes);
    const text = await joinText(pieces);
    const opened = await readAny(text, options);
    return { ...opened, problems: [...encodingProblems(encoding), ...opened.problems] };
  },
};

/** Reads a dataset, or else the rows of any other JSON. */
async function readAny(text: string, options: ReadOptions): Promise<OpenedRecords> {
  try {
    const { root, dataset, problems, moreProblems } = readDataset(text, options.maxProblems);
    return { root, records: toRecords(dataset), problems, moreProblems };
  } catch (error) {
    const isOther = error instanceof OpenFailure && (error.code === 'notObject' || error.code === 'wrongFormat');
    const value = isOther ? parseJson(text) : undefined;
    // A file that names its format means to be a dataset, so it is told what is wrong with it.
    if (value === undefined || (isRaw(value) && 'format' in value)) throw error;
    const opened = (await otherJson.load())(value, options);
    if (opened === null) throw error;
    return opened;
  }
}
